import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Cell } from '@/domain/report'
import { readSource } from '@/intake/readers/readSource'
import { intake } from './intake'

const folder = 'fixtures/dirty'

/** A dirty file as it is. */
function asItIs(name: string) {
  return intake(name, new Uint8Array(readFileSync(`${folder}/${name}`)))
}

/**
 * The cells of a dirty file as a table of reports: its columns under other headers, and a column with
 * the year where it has none.
 */
async function asReports(name: string, headers: Readonly<Record<string, string>>) {
  const bytes = new Uint8Array(readFileSync(`${folder}/${name}`))
  const [document] = await readSource({ name, path: name, bytes })
  const [header = [], ...rows] = document?.grids[0]?.rows ?? []
  const renamed = header.map((cell) => new Map(Object.entries(headers)).get(cell) ?? cell)
  const table = [[...renamed, '年份'], ...rows.map((row) => [...row, '2023'])]
  const quoted = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
  return intake('a.csv', quoted.join('\n'))
}

function codes({ findings }: Awaited<ReturnType<typeof intake>>, ...leftOut: string[]) {
  return findings
    .filter(({ code }) => !['unit-unknown', ...leftOut].includes(code))
    .map(({ code, place }) =>
      [code, place.row, place.column].filter((part) => part !== undefined).join(' '),
    )
}

/** The cell of one indicator in every report, a number as such, a state by its name. */
function cellsOf({ reports }: Awaited<ReturnType<typeof intake>>, indicator: string) {
  return reports.map(({ cells }) => short(cells.get(indicator)))
}

function short(cell: Cell | undefined): number | string {
  if (cell === undefined) return 'absent'
  if (cell.kind !== 'value') return cell.kind
  return cell.approximate ? `约${cell.value}` : cell.value
}

