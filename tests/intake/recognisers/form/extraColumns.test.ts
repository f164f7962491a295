import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import type { Cell, Report } from '@/domain/report'
import { findingMessage } from '@/wording/findings'
import { printForm, type PrintedCell, type PrintedTable } from '../../../documents/formTables'
import { pieces, renderDocument } from '../../../documents/houseStyles'
import { sheetRows } from '../../../documents/sheetRows'
import { intake } from '../../intake'

const { reports, units } = generateSample({ counties: 1, years: [2022, 2022] }, 5)
const [report] = reports as [Report]
const title = `${report.unit.name}2022年政府信息公开工作年度报告`
const form = printForm(report, '2021')

function cell(text: string, rows = 1): PrintedCell {
  return { text, rows, columns: 1 }
}

/** A table with a column more behind all others, its header over `heads` rows. */
function behind(
  table: PrintedTable,
  heads: number,
  name: string,
  text: (row: number) => string,
): PrintedTable {
  return table.map((row, at) => {
    if (at === 0) return [...row, cell(name, heads)]
    return at < heads ? row : [...row, cell(text(at))]
  })
}

/** Table 二 with a column more in every block. */
function behindTwo(name: string, text: (row: number) => string): PrintedTable {
  return form.two.map((row, at) => {
    if (row.length === 1) return row
    return [...row, cell(row[0]?.text === '信息内容' ? name : text(at))]
  })
}

function read(changed: Partial<typeof form>, called = title) {
  return intake('a.html', renderDocument({ ...form, ...changed }, 'html', called), units)
}

function group(cells: ReadonlyMap<string, Cell> | undefined, table: 'two' | 'three' | 'four') {
  const isOf = (id: string) =>
    table === 'three'
      ? id.startsWith('requests.')
      : table === 'four'
        ? /^(?:review|litigation)\./.test(id)
        : !/^(?:requests|review|litigation|prose|report)\./.test(id)
  return [...(cells ?? [])].filter(([id]) => isOf(id)).toSorted(([a], [b]) => (a < b ? -1 : 1))
}

const lastYear = (row: number) => String((row * 7) % 13)

test.each([
  ['上年', lastYear, 'warning'],
  ['上年同期数', lastYear, 'warning'],
  ['同比（%）', (row: number) => `${row - 9}%`, 'warning'],
  ['较上年增减', (row: number) => (row % 3 === 0 ? '持平' : `+${row}`), 'warning'],
  ['备注', (row: number) => (row > 3 ? '含上年结转2件' : ''), 'info'],
  ['说明', () => '见附件', 'info'],
  ['领导批示', () => '同意', 'info'],
  ['', (row: number) => (row > 3 ? '已核对' : ''), 'info'],
] as const)(
  'a column “%s” behind those of the form is left out and told',
  async (name, text, how) => {
    for (const [table, changed] of [
      ['three', { three: behind(form.three, 3, name, text) }],
      ['two', { two: behindTwo(name, text) }],
      ['four', { four: behind(form.four, 3, name, () => text(5)) }],
    ] as const) {
      const { reports: found, findings } = await read(changed)
      expect(group(found[0]?.cells, table)).toEqual(group(report.cells, table))
      const codes = findings.map(({ code, severity }) => [code, severity])
      expect(new Set(codes.map(String))).toEqual(new Set([`form-column-left-out,${how}`]))
    }
  },
)

test('last year’s figures before this year’s are left out', async () => {
  const three = form.three.map((row, at) => {
    if (at === 1) return [cell('上年', 2), ...row]
    const figures = row.slice(-7)
    if (at === 0) return [...row.slice(0, -1), { text: '申请人情况', rows: 1, columns: 8 }]
    return at < 3 ? row : [...row.slice(0, -7), cell(lastYear(at)), ...figures]
  })
  const { reports: found, findings } = await read({ three })
  expect(group(found[0]?.cells, 'three')).toEqual(group(report.cells, 'three'))
  expect(findings.map(({ code }) => code)).toEqual(['form-column-left-out'])
})

