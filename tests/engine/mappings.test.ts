import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import type { Engine } from '@/engine/createEngine'
import { withHeaders, withTable } from '@/intake/answerChanges'
import type { FileAnswers } from '@/intake/fileAnswers'
import { readFileAgain } from '@/intake/intakeFile'
import { importInto, openEngine, readInto } from './testEngine'

const header = '区划代码,县区,年份,来信总数,行政事业性收费'
const first = new File([`${header}\n610921,汉阴县,2023,30,1077.89\n`], 'first.csv')
const second = new File([`${header}\n320813,洪泽区,2023,5,2402\n`], 'second.csv')

/** Says something of a file of the draft, and has it read again as the pages do. */
async function say(engine: Engine, name: string, change: (answers: FileAnswers) => FileAnswers) {
  const file = (await engine.draft())?.files.find(({ path }) => path === name)
  const [given] = await engine.draftSources([file?.source ?? ''])
  if (given === undefined) throw new Error(`${name} is not in the draft`)
  const context = { ownUnits: await engine.ownUnits(), within: null }
  const sink = await engine.newSink()
  await sink.replaceFile(await readFileAgain({ ...given, answers: change(given.answers) }, context))
  return given.source
}

function asReceived(answers: FileAnswers): FileAnswers {
  const said = { header: '来信总数', nth: 1 }
  const answer = { ...said, indicator: 'requests.new.total', by: 'user' } as const
  return withHeaders(answers, [{ ...said, answer }])
}

async function received(engine: Engine) {
  const answer = await engine.ask({
    items: ['requests.new.total'],
    units: ['cn:610921', 'cn:320813'],
    years: null,
    scope: 'whole',
  })
  return [...answer.values]
}

test('a mapping by hand is remembered, offered for the same headers only, and gives the same reports', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await readInto(engine, [first])
  const source = await say(engine, 'first.csv', asReceived)
  await engine.rememberMapping(source)
  await engine.commitDraft()

  const other = new File([`${header},备用\n320813,洪泽区,2023,5,2402,1\n`], 'other.csv')
  const draft = await readInto(engine, [second, other])
  expect(draft.offers.map(({ path, mapping }) => [path, mapping.file, mapping.answers])).toEqual([
    [
      'second.csv',
      'first.csv',
      [{ header: '来信总数', nth: 1, indicator: 'requests.new.total', by: 'confirmed' }],
    ],
  ])
  // Nothing is taken over without the user's word.
  expect(draft.files[0]?.columns[0]).toMatchObject({ header: '来信总数', indicator: null })

  const [offer] = draft.offers
  await say(engine, 'second.csv', (answers) => ({
    ...answers,
    headers: offer?.mapping.answers ?? [],
  }))
  const adopted = await engine.draft()
  expect(adopted?.offers).toEqual([])
  expect(adopted?.files[0]?.columns[0]).toMatchObject({ by: 'confirmed', confidence: 1 })
  await engine.leaveOut(adopted?.files[1]?.source ?? '', true)
  await engine.commitDraft()
  expect(await received(engine)).toEqual([30, 5])
})

test('a remembered mapping can be forgotten, and travels in a package', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await readInto(engine, [first])
  await engine.rememberMapping(await say(engine, 'first.csv', asReceived))
  await engine.commitDraft()
  const [mapping] = await engine.mappings()
  const { engine: other } = await openEngine(new IDBFactory())
  await other.importPackage(await engine.exportPackage())
  expect(await other.mappings()).toEqual([mapping])

  await engine.forgetMapping(mapping?.id ?? '')
  expect(await engine.mappings()).toEqual([])
  expect((await readInto(engine, [second])).offers).toEqual([])
})

test('what was said of a file outlives a reload, as the draft does', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await readInto(engine, [first])
  await say(engine, 'first.csv', asReceived)
  await new Promise((resolve) => setTimeout(resolve, 700))

  const { engine: reopened } = await openEngine(factory)
  const draft = await reopened.draft()
  expect(draft?.files[0]?.answers?.headers).toHaveLength(1)
  await reopened.commitDraft()
  expect((await received(reopened))[0]).toBe(30)
})

