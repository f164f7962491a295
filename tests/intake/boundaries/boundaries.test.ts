import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Unit } from '@/domain/unit'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { matchBoundary } from '@/intake/boundaries/matchBoundary'
import { readBoundaries } from '@/intake/boundaries/readBoundaries'
import { boundaryFaultText } from '@/wording/boundaries'

/** A square of one degree; a fictional place. */
const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
]

function feature(properties: unknown, coordinates: unknown = [square], type = 'Polygon') {
  return { type: 'Feature', properties, geometry: { type, coordinates } }
}

function collection(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

function featuresIn(text: string) {
  const reading = readBoundaries(text)
  if (reading.kind === 'refused') throw new Error(boundaryFaultText(reading.fault))
  return reading.features
}

function refusal(text: string): string {
  const reading = readBoundaries(text)
  return reading.kind === 'refused' ? boundaryFaultText(reading.fault) : ''
}

describe('a boundary file', () => {
  test('gives the codes and names of its polygons, under the keys in use', () => {
    const text = collection(
      feature({ adcode: 990101, name: '云麓区' }),
      feature({ XZQDM: '990102000000', XZQMC: ' 岚汀区 ' }),
      feature({ gb: '156990103', name: '砚岭县' }),
      feature({ code: 'A-17', 名称: '无代码县' }),
      feature({ 行政区划代码: '990104' }, [[square], [square]], 'MultiPolygon'),
      feature({ name: '一条路' }, square, 'LineString'),
      feature(null),
    )
    expect(featuresIn(text).map(({ code, name, rings }) => [code, name, rings.length])).toEqual([
      ['990101', '云麓区', 1],
      ['990102000000', '岚汀区', 1],
      ['990103', '砚岭县', 1],
      ['', '无代码县', 1],
      ['990104', '', 2],
      ['', '', 1],
    ])
  })

  test('keeps its coordinates; holes run the other way, however they were written', () => {
    const hole = square.map(([x = 0, y = 0]) => [0.2 + x / 2, 0.2 + y / 2])
    const areaOf = (ring: Float64Array) =>
      [...ring.keys()].reduce(
        (sum, at) =>
          at % 2 === 1 || at + 3 >= ring.length
            ? sum
            : sum +
              ((ring[at] ?? 0) * (ring[at + 3] ?? 0) - (ring[at + 2] ?? 0) * (ring[at + 1] ?? 0)) /
                2,
        0,
      )
    for (const outer of [square, square.toReversed()]) {
      for (const inner of [hole, hole.toReversed()]) {
        const [area] = featuresIn(collection(feature({}, [outer, inner])))
        expect(area?.rings.map(areaOf)).toEqual([1, expect.closeTo(-0.25)])
      }
    }
  })

  test('is refused in words that say where and why', () => {
    expect(refusal('{\n  "type": "FeatureCollection",\n  "features": [x]\n}')).toContain(
      '第 3 行第 16 列起不是 JSON，读到“x]',
    )
    expect(refusal('{"type":"FeatureCollection","features":[')).toContain('不是 JSON')
    expect(refusal('{"type":"Topology","objects":{}}')).toContain('type 是“Topology”')
    expect(refusal('[1,2]')).toContain('不是 GeoJSON')
    expect(refusal(collection(feature({}, square, 'LineString')))).toContain('没有一个面')
    expect(refusal(collection(feature({}), feature({}, [[[1, 'x']]])))).toContain(
      '第 2 个图形的坐标不是成对的数',
    )
    expect(refusal(collection(feature({}, [5])))).toContain('第 1 个图形的坐标')
  })

  test('of any JSON or text is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(['read', 'refused']).toContain(readBoundaries(text).kind)
      }),
    )
    const wild = fc.jsonValue().map((value) => collection(value, feature(value, value)))
    fc.assert(
      fc.property(wild, (text) => {
        expect(['read', 'refused']).toContain(readBoundaries(text).kind)
      }),
    )
  })
})

describe('an area', () => {
  const own = (id: string, code: string | null, name: string, more: Partial<Unit> = {}): Unit => ({
    ...{ id, code, name, kind: 'county', parent: null, formerCodes: [], formerNames: [] },
    ...more,
  })
  const registry = createUnitRegistry([
    own('a', '990101', '云麓区', { formerCodes: ['990151'], formerNames: ['云麓县'] }),
    own('b', '990102', '岚汀区'),
    own('c', '990203', '岚汀区'),
  ])
  const match = (code: string, name: string) => matchBoundary({ code, name }, registry)

  test('belongs to a unit by code, former code, or name', () => {
    for (const [code, name] of [
      ['990101', ''],
      ['990101000000', '云麓区'],
      ['990151', ''],
      ['', '云麓区'],
      ['', '云麓县'],
      ['990101', 'Yunlu'],
    ] as const) {
      expect([code, name, match(code, name)]).toEqual([code, name, { kind: 'one', unit: 'a' }])
    }
    expect(match('990203', '岚汀区')).toEqual({ kind: 'one', unit: 'c' })
  })

  test('is left alone where its name is shared, unknown, or speaks against its code', () => {
    expect(match('', '岚汀区')).toEqual({ kind: 'many', candidates: ['b', 'c'] })
    expect(match('990101', '岚汀区')).toEqual({ kind: 'conflict', candidates: ['a', 'b', 'c'] })
    expect(match('990199', '没有的县')).toEqual({ kind: 'none' })
    expect(match('', '')).toEqual({ kind: 'none' })
  })
})
