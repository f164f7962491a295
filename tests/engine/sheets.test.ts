import { IDBFactory } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import type { FindingQuestion } from '@/engine/checkProtocol'
import type { Engine } from '@/engine/createEngine'
import { toXlsx } from '@/exports/xlsxFile'
import { encode } from '../intake/readers/encode'
import { importInto, openEngine, readInto } from './testEngine'

vi.setConfig({ testTimeout: 60_000 })

const HEADER =
  'unit_code,unit_name,year,scope,edition,review.upheld,review.corrected,review.other,review.pending,review.total,litigation.direct.upheld,litigation.direct.corrected,litigation.direct.other,litigation.direct.pending,litigation.direct.total'
const hanyin = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const
const failing = '610921,汉阴县,2023,whole,2021,10,1,0,0,0,5,0,0,0,0'
const question: FindingQuestion = {
  ...{ units: null, years: null, scope: 'whole', rule: null, disposed: null },
  kinds: ['error'],
}

function reviews(name: string, ...rows: string[]): File {
  return new File([[HEADER, ...rows].join('\n') + '\n'], name)
}

async function engineWith(...rows: string[]) {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await importInto(engine, [reviews('a.csv', ...rows)])
  return { factory, engine }
}

/** The sheet as it went out, answered by the id of the row: a number, and words. */
async function answered(engine: Engine, answers: Readonly<Record<string, [string, string]>>) {
  const sheet = await engine.checkSheet('cn:610921', 'csv')
  const lines = (await sheet.text())
    .replace(/^\ufeff/u, '')
    .trim()
    .split(/\r?\n/u)
  return lines.map((line) => {
    const found = Object.entries(answers).find(([id]) => line.includes(`,${id},`))
    return found === undefined ? line : line.replace(/,,$/u, `,${found[1].join(',')}`)
  })
}

async function failures(engine: Engine) {
  const { findings } = await engine.findings(question, { first: 0, count: 50 })
  return findings.map(({ check, disposition }) => [check, disposition?.kind ?? null])
}

async function totalOf(engine: Engine, item: string) {
  return (await engine.trace(hanyin, item)).value
}

const replies = {
  'review.total': ['11', '总计漏填'],
  'T4-SUM:litigation.direct': ['', '系口径不同'],
} satisfies Record<string, [string, string]>

test('a sheet comes back in GBK: its numbers correct, its words dispose, and one undo takes the numbers back', async () => {
  const { engine } = await engineWith(failing)
  const lines = await answered(engine, replies)
  const draft = await readInto(engine, [
    new File([encode(lines.join('\r\n'), 'GB18030').slice()], '汉阴县.csv'),
  ])
  expect(draft.files[0]).toMatchObject({ layout: 'checkSheet', reports: 0 })
  expect(await failures(engine)).toEqual([
    ['T4-SUM:review', null],
    ['T4-SUM:litigation.direct', null],
  ])

  const [sheet] = await engine.returnedSheets()
  const answers = sheet?.answers ?? []
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['figure', 'finding'])
  expect(sheet?.labels.map(({ name }) => name)).toEqual(['汉阴县'])
  const applied = await engine.applySheet(sheet?.source ?? '', {
    answers: [...answers.keys()],
    conflicts: [],
  })

  expect(applied).toMatchObject({ dispositions: 1, settled: 0, batch: { kind: 'correction' } })
  expect(applied.batch?.note).toBe('退回核对表 汉阴县.csv')
  expect(await totalOf(engine, 'review.total')).toMatchObject({ value: 11 })
  expect(await failures(engine)).toEqual([['T4-SUM:litigation.direct', 'otherScope']])
  const [entry] = await engine.corrections()
  expect(entry).toMatchObject({ reason: '退回核对表 汉阴县.csv：总计漏填', standing: 'holds' })
  expect(await engine.draft()).toBeNull()
  expect((await engine.source(applied.batch?.sources[0] ?? '')).name).toBe('汉阴县.csv')

  await engine.setBatchActive(applied.batch?.id ?? -1, false)
  expect(await totalOf(engine, 'review.total')).toMatchObject({ value: 0 })
})

