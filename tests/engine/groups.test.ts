import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { importInto, openEngine, openTab } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const HEADER = 'unit_code,unit_name,year,scope,edition,requests.new.total,licensing.decisions'

/** Fictional counties: zones of the user's own, which are known by their names. */
const rows = [
  ',甲县,2023,whole,2021,100,1000',
  ',乙县,2023,whole,2021,101,90000',
  ',丙县,2023,whole,2021,150,1001',
  ',丁县,2023,whole,2021,,1001',
  ',戊县,2022,whole,2021,100,1000',
  ',己县,2023,whole,2021,900,5000',
]
const both = ['requests.new.total', 'licensing.decisions']

async function engineWithCounties() {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  const [parent] = await engine.searchUnits('石家庄市', 1)
  if (parent === undefined) throw new Error('no parent')
  const own = new Map<string, string>()
  for (const name of ['甲县', '乙县', '丙县', '丁县', '戊县', '己县']) {
    const unit = await engine.addUnit({ name, kind: 'zone', parent: parent.id })
    own.set(name, unit.id)
  }
  const file = new File([[HEADER, ...rows].join('\n') + '\n'], '虚构.csv')
  await importInto(engine, [file])
  const idOf = (name: string) => own.get(name) ?? ''
  return { factory, engine, idOf, parent }
}

test('a group is kept, renamed and deleted, and is there after the browser was closed', async () => {
  const { factory, engine, idOf } = await engineWithCounties()
  const units = [idOf('甲县'), idOf('丙县'), idOf('甲县')]
  const saved = await engine.saveGroup({ id: null, name: ' 山区 ', units })

  expect(saved).toMatchObject({ name: '山区', units: [idOf('甲县'), idOf('丙县')] })
  await engine.saveGroup({ ...saved, name: '山区县' })
  const later = openTab(factory).engine
  await later.open(null)
  expect(await later.unitSet({ kind: 'group', group: saved.id })).toMatchObject({
    name: '山区县',
    units: [{ name: '甲县' }, { name: '丙县' }],
  })

  await later.removeGroup(saved.id)
  expect(await later.unitSet({ kind: 'group', group: saved.id })).toEqual({ name: '', units: [] })
  await expect(later.saveGroup(saved)).rejects.toMatchObject({ code: 'not-found' })
})

test('groups travel in packages', async () => {
  const { engine, idOf } = await engineWithCounties()
  const saved = await engine.saveGroup({
    id: null,
    name: '两县',
    units: [idOf('甲县'), idOf('乙县')],
  })
  const file = await engine.exportPackage()
  const { engine: elsewhere } = await openEngine(new IDBFactory())
  await elsewhere.importPackage(file)

  expect((await elsewhere.status()).settings.groups).toEqual([saved])
  expect(await elsewhere.unitSet({ kind: 'group', group: saved.id })).toMatchObject({
    units: [{ name: '甲县' }, { name: '乙县' }],
  })
})

test('peers come with their distance, and another figure makes others of them', async () => {
  const { engine, idOf } = await engineWithCounties()
  const asked = { unit: idOf('甲县'), count: 1, scope: 'whole' } as const
  const byBoth = await engine.peers({ ...asked, items: both })

  expect(byBoth).toMatchObject({ year: 2023, compared: 4, own: [100, 1000] })
  expect(byBoth.peers).toMatchObject([{ unit: { name: '丙县' }, values: [150, 1001] }])
  expect(byBoth.leftOut.map(({ name }) => name)).toEqual(['丁县'])

  const byRequests = await engine.peers({ ...asked, items: ['requests.new.total'] })
  expect(byRequests.peers).toMatchObject([{ unit: { name: '乙县' } }])
  expect(
    await engine.unitSet({ kind: 'peers', unit: idOf('甲县'), count: 1, items: both }),
  ).toMatchObject({ name: '甲县及相近单位', units: [{ name: '甲县' }, { name: '丙县' }] })
})

test('a unit that lacks a figure has no peers by it, and says so', async () => {
  const { engine, idOf } = await engineWithCounties()
  const none = await engine.peers({ unit: idOf('丁县'), count: 5, items: both, scope: 'whole' })

  expect(none).toMatchObject({ year: null, peers: [], own: [NaN, 1001] })
})

