import { expect, test } from 'vitest'
import { createUnitRegistry } from '@/domain/unitRegistry'
import type { Cell } from '@/domain/report'
import { draftReports } from '@/intake/draftReports'
import { withCells, withHeaders, withTable } from '@/intake/answerChanges'
import { noAnswers, RATIO_UNIT, type FileAnswers } from '@/intake/fileAnswers'
import { readFileAgain } from '@/intake/intakeFile'

const registry = createUnitRegistry([])

/** What a file of that text holds once the user has said something of it. */
async function readWith(name: string, text: string, answers: FileAnswers) {
  const given = { name, path: name, content: new Blob([text]), answers }
  const draft = await readFileAgain(given, { ownUnits: [], within: null })
  const reports = draftReports(draft, registry)
  return { draft, reports, codes: draft.findings.map(({ code }) => code) }
}

function mapping(
  header: string,
  indicator: string | null,
  more: { unit?: string; nth?: number } = {},
) {
  const { nth = 1, unit } = more
  const said = unit === undefined ? {} : { unit }
  return { header, nth, answer: { header, nth, indicator, by: 'user', ...said } } as const
}

function number(value: number): Cell {
  return { kind: 'value', value, approximate: false }
}

const wide = '县区,年份,来信总数,其他,其他\n汉阴县,2023,30,1,2\n'

test('a column of a wide table goes to the indicator that the user names, with its place kept', async () => {
  const answers = withHeaders(noAnswers, [
    mapping('来信总数', 'requests.new.total'),
    mapping('其他', 'requests.rejected.petition.total', { nth: 2 }),
  ])
  const { draft, reports, codes } = await readWith('a.csv', wide, answers)

  expect([...(reports[0]?.cells ?? [])]).toEqual([
    ['requests.new.total', number(30)],
    ['requests.rejected.petition.total', number(2)],
  ])
  expect(
    draft.columns.map(({ header, nth, indicator, by }) => [header, nth, indicator, by]),
  ).toEqual([
    ['来信总数', 1, 'requests.new.total', 'user'],
    ['其他', 1, null, null],
    ['其他', 2, 'requests.rejected.petition.total', 'user'],
  ])
  expect(codes).toEqual(['column-ambiguous'])
})

test('a column is kept as an indicator of the user’s own, with its unit of measure, or left out', async () => {
  const answers = withHeaders(noAnswers, [
    mapping('来信总数', 'custom.来信(件)'),
    mapping('其他', null),
    mapping('其他', null, { nth: 2 }),
  ])
  const { reports, codes } = await readWith('a.csv', wide, answers)

  expect([...(reports[0]?.cells ?? [])]).toEqual([['custom.来信(件)', number(30)]])
  expect(codes).toEqual([])
})

test('what the user says of a column goes before what another one’s words say', async () => {
  const text = '县区,年份,本年新收·总计,复核后新收\n汉阴县,2023,30,31\n'
  const answers = withHeaders(noAnswers, [mapping('复核后新收', 'requests.new.total')])
  const { reports, codes } = await readWith('a.csv', text, answers)

  expect(reports[0]?.cells.get('requests.new.total')).toEqual(number(31))
  expect(codes).toEqual(['column-duplicate'])
})

test('names of figures below each other are mapped: long tables, crossed ones and keys of JSON', async () => {
  const answers = withHeaders(noAnswers, [mapping('来信总数', 'requests.new.total')])
  const long = '县区,年份,指标,数值\n汉阴县,2023,来信总数,30\n汉阴县,2023,本年新收,29\n'
  const crossed = '指标,汉阴县,洪泽区\n来信总数,30,5\n结转上年·总计,4,1\n上年结转·总计,3,2\n'
  const json = '[{"unit":{"code":"610921","name":"汉阴县"},"year":2023,"values":{"来信总数":30}}]'

  const first = await readWith('a.csv', long, answers)
  expect(first.reports[0]?.cells.get('requests.new.total')).toEqual(number(30))
  expect(first.codes).toEqual(['figure-duplicate'])
  const second = await readWith('2023.csv', crossed, answers)
  expect(second.draft.layout).toBe('cross')
  expect(second.reports.map(({ cells }) => cells.get('requests.new.total'))).toEqual([
    number(30),
    number(5),
  ])
  const third = await readWith('a.json', json, answers)
  expect(third.reports[0]?.cells.get('requests.new.total')).toEqual(number(30))
})