test('a fee that looks as if in 元 is asked about, and nothing is written before the answer', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [first])
  const text = `${header}\n610921,汉阴县,2024,30,10950000\n320813,洪泽区,2024,5,2402\n`
  const draft = await readInto(engine, [new File([text], 'fees.csv')])

  expect(draft.questions).toEqual([
    {
      kind: 'scale',
      source: draft.files[0]?.source,
      path: 'fees.csv',
      header: '行政事业性收费',
      nth: 1,
      indicator: 'fees.amount',
      unit: '万元',
      other: '元',
      numbers: 2,
      doubtful: [
        {
          ...{ unit: 'cn:610921', unitName: '汉阴县', year: 2024, raw: '10950000' },
          ...{ value: 10950000, otherValue: 1095, before: 1077.89 },
          ...{ sheet: '', row: 2, column: 5 },
        },
      ],
    },
  ])
  await expect(engine.commitDraft()).rejects.toMatchObject({ code: 'open-questions' })
  await say(engine, 'fees.csv', (answers) => ({
    ...answers,
    cells: [{ sheet: '', row: 2, column: 5, unit: '元' }],
  }))
  expect((await engine.draft())?.questions).toEqual([])
  expect(await engine.commitDraft()).toMatchObject({ reports: 2 })
  const fee = await engine.trace({ unit: 'cn:610921', year: 2024, scope: 'whole' }, 'fees.amount')
  expect(fee.value).toMatchObject({ value: 1095 })
  expect(fee.cells[0]).toMatchObject({ raw: '10950000', place: { row: 2, column: 5 } })
})

test('large sums of other money are no question: only fees have a bound', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text =
    '单位代码,单位名称,年份,表样,procurement.amount\n990101,示例县,2019,2019,131465.477104\n'
  const draft = await readInto(engine, [new File([text], 'spending.csv')])

  expect(draft.questions).toEqual([])
})

/** Fictional units, known by their names. */
async function engineWithZones() {
  const { engine } = await openEngine(new IDBFactory())
  const [parent] = await engine.searchUnits('安康市', 1)
  for (const name of ['甲县', '乙县', '丙县'])
    await engine.addUnit({ name, kind: 'zone', parent: parent?.id ?? '' })
  return engine
}

test('populations that look as if in 万人 are asked about, in both readings', async () => {
  const engine = await engineWithZones()
  const text = '单位,年份,常住人口\n甲县,2023,25.31\n乙县,2023,253100\n丙县,2023,/\n'
  const draft = await readInto(engine, [new File([text], '人口.csv')])

  expect(draft.questions).toMatchObject([
    {
      ...{ kind: 'scale', indicator: 'auxiliary.常住人口', unit: '人', other: '万人', numbers: 2 },
      doubtful: [{ unitName: '甲县', raw: '25.31', value: 25.31, otherValue: 253_100 }],
    },
  ])
  await expect(engine.commitDraft()).rejects.toMatchObject({ code: 'open-questions' })
  await say(engine, '人口.csv', (answers) => ({
    ...answers,
    cells: [{ sheet: '', row: 2, column: 3, unit: '万人' }],
  }))
  expect((await engine.draft())?.questions).toEqual([])
  await engine.commitDraft()
  const [first] = await engine.searchUnits('甲县', 1)
  const key = { unit: first?.id ?? '', year: 2023, scope: 'whole' } as const
  const people = await engine.trace(key, 'auxiliary.常住人口')

  expect(people.cells[0]).toMatchObject({ cell: { value: 253_100 }, raw: '25.31' })
})