test('peers by population are those of as many people, with the people beside them', async () => {
  const { engine, idOf } = await engineWithCounties()
  const people = [
    ['甲县', 200_000],
    ['乙县', 900_000],
    ['丙县', 210_000],
    ['己县', 190_000],
  ].map(([name, count]) => `${name},2023,${count}`)
  const table = ['单位,年份,常住人口', ...people, ''].join('\n')
  await importInto(engine, [new File([table], '人口.csv')])
  const asked = { unit: idOf('甲县'), count: 2, scope: 'whole' } as const
  const found = await engine.peers({ ...asked, items: ['auxiliary.常住人口'] })

  expect(found).toMatchObject({ year: 2023, compared: 4, own: [200_000] })
  expect(found.peers).toMatchObject([
    { unit: { name: '丙县' }, values: [210_000] },
    { unit: { name: '己县' }, values: [190_000] },
  ])
  // 丁县 has a report and no population; 戊县 has no report of the year.
  expect(found.leftOut.map(({ name }) => name)).toEqual(['丁县'])
})

test('all counties of a province are found below its cities', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const [ankang] = await engine.searchUnits('安康市', 1)
  const [shaanxi] = await engine.searchUnits('陕西省', 1)
  if (ankang === undefined || shaanxi === undefined) throw new Error('no such units')
  const { name, units } = await engine.unitSet({ kind: 'counties', of: shaanxi.id })
  const below = await engine.unitSet({ kind: 'city', city: ankang.id })

  expect(name).toBe('陕西省各县')
  expect(units).toHaveLength(107)
  expect(below.units).toHaveLength(10)
  expect(units.map(({ id }) => id)).toEqual(expect.arrayContaining(below.units.map(({ id }) => id)))
})

test('sums by city count who is in them', async () => {
  const { engine, idOf, parent } = await engineWithCounties()
  const question = {
    items: ['requests.new.total'],
    units: [idOf('甲县'), 'cn:610921', idOf('丁县')],
    years: null,
    scope: 'whole',
  } as const
  const sums = await engine.rollUps(question)

  expect(sums.map(({ above }) => above?.name)).toEqual([parent.name, '安康市'])
  expect(sums.map(({ answer }) => [...answer.totals.values])).toEqual([
    [NaN, 100],
    [NaN, NaN],
  ])
  expect(sums.map(({ answer }) => [...answer.totals.n])).toEqual([
    [0, 1],
    [0, 0],
  ])
  expect(sums.map(({ answer }) => [...answer.totals.of])).toEqual([
    [2, 2],
    [1, 1],
  ])
})

test('townships below a county are a set of their own, and peers of each other alone', async () => {
  const { engine, parent } = await engineWithCounties()
  const [county] = await engine.searchUnits('正定县', 1)
  for (const name of ['青溪镇', '石门乡', '白云街道'])
    await engine.addUnit({ name, kind: 'township', parent: county?.id ?? '' })
  const lines = ['青溪镇', '石门乡', '白云街道'].map(
    (name, at) => `,${name},2023,whole,2021,${at + 1},10`,
  )
  await importInto(engine, [new File([[HEADER, ...lines, ''].join('\n')], '乡镇.csv')])
  const set = await engine.unitSet({ kind: 'city', city: county?.id ?? '' })

  expect(set.name).toBe('正定县')
  expect(new Set(set.units.map(({ name }) => name))).toEqual(
    new Set(['青溪镇', '石门乡', '白云街道']),
  )
  const answer = await engine.ask({
    ...{ items: ['requests.new.total'], units: set.units.map(({ id }) => id) },
    ...{ years: [2023, 2023] as const, scope: 'whole' as const },
  })
  expect([...answer.values].toSorted()).toEqual([1, 2, 3])
  const { peers } = await engine.peers({
    ...{
      unit: set.units.find(({ name }) => name === '青溪镇')?.id ?? '',
      count: 9,
      scope: 'whole',
      items: both,
    },
  })
  expect(peers.map(({ unit }) => unit.name).toSorted()).toEqual(['白云街道', '石门乡'].toSorted())
  expect((await engine.unitSet({ kind: 'counties', of: parent.id })).units).not.toContainEqual(
    expect.objectContaining({ name: '青溪镇' }),
  )
})
