import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { openEngine } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

function fileOf(...names: readonly string[]): File {
  const features = names.map((name, at) => ({
    type: 'Feature',
    properties: { name },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [at, 0],
          [at + 1, 0],
          [at, 1],
          [at, 0],
        ],
      ],
    },
  }))
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  return new File([text], `${names.join('')}.geojson`)
}

test('a boundary file is kept, carried in packages, replaced and removed', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const parent = (await engine.searchUnits('石家庄市', 1))[0]?.id ?? ''
  await engine.addUnit({ name: '甲开发区', kind: 'zone', parent })
  expect(await engine.boundaries()).toBeNull()
  expect(await engine.loadBoundaries(fileOf('甲开发区', '没有的县'))).toEqual({ fault: null })

  const packed = await engine.exportPackage()
  const kinds = async (from = engine) =>
    (await from.boundaries())?.areas.map(({ name, match }) => [name, match.kind])
  expect(await kinds()).toEqual([
    ['甲开发区', 'one'],
    ['没有的县', 'none'],
  ])

  const refused = await engine.loadBoundaries(new File(['{'], '坏.json'))
  expect(refused.fault?.kind).toBe('not-json')
  expect(await kinds()).toHaveLength(2)
  await engine.loadBoundaries(fileOf('甲开发区'))
  expect(await kinds()).toEqual([['甲开发区', 'one']])
  await engine.removeBoundaries()
  expect(await engine.boundaries()).toBeNull()

  const { engine: other } = await openEngine(new IDBFactory())
  await other.importPackage(new File([packed], '备份.zip'))
  expect(await kinds(other)).toHaveLength(2)
})