/** Table 三 with two columns for every kind of applicants, the year before left of the year. */
function paired(before: string, now: string): PrintedTable {
  const wide = form.three.map((row, at) =>
    at === 0
      ? row.map((each, place) => ({
          ...each,
          columns: place === 1 ? 14 : each.columns,
          rows: place === 0 ? 4 : 1,
        }))
      : at < 3
        ? row.map((each) => ({ ...each, columns: each.columns * 2 }))
        : [...row.slice(0, -7), ...row.slice(-7).flatMap((own) => [cell(lastYear(at)), own])],
  )
  const years = Array.from({ length: 7 }, () => [cell(before), cell(now)]).flat()
  return [...wide.slice(0, 3), years, ...wide.slice(3)]
}

test('of columns in pairs of the year before and the year the latter are read', async () => {
  const { reports: found, findings } = await read({ three: paired('上年', '本年') })
  expect(group(found[0]?.cells, 'three')).toEqual(group(report.cells, 'three'))
  expect(findings.map(({ code, detail }) => [code, detail?.['count']])).toEqual([
    ['form-column-left-out', 7],
  ])
})

test('of columns that are named by years that of the report is read, which is said', async () => {
  const { reports: found, findings } = await read({ three: paired('2021年', '2022年') })
  expect(group(found[0]?.cells, 'three')).toEqual(group(report.cells, 'three'))
  expect(findings.map(findingMessage)).toEqual([
    '“2021年”7 列是另一年的数，没有读取，只读了 2022 年的各列，请核对。',
  ])
})

test.each([
  ['none of them is the year of the report', '2020年', '2021年', title],
  ['the year of the report is not known', '2021年', '2022年', `${report.unit.name}年报`],
])('columns named by years stay unreadable where %s', async (_, before, now, called) => {
  const { reports: found, findings } = await read({ three: paired(before, now) }, called)
  const kinds = group(found[0]?.cells, 'three').map(([, { kind }]) => kind)
  expect(new Set(kinds).has('value')).toBe(false)
  expect(findings.map(({ code }) => code)).toContain('form-column-unsure')
})

test('why they are unreadable is said once', async () => {
  const { reports: found, findings } = await read({ three: paired('2020年', '2021年') })
  const kinds = group(found[0]?.cells, 'three').map(([, { kind }]) => kind)
  expect(new Set(kinds)).toEqual(new Set(['unreadable']))
  expect(findings.map(({ code }) => code)).toEqual(['form-column-unsure'])
})

test('last year’s figure beside a blank is not this year’s', async () => {
  const two = behindTwo('上年', lastYear).map((row) =>
    row[0]?.text === '行政许可'
      ? row.map((each, at) => (at === 1 ? { ...each, text: '' } : each))
      : row,
  )
  const { reports: found } = await read({ two })
  expect(found[0]?.cells.get('permits.decisions')?.kind).not.toBe('value')
})

test('where the header does not stand over its figures nothing is taken', async () => {
  const three = behind(form.three, 3, '上年', lastYear).map((row, at) =>
    at < 3 ? row.filter(({ text }) => !text.startsWith('（本列')) : row,
  )
  const { reports: found, findings } = await read({ three })
  expect(group(found[0]?.cells, 'three').some(([, { kind }]) => kind === 'value')).toBe(false)
  expect(findings.map(({ code }) => code)).toContain('form-column-unsure')
})

test('a form typed into a sheet with a column 上年 is the report of its year, and none of the year before', async () => {
  const three = behind(form.three, 3, '上年', lastYear)
  const all = pieces({ ...form, three, two: behindTwo('上年', lastYear) }, title)
  const quoted = sheetRows(all).map((row) => row.map((text) => `"${text}"`).join(','))
  const { reports: found, findings } = await intake('a.csv', quoted.join('\n'), units)
  expect(found.map(({ year }) => year)).toEqual([2022])
  for (const table of ['two', 'three', 'four'] as const)
    expect(group(found[0]?.cells, table)).toEqual(group(report.cells, table))
  expect(findings.map(({ code }) => code)).toContain('form-column-left-out')
})