test('what is not known of a long table, a crossed one or JSON is listed to be mapped', async () => {
  const long = '县区,年份,指标,数值\n汉阴县,2023,来信总数,30\n汉阴县,2023,本年新收·总计,29\n'
  const crossed = '县区,本年新收·总计,上年结转·总计,来信总数\n汉阴县,29,1,30\n'
  const json = '[{"unit":{"code":"610921","name":"汉阴县"},"year":2023,"values":{"来信总数":30}}]'

  const unknown = async (name: string, text: string) => {
    const { draft } = await readWith(name, text, noAnswers)
    return draft.columns.flatMap(({ header, indicator }) => (indicator === null ? [header] : []))
  }
  expect(await unknown('a.csv', long)).toEqual(['来信总数'])
  expect(await unknown('2023年.csv', crossed)).toEqual(['来信总数'])
  expect(await unknown('a.json', json)).toEqual(['来信总数'])
})

test('money is converted from the unit that the user says, and that is on record', async () => {
  const text = '县区,年份,行政事业性收费\n汉阴县,2023,10778925.34\n'
  const answers = withHeaders(noAnswers, [mapping('行政事业性收费', 'fees.amount', { unit: '元' })])
  const { draft, reports, codes } = await readWith('a.csv', text, answers)

  expect(reports[0]?.cells.get('fees.amount')).toEqual(number(1077.892534))
  expect(draft.columns[0]?.unit).toBe('元')
  expect(codes).toEqual(['column-unit-answered'])
})

test('of one number alone the unit can be said', async () => {
  const text = '县区,年份,行政事业性收费\n汉阴县,2023,1077.89\n洪泽区,2023,24020000\n'
  const answers = withCells(noAnswers, [{ sheet: '', row: 3, column: 3, unit: '元' }])
  const { reports } = await readWith('a.csv', text, answers)

  expect(reports.map(({ cells }) => cells.get('fees.amount'))).toEqual([
    number(1077.89),
    number(2402),
  ])
})

test('a rate is read as the user says: a share of one becomes per cent, what has its sign stays', async () => {
  const text = '县区,年份,按期办结率\n汉阴县,2023,0.85\n洪泽区,2023,5.2%\n'
  const answers = withHeaders(noAnswers, [
    mapping('按期办结率', 'custom.按期办结率(%)', { unit: RATIO_UNIT }),
  ])
  const { reports } = await readWith('a.csv', text, answers)

  expect(reports.map(({ cells }) => cells.get('custom.按期办结率(%)'))).toEqual([
    number(85),
    number(5.2),
  ])
})

test('the year that the user says for a table without one is that of all its rows', async () => {
  const text = '地区,来信总数\n汉阴县,30\n合计,30\n注：来自台账,\n'
  const answers = withTable(withHeaders(noAnswers, [mapping('来信总数', 'requests.new.total')]), {
    file: 'a.csv',
    sheet: '',
    year: 2022,
  })
  const { draft, reports } = await readWith('a.csv', text, answers)

  expect(draft.layout).toBe('wide')
  expect(reports.map(({ unit, year, cells }) => [unit.name, year, [...cells.values()]])).toEqual([
    ['汉阴县', 2022, [number(30)]],
  ])
})

test('the unit that the user says for a table without one is that of all its rows', async () => {
  const text = '年份,本年新收·总计\n2022,30\n2023,31\n'
  const answers = withTable(noAnswers, {
    ...{ file: '台账.csv', sheet: '' },
    unit: { code: '610921', name: '汉阴县' },
  })
  const { reports } = await readWith('台账.csv', text, answers)

  expect(reports.map(({ unit, year }) => [unit.code, year])).toEqual([
    ['610921', 2022],
    ['610921', 2023],
  ])
})

test('a year said by the user settles what title and file name disagree about', async () => {
  const text = '2022年度情况表\n指标,汉阴县,洪泽区\n本年新收·总计,30,5\n上年结转·总计,3,2\n'
  const open = await readWith('2023.csv', text, noAnswers)
  expect(open.codes).toContain('table-key-conflict')

  const answers = withTable(noAnswers, { file: '2023.csv', sheet: '', year: 2023 })
  const said = await readWith('2023.csv', text, answers)
  expect(said.codes).not.toContain('table-key-conflict')
  expect(said.reports.map(({ year }) => year)).toEqual([2023, 2023])
})

test('rows that another file replaces are not read, and the others keep their places', async () => {
  const text = '县区,年份,本年新收·总计\n汉阴县,2023,3o\n洪泽区,2023,5\n'
  const answers = { ...noAnswers, replacedRows: [{ sheet: '', row: 2 }] }
  const { draft, reports, codes } = await readWith('a.csv', text, answers)

  expect(reports.map(({ unit }) => unit.name)).toEqual(['洪泽区'])
  expect(draft.segments[0]?.origin).toMatchObject({ row: new Uint32Array([3]) })
  expect(codes).toEqual([])
})