test('among other files and sheets it is taken by itself, and waits until it is dealt with', async () => {
  const { factory, engine } = await engineWith(failing)
  const lines = (await answered(engine, replies)).map((line) => line.split(','))
  const bytes = await toXlsx([
    { name: '填表说明', rows: [['请于本周五前返回']] },
    { name: '核对', rows: [['汉阴县核对情况'], ...lines, ['填表人', '张某']] },
  ])
  const file = new File([bytes.slice()], '返回.xlsx')
  const other = reviews('b.csv', '320813,洪泽区,2023,whole,2021,1,2,3,4,10,0,0,0,0,0')
  await readInto(engine, [other, file])

  const batch = await engine.commitDraft()
  expect(batch?.note).toBe('b.csv')
  const again = await openEngine(factory)
  const [sheet] = await again.engine.returnedSheets()
  expect(sheet).toMatchObject({ path: '返回.xlsx' })
  expect(sheet?.answers).toMatchObject([
    { kind: 'finding', sheet: '核对' },
    { kind: 'figure', sheet: '核对', standing: 'open' },
  ])

  await again.engine.dropSheet(sheet?.source ?? '')
  expect(await again.engine.returnedSheets()).toEqual([])
  expect(await totalOf(again.engine, 'review.total')).toMatchObject({ value: 0 })
})

test('a figure that changed meanwhile is a conflict, and counts only where the user says so', async () => {
  const { engine } = await engineWith(failing)
  const lines = await answered(engine, replies)
  await readInto(engine, [new File([lines.join('\n')], '汉阴县.csv')])
  const value = { kind: 'value', value: 12, approximate: false } as const
  const [seen] = await engine.returnedSheets()
  const source = seen?.source ?? ''
  await engine.correct([{ ...hanyin, indicator: 'review.total', value }], '县局来电')

  // Chosen as it stood before: nothing is taken over what came meanwhile, and the sheet stays.
  const at = seen?.answers.findIndex(({ kind }) => kind === 'figure') ?? -1
  const tried = await engine.applySheet(source, { answers: [at], conflicts: [] })
  expect(tried.batch).toBeNull()
  expect(await totalOf(engine, 'review.total')).toMatchObject({ value: 12 })
  const [sheet] = await engine.returnedSheets()
  expect(sheet?.answers[at]).toMatchObject({
    standing: 'conflict',
    stated: { value: 0 },
    now: { value: 12 },
  })

  await engine.applySheet(source, { answers: [], conflicts: [at] })
  expect(await totalOf(engine, 'review.total')).toMatchObject({ value: 11 })
  expect(await engine.returnedSheets()).toEqual([])
})

test('words on a finding that the numbers settle are not recorded', async () => {
  const { engine } = await engineWith(failing)
  const lines = await answered(engine, {
    'review.total': ['11', ''],
    'T4-SUM:review': ['', '已更正'],
  })
  await readInto(engine, [new File([lines.join('\n')], '汉阴县.csv')])
  const [sheet] = await engine.returnedSheets()
  const applied = await engine.applySheet(sheet?.source ?? '', { answers: [0, 1], conflicts: [] })

  expect(applied).toMatchObject({ dispositions: 0, settled: 1 })
  expect(await failures(engine)).toEqual([['T4-SUM:litigation.direct', null]])
})

test('a sheet of many years is known too', async () => {
  const rows = Array.from({ length: 18 }, (_, at) => failing.replace('2023', String(2008 + at)))
  const { engine } = await engineWith(...rows)
  const line = '数据,610921,汉阴县,2023,全县汇总,行政复议·总计,review.total,0,,,11,'
  const lines = await answered(engine, {})
  const filler = Array.from({ length: 6000 }, () =>
    line.replace('review.total,0,,,11', 'review.other,0,,,'),
  )
  const text = [...lines, ...filler, line].join('\n')
  expect(text.length).toBeGreaterThan(256 * 1024)
  const draft = await readInto(engine, [new File([text], '历年.csv')])

  expect(draft.files[0]?.layout).toBe('checkSheet')
  expect((await engine.returnedSheets())[0]?.answers).toHaveLength(1)
})