test('people a thousand times as many as a year ago are asked about, others are not', async () => {
  const engine = await engineWithZones()
  const table = (year: number, people: string) =>
    new File([`单位,年份,常住人口\n甲县,${year},${people}\n`], `${year}.csv`)
  await importInto(engine, [table(2022, '25万')])

  expect((await readInto(engine, [table(2023, '253100000')])).questions).toHaveLength(1)
  await engine.discardDraft()
  expect((await readInto(engine, [table(2023, '251000')])).questions).toEqual([])
})

test('a rate that looks like a share of one is asked about, one with its sign is not', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = '县区,年份,custom.增速（%）\n汉阴县,2023,5.2%\n洪泽区,2023,0.052\n金湖县,2023,5.2\n'
  const draft = await readInto(engine, [new File([text], 'rates.csv')])

  expect(draft.questions).toMatchObject([
    {
      ...{ kind: 'scale', unit: '%', other: '小数', numbers: 2 },
      doubtful: [{ unitName: '洪泽区', raw: '0.052', value: 0.052, otherValue: 5.2 }],
    },
  ])
})

test('the dirty file of growth rates without a year is asked about: the year, the column, the scale', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = '地区,增速\n汉阴县,5.2%\n洪泽区,0.052\n金湖县,5.2\n'
  const draft = await readInto(engine, [new File([text], '25_percent_vs_ratio.csv')])
  expect(draft.questions).toMatchObject([
    { kind: 'table', dimension: 'year', state: 'missing', candidates: [] },
  ])

  const place = { file: '25_percent_vs_ratio.csv', sheet: '' }
  await say(engine, place.file, (answers) => withTable(answers, { ...place, year: 2023 }))
  expect((await engine.draft())?.files[0]?.columns).toMatchObject([
    { header: '增速', indicator: null },
  ])
  const said = { header: '增速', nth: 1 }
  await say(engine, place.file, (answers) =>
    withHeaders(answers, [
      { ...said, answer: { ...said, indicator: 'custom.增速（%）', by: 'user' } },
    ]),
  )
  expect((await engine.draft())?.questions.map(({ kind }) => kind)).toEqual(['scale'])
})

test('a year that title and file name disagree about is asked before anything is written', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const text = '2022年度情况表\n指标,汉阴县,洪泽区\n本年新收·总计,30,5\n上年结转·总计,3,2\n'
  const draft = await readInto(engine, [new File([text], '2023.csv')])

  expect(draft.questions).toMatchObject([
    {
      ...{ dimension: 'year', state: 'conflict', file: '2023.csv', sheet: '' },
      candidates: [
        { text: '2022', by: '标题' },
        { text: '2023', by: '文件名' },
      ],
    },
  ])
  await expect(engine.commitDraft()).rejects.toMatchObject({ code: 'open-questions' })
  const place = { file: '2023.csv', sheet: '' }
  await say(engine, '2023.csv', (answers) => withTable(answers, { ...place, year: 2023 }))
  expect((await engine.draft())?.questions).toMatchObject([{ state: 'answered' }])
  expect(await engine.commitDraft()).toMatchObject({ reports: 2 })
})

test('what was read is kept with the batch: every file, its findings and what became of it', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const bad = new File([`${header}\n610921,汉阴县,20x3,1,2\n`], 'bad.csv')
  await readInto(engine, [first, bad])
  await engine.commitDraft()

  const reading = await engine.batchReading(1)
  const listed = reading?.files.map(({ path, reports, findings }) => [
    path,
    reports,
    findings.map(({ code }) => code),
  ])
  expect(listed).toEqual([
    ['first.csv', 1, ['column-unknown', 'column-inferred']],
    ['bad.csv', 0, ['column-unknown', 'column-inferred', 'year-invalid']],
  ])
  expect(reading?.files[1]?.findings[2]?.place).toEqual({ file: 'bad.csv', row: 2, column: 3 })
  const { engine: other } = await openEngine(new IDBFactory())
  await other.importPackage(await engine.exportPackage())
  expect(await other.batchReading(1)).toEqual(reading)
  expect(await engine.batchReading(7)).toBeNull()
})
