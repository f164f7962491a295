import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Engine } from '@/engine/createEngine'
import { csv, HANYIN, HONGZE, importInto, openEngine, readInto } from './testEngine'

const hanyin = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const

test('what was imported can be asked, also after opening again', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  const draft = await readInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,/`])])

  expect(draft.totals).toEqual({ added: 2, same: 0, changed: 0, blanked: 0 })
  expect(await engine.commitDraft()).toMatchObject({
    id: 1,
    kind: 'import',
    reports: 1,
    cells: { taken: 2, same: 0, refused: 0 },
    note: 'a.csv',
  })
  const question = {
    items: ['requests.new.total'],
    units: [hanyin.unit],
    years: null,
    scope: 'whole',
  } as const
  const answer = await engine.ask(question)
  expect([...answer.values]).toEqual([30])

  const { engine: reopened } = await openEngine(factory)
  expect((await reopened.ask(question)).values).toEqual(answer.values)
  expect((await reopened.status()).reports).toBe(1)
})

test('a number leads to file, row, column, raw text and batch, and to the bytes of the file', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('甲.csv', [`${HANYIN},2023,whole,2021,"1,077.9",4`])])

  const trace = await engine.trace(hanyin, 'requests.new.total')

  expect(trace).toMatchObject({
    unit: { name: '汉阴县', fullName: '陕西省安康市汉阴县' },
    year: 2023,
    value: { kind: 'value', value: 1077.9, approximate: false },
    cells: [
      {
        indicator: 'requests.new.total',
        year: 2023,
        raw: '1,077.9',
        place: { file: '甲.csv', row: 2, column: 6 },
        batch: { id: 1, kind: 'import' },
      },
    ],
  })
  const source = await engine.source(trace.cells[0]?.source ?? '')
  expect(source.name).toBe('甲.csv')
  expect(await source.content.text()).toContain('"1,077.9"')
})

test('a 同比 is traced to the cells of both years', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [
    csv('a.csv', [`${HANYIN},2022,whole,2021,20,1`, `${HANYIN},2023,whole,2021,30,2`]),
  ])

  const trace = await engine.trace(hanyin, 'yoy:requests.new.total')

  expect(trace.value).toEqual({ kind: 'value', value: 50, approximate: false })
  expect(trace.cells.map(({ year, raw }) => [year, raw])).toEqual([
    [2023, '30'],
    [2022, '20'],
  ])
})

test('the same file a second time writes nothing', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const file = csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`])
  await importInto(engine, [file])
  const before = await engine.status()

  expect(await importInto(engine, [file])).toBeNull()
  expect(await engine.draft()).toBeNull()
  expect(await engine.batches()).toHaveLength(1)
  expect((await engine.status()).sentinel).toEqual(before.sentinel)
})

test('another value is kept out unless the user overwrites, and undo brings the old one back', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`])])
  const draft = await readInto(engine, [csv('b.csv', [`${HANYIN},2023,whole,2021,31,0`])])

  expect(draft.totals).toEqual({ added: 0, same: 1, changed: 1, blanked: 0 })
  expect(draft.files[0]?.changes).toEqual([
    {
      ...hanyin,
      unitName: '汉阴县',
      indicator: 'requests.new.total',
      before: { kind: 'value', value: 30, approximate: false },
      after: { kind: 'value', value: 31, approximate: false },
    },
  ])
  expect(await engine.commitDraft()).toBeNull()

  const again = await readInto(engine, [csv('b.csv', [`${HANYIN},2023,whole,2021,31,0`])])
  await engine.setOverwrite(again.files[0]?.source ?? '', true)
  expect(await engine.commitDraft()).toMatchObject({ id: 2, cells: { taken: 1, same: 1 } })
  expect((await engine.trace(hanyin, 'requests.new.total')).value).toMatchObject({ value: 31 })

  await engine.setBatchActive(2, false)
  expect((await engine.trace(hanyin, 'requests.new.total')).value).toMatchObject({ value: 30 })
  await engine.setBatchActive(2, true)
  expect((await engine.trace(hanyin, 'requests.new.total')).value).toMatchObject({ value: 31 })
})

test('two files of one import that contradict each other show it', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [
    csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`]),
    csv('b.csv', [`${HANYIN},2023,whole,2021,31,0`, `${HONGZE},2023,whole,2021,5,1`]),
  ])

  expect(draft.files.map(({ compare }) => compare)).toEqual([
    { added: 2, same: 0, changed: 0, blanked: 0 },
    { added: 2, same: 1, changed: 1, blanked: 0 },
  ])
  await engine.commitDraft()
  expect((await engine.trace(hanyin, 'requests.new.total')).value).toMatchObject({ value: 30 })
})