describe('headers', () => {
  test('13_title_rows.csv: the header is found at row 4', async () => {
    const read = await asItIs('13_title_rows.csv')

    expect(codes(read)).toEqual([
      'header-found-below 4',
      'column-unknown 4 3',
      'column-unit-stated 4 4',
    ])
    expect(read.draft.reports).toBe(0)
    expect([...new Set(read.reports.map(({ scope }) => scope))]).toEqual(['auxiliary'])
    expect(cellsOf(read, 'auxiliary.常住人口')).toEqual([456000, 321000, 'notApplicable'])
  })

  test('14_two_row_header_merged.csv: the two rows are joined', async () => {
    const read = await asItIs('14_two_row_header_merged.csv')

    expect(codes(read, 'column-unknown')[0]).toBe('header-joined 1')
    expect(read.draft.columns.map(({ header }) => header)).toEqual([
      '财政·收入（万元）',
      '财政·支出（万元）',
      '人口·常住',
      '人口·户籍',
    ])
  })

  test('26_dup_headers.csv: of two columns with one header the first is read, and it is said', async () => {
    const read = await asReports('26_dup_headers.csv', { '2022年': 'coercion.decisions' })

    expect(codes(read)).toEqual(['column-duplicate 1 3', 'column-unknown 1 4'])
    expect(cellsOf(read, 'coercion.decisions')).toEqual([1])
  })

  test('27_proto_header.csv: no header touches a prototype', async () => {
    const read = await asReports('27_proto_header.csv', {
      ['__proto__']: 'custom.__proto__',
      constructor: 'custom.constructor',
      toString: 'custom.toString',
    })

    expect(read.reports.map(({ cells }) => [...cells.keys()])).toEqual([
      ['custom.__proto__', 'custom.constructor', 'custom.toString'],
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('40_zero_width_nbsp.csv: invisible characters do not hide a header or a unit', async () => {
    const read = await asReports('40_zero_width_nbsp.csv', { '收入\u00a0': 'fees.amount' })

    expect(cellsOf(read, 'fees.amount')).toEqual([1, 2])
    expect(read.draft.openUnits.map(({ text }) => text.name)).toEqual(['甲县', '乙县'])
  })

  test('48_year_columns.csv: years side by side are named, and nothing is imported', async () => {
    const read = await asItIs('48_year_columns.csv')

    expect(codes(read)).toEqual(['years-as-columns 1'])
    expect(read.reports).toEqual([])
  })
})

describe('rows', () => {
  test('15_merged_blank_cells.csv: a blank unit is never filled from above', async () => {
    const read = await asReports('15_merged_blank_cells.csv', { 收入: 'fees.amount' })

    expect(codes(read, 'column-unknown')).toEqual([
      'unit-missing 3 1',
      'unit-missing 4 1',
      // The form of 2020 has no amount of fees.
      'figure-of-other-form 2 3',
    ])
    expect(cellsOf(read, 'fees.amount')).toEqual([1, 4])
  })

  test('16_totals_rows.csv: totals are no counties', async () => {
    const read = await asReports('16_totals_rows.csv', { 收入: 'fees.amount' })

    expect(codes(read)).toEqual(['row-skipped 4', 'row-skipped 5', 'row-skipped 6'])
    expect(cellsOf(read, 'fees.amount')).toEqual([1, 2])
  })

  test('17_footnotes.csv: notes are set aside', async () => {
    const header = '地区,年份,fees.amount,coercion.decisions'
    const text = readFileSync(`${folder}/17_footnotes.csv`, 'utf8').replace(/^.*/, header)
    const read = await intake('a.csv', text)

    expect(codes(read, 'row-short', 'cell-not-integer')).toEqual(['row-skipped 5', 'row-skipped 6'])
    expect(cellsOf(read, 'fees.amount')).toEqual([123456.78, 98765, 0])
    expect(cellsOf(read, 'coercion.decisions')).toEqual([45.6, 32.1, 'notApplicable'])
  })

  test('46_nfd_compat.csv: two ways of writing one name are one county, and it is said', async () => {
    const read = await asReports('46_nfd_compat.csv', { 值: 'coercion.decisions' })

    expect(codes(read, 'unit-ambiguous')).toEqual(['report-duplicate 3'])
    expect(cellsOf(read, 'coercion.decisions')).toEqual([1])
  })

  test('47_sum_mismatch.csv: a stated total is no county, and is compared with the sum', async () => {
    const read = await asReports('47_sum_mismatch.csv', { 收入: 'fees.amount' })

    expect(codes(read)).toEqual(['row-skipped 4', 'total-mismatch 4 2'])
    expect(read.findings.at(-1)?.detail).toEqual({ stated: 31, sum: 30, reports: 2 })
    expect(cellsOf(read, 'fees.amount')).toEqual([10, 20])
  })
})

describe('cells', () => {
  test.each([
    ['18_fullwidth_digits.csv', '收入', [123.5, 1234, -5, 'unreadable']],
    ['19_thousands.csv', '收入', [1234567, 'unreadable', 1234]],
    ['20_unit_suffix.csv', '收入', [123000, 1234, 0.05, 'unreadable']],
    [
      '21_missing_tokens.csv',
      '值',
      [
        ...['blank', 'notApplicable', 'notApplicable', 'notApplicable', 'notApplicable'],
        ...['unreadable', 'unreadable', 'unreadable', 'notApplicable', 'unreadable', 0],
        ...['unreadable', 'unreadable'],
      ],
    ],
    ['22_apostrophe_numbers.csv', '值', [12.5]],
  ])('%s', async (name, column, expected) => {
    expect(cellsOf(await asReports(name, { [column]: 'fees.amount' }), 'fees.amount')).toEqual(
      expected,
    )
  })

  test('20_unit_suffix.csv: every conversion is recorded', async () => {
    const read = await asReports('20_unit_suffix.csv', { 收入: 'fees.amount' })

    expect(codes(read)).toEqual([
      'cell-converted 2 2',
      'cell-unit-suffix 3 2',
      'cell-converted 4 2',
      'cell-unreadable 5 2',
    ])
  })

  test('22_apostrophe_numbers.csv: the code is a code', async () => {
    const read = await asReports('22_apostrophe_numbers.csv', { 值: 'fees.amount' })

    expect(read.reports.map(({ unit }) => unit)).toEqual([{ code: '110101', name: '东城区' }])
  })

  test('24_excel_dates.csv: what became a date is flagged, a serial number is a number', async () => {
    const read = await asReports('24_excel_dates.csv', {
      指标: 'licensing.decisions',
      值: '单位名称',
      日期: 'penalties.decisions',
    })

    expect(cellsOf(read, 'licensing.decisions')).toEqual(Array(4).fill('unreadable'))
    expect(cellsOf(read, 'penalties.decisions')).toEqual([
      45292,
      ...Array<string>(3).fill('unreadable'),
    ])
    expect(codes(read)).toEqual([
      'cell-maybe-date 2 1',
      ...['3 1', '3 3', '4 1', '4 3', '5 1', '5 3'].map((place) => `cell-maybe-date ${place}`),
    ])
  })

  test('42_formula.csv: a formula is text that is kept, never run', async () => {
    const read = await asReports('42_formula.csv', { 备注: 'coercion.decisions' })

    expect(cellsOf(read, 'coercion.decisions')).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      3,
    ])
    expect(read.draft.openUnits.map(({ text }) => text.name)).toContain(
      '=HYPERLINK("http://x","a")',
    )
  })

  test('41_xss.csv: markup stays the text it is', async () => {
    const read = await asReports('41_xss.csv', { 备注: 'coercion.decisions' })

    expect(read.reports[0]?.unit.name).toBe('<img src=x onerror=alert(1)>')
    expect(read.reports[0]?.raw?.get('coercion.decisions')).toBe('<svg/onload=alert(1)>')
  })
})
