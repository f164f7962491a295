import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { answerStates } from '@/analysis/answer'
import { perPeopleOf } from '@/domain/perPeople'
import { parseSpokenNumber } from '@/domain/spokenNumber'
import type { Engine } from '@/engine/createEngine'
import { importInto, openEngine, readInto } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const POPULATION = 'auxiliary.常住人口'
const RECEIVED = 'requests.new.total'
const PER_PEOPLE = perPeopleOf(RECEIVED, POPULATION)

const reports = file('年报.csv', [
  'unit_name,year,scope,edition,requests.new.total',
  '甲县,2022,whole,2021,20',
  '甲县,2023,whole,2021,30',
  '乙县,2023,whole,2021,45',
  '丙县,2023,whole,2021,9',
])
const populations = file('人口.csv', [
  '单位,年份,常住人口（万人）',
  '甲县,2022,2.5',
  '甲县,2023,2',
  '乙县,2023,',
  '丁县,2023,3.75',
])

function file(name: string, lines: readonly string[]): File {
  return new File([lines.join('\n') + '\n'], name)
}

async function withCounties() {
  const { engine, store } = await openEngine(new IDBFactory())
  const [parent] = await engine.searchUnits('石家庄市', 1)
  if (parent === undefined) throw new Error('no parent')
  const ids = new Map<string, string>()
  for (const name of ['甲县', '乙县', '丙县', '丁县'])
    ids.set(name, (await engine.addUnit({ name, kind: 'zone', parent: parent.id })).id)
  return { engine, store, ids, idOf: (name: string) => ids.get(name) ?? '' }
}

/** An item by unit and year, numbers and states. */
async function told(engine: Engine, item: string, units: readonly string[]) {
  const answer = await engine.ask({ items: [item], units, years: [2022, 2023], scope: 'whole' })
  return [...answer.values].map((value, at) =>
    answer.states[at] === 0 ? value : answerStates[answer.states[at] ?? 0],
  )
}

test('populations make no report, and per-10,000 figures follow them', async () => {
  const { engine, ids, idOf } = await withCounties()
  await importInto(engine, [reports])
  const before = await engine.status()
  const batch = await importInto(engine, [populations])
  const after = await engine.status()
  const units = [...ids.values()]

  expect(batch).toMatchObject({ reports: 0, cells: { taken: 4 } })
  expect([before.reports, after.reports]).toEqual([4, 4])
  const { units: covered, years, indicators } = await engine.coverage()
  expect(covered.map(({ name }) => name).toSorted()).toEqual(['丙县', '乙县', '甲县'].toSorted())
  expect(years).toEqual([2022, 2023])
  expect(indicators).toContain(POPULATION)

  expect(await told(engine, POPULATION, units)).toEqual([
    ...[25_000, 20_000],
    ...['absent', 'blank'],
    ...['absent', 'absent'],
    ...['absent', 37_500],
  ])
  expect(await told(engine, PER_PEOPLE, units)).toEqual([
    ...[8, 15],
    ...['noReport', 'notComputable'],
    ...['noReport', 'notComputable'],
    ...['noReport', 'noReport'],
  ])
  const { totals } = await engine.ask({
    ...{ items: [PER_PEOPLE, POPULATION], units, years: [2023, 2023], scope: 'whole' },
  })
  expect([...totals.values]).toEqual([15, 57_500])
  expect([...totals.n]).toEqual([1, 2])
  expect(await told(engine, `yoy:${POPULATION}`, [idOf('甲县')])).toEqual(['notComputable', -20])
})

test('a population leads to its file, row and column, also from a measure', async () => {
  const { engine, idOf } = await withCounties()
  await importInto(engine, [reports])
  await importInto(engine, [populations])
  const key = { unit: idOf('甲县'), year: 2023, scope: 'whole' } as const

  const own = await engine.trace(key, POPULATION)
  const place = { file: '人口.csv', row: 3, column: 3 }
  expect(own).toMatchObject({ value: { value: 20_000 }, cells: [{ place, raw: '2' }] })
  const measure = await engine.trace(key, PER_PEOPLE)
  expect(measure).toMatchObject({
    value: { value: 15 },
    cells: [{ indicator: RECEIVED }, { indicator: POPULATION, place }],
  })
})

test('a population is found by its number, corrected by hand, and conflicts as others do', async () => {
  const { engine, idOf } = await withCounties()
  await importInto(engine, [reports])
  await importInto(engine, [populations])
  const key = { unit: idOf('甲县'), year: 2023, scope: 'whole' } as const
  const spoken = parseSpokenNumber('20000人')
  if (spoken === null) throw new Error('no number')
  const found = await engine.searchNumber({
    spoken,
    units: null,
    scope: 'whole',
    checks: 'all',
  })
  expect(found.matches.map(({ item }) => item)).toContain(POPULATION)

  const value = { kind: 'value', value: 24_000, approximate: false } as const
  await engine.correct([{ ...key, indicator: POPULATION, value }], '按普查公报')
  expect(await told(engine, PER_PEOPLE, [key.unit])).toEqual([8, 12.5])
  expect(await engine.corrections()).toMatchObject([{ standing: 'holds' }])

  const other = file('新人口.csv', ['单位,年份,常住人口', '甲县,2023,21000'])
  const draft = await readInto(engine, [other])
  expect(draft.files).toMatchObject([{ reports: 0, auxiliary: 1, conflicts: 1 }])
})

test('undoing the populations restores the data, and packages and files carry them', async () => {
  const { engine, ids } = await withCounties()
  await importInto(engine, [reports])
  const text = async () => (await engine.exportReports('csv')).text()
  const before = await text()
  const batch = await importInto(engine, [populations])
  const after = await text()

  await engine.setBatchActive(batch?.id ?? 0, false)
  expect(await text()).toBe(before)
  expect((await told(engine, PER_PEOPLE, [...ids.values()])).slice(0, 2)).toEqual([
    'notComputable',
    'notComputable',
  ])
  await engine.setBatchActive(batch?.id ?? 0, true)
  expect(await text()).toBe(after)

  const other = await openEngine(new IDBFactory())
  await other.engine.importPackage(await engine.exportPackage())
  expect(await (await other.engine.exportReports('csv')).text()).toBe(after)
  for (const format of ['csv', 'long', 'json'] as const) {
    const exported = await engine.exportReports(format)
    const again = await readInto(engine, [
      new File([exported], format === 'json' ? '导出.json' : '导出.csv'),
    ])
    expect(again.files).toMatchObject([{ reports: 4, auxiliary: 4, compare: { same: 8 } }])
    await engine.discardDraft()
  }
})

test('the order of the files and their split into batches do not matter', async () => {
  const wanted = await exportOf([[reports], [populations]])
  expect(await exportOf([[populations], [reports]])).toBe(wanted)
  expect(await exportOf([[populations, reports]])).toBe(wanted)
  const joined = file('合并.csv', [
    'unit_name,year,edition,requests.new.total,常住人口（万人）',
    ...['甲县,2022,2021,20,2.5', '甲县,2023,2021,30,2', '乙县,2023,2021,45,'],
    '丙县,2023,2021,9,未列',
  ])
  const rest = file('丁.csv', ['单位,年份,常住人口', '丁县,2023,37500'])
  expect(await exportOf([[joined], [rest]])).toBe(wanted)
})

async function exportOf(batches: readonly (readonly File[])[]): Promise<string> {
  const { engine, ids } = await withCounties()
  for (const files of batches) await importInto(engine, files)
  const lines = (await (await engine.exportReports('long')).text()).trim().split('\r\n')
  expect(ids.size).toBe(4)
  return lines.toSorted().join('\n')
}