test('a file that is left out stays out, its source too', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [
    csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`]),
    csv('b.csv', [`${HONGZE},2023,whole,2021,5,1`]),
  ])
  const [, second] = draft.files
  const after = await engine.leaveOut(second?.source ?? '', true)

  expect(after.totals.added).toBe(2)
  expect(await engine.commitDraft()).toMatchObject({ reports: 1, note: 'a.csv' })
  await expect(engine.source(second?.source ?? '')).rejects.toMatchObject({ code: 'not-found' })
})

test('an unclear unit is asked about, for all files, before anything is written', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [
    csv('a.csv', [`,某某开发区,2023,whole,2021,3,0`, `${HANYIN},2023,whole,2021,30,0`]),
    csv('b.csv', [`,某某开发区,2022,whole,2021,4,0`, `,某某公司,2023,whole,2021,33,0`]),
  ])
  expect(draft.openUnits.map(({ text, reports }) => [text.name, reports])).toEqual([
    ['某某开发区', 2],
    ['某某公司', 1],
  ])
  await expect(engine.commitDraft()).rejects.toMatchObject({ code: 'open-units' })

  const zone = await engine.addUnit({ name: '某某开发区', kind: 'zone', parent: 'cn:610900' })
  const [named, total] = draft.openUnits
  await engine.resolveUnit(named?.placeholder ?? '', zone.id)
  const decided = await engine.skipUnit(total?.placeholder ?? '')

  expect(decided.openUnits).toEqual([])
  expect(decided.decidedUnits.map(({ unit }) => unit?.name ?? null)).toEqual(['某某开发区', null])
  expect(decided.files.map(({ reports }) => reports)).toEqual([2, 1])
  expect(await engine.commitDraft()).toMatchObject({ reports: 3 })
  const coverage = await engine.coverage()
  expect(coverage.units.map(({ name }) => name).sort()).toEqual(['某某开发区', '汉阴县'])
  expect(coverage.years).toEqual([2022, 2023])
})

test('a report that turns out to be in the file twice is left out and named', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const draft = await readInto(engine, [
    csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`, `,汉荫,2023,whole,2021,99,0`]),
  ])
  const decided = await engine.resolveUnit(draft.openUnits[0]?.placeholder ?? '', 'cn:610921')

  expect(decided.files[0]?.findings).toContainEqual({
    code: 'report-duplicate',
    severity: 'error',
    place: { file: 'a.csv', row: 3 },
    unit: '汉阴县',
    year: 2023,
    detail: { firstRow: 2, scope: 'whole' },
  })
  await engine.commitDraft()
  expect((await engine.trace(hanyin, 'requests.new.total')).value).toMatchObject({ value: 30 })
})

test('columns that files have in common are one list, also after a reload', async () => {
  const factory = new IDBFactory()
  const { engine, store } = await openEngine(factory)
  const other = new File(['unit_code,year,fees.amount\n610921,2023,1\n'], '费用.csv')
  const files = [
    csv('一.csv', [`${HANYIN},2023,whole,2021,1,2`]),
    csv('二.csv', [`${HONGZE},2023,whole,2021,3,4`]),
    other,
  ]
  await readInto(engine, files)
  const columnsOf = async (each: Engine) =>
    (await each.draft())?.files.map(({ columns }) => columns) ?? []
  const [first, second, third] = await columnsOf(engine)
  expect(second).toBe(first)
  expect(third?.map(({ header }) => header)).toEqual(['fees.amount'])

  await expect.poll(() => store().loadDraft(), { timeout: 3000 }).not.toBeNull()
  const { engine: reloaded } = await openEngine(factory)
  const again = await columnsOf(reloaded)
  expect(again).toEqual([first, second, third])
  expect(again[1]).toBe(again[0])
})

test('a draft and what was decided of it are there after a reload, and gone when discarded', async () => {
  const factory = new IDBFactory()
  const { engine, store } = await openEngine(factory)
  const draft = await readInto(engine, [
    csv('a.csv', [`,某某开发区,2023,whole,2021,3,0`, `${HANYIN},2023,whole,2021,30,0`]),
  ])
  const decided = await engine.skipUnit(draft.openUnits[0]?.placeholder ?? '')
  await expect.poll(() => store().loadDraft(), { timeout: 3000 }).not.toBeNull()

  const { engine: reloaded } = await openEngine(factory)
  expect(await reloaded.draft()).toEqual(decided)
  await reloaded.discardDraft()
  const { engine: again } = await openEngine(factory)
  expect(await again.draft()).toBeNull()
})

test('of an import that was cancelled nothing is left, whatever still arrives', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const read = await readInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`])])
  const sink = await engine.newSink()
  await sink.begin()
  await engine.discardDraft()
  const [file] = read.files
  if (file === undefined) throw new Error('There is no file')
  await sink.addFile({ ...file, segments: [] }, new Blob([]), null)
  await sink.finish()

  expect(await engine.draft()).toBeNull()
  expect(await engine.batches()).toEqual([])
})

test('exports read back to the same data', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [
    csv('a.csv', [
      `${HANYIN},2023,whole,2021,约30,12a`,
      `${HONGZE},2022,office,2019,/,`,
      `${HONGZE},2023,whole,2021,1077.892534,0`,
    ]),
  ])
  for (const format of ['csv', 'json', 'long'] as const) {
    const file = new File([await engine.exportReports(format)], `out.${format}`)
    const { engine: other } = await openEngine(new IDBFactory())
    await importInto(other, [file])
    const again = await other.exportReports(format)
    expect(await again.text()).toBe(await file.text())
  }
})
