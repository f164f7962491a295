import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { printForm, type PrintedCell, type PrintedTable } from '../../../documents/formTables'
import { renderDocument } from '../../../documents/houseStyles'
import { intake } from '../../intake'

const { reports, units } = generateSample({ counties: 1, years: [2022, 2022] }, 5)
const [report] = reports
if (report === undefined) throw new Error('no report')
const title = `${report.unit.name}2022年政府信息公开工作年度报告`

/** Table 三 with its figures in another order, its header changed by `head`. */
function changed(
  order: readonly number[],
  head: (row: readonly PrintedCell[], at: number) => readonly PrintedCell[],
) {
  const form = printForm(report as NonNullable<typeof report>, '2021')
  const three: PrintedTable = form.three.map((row, at) => {
    if (at < 3) return head(row, at)
    const figures = row.slice(-7)
    return [...row.slice(0, -7), ...order.flatMap((from) => figures[from] ?? [])]
  })
  return renderDocument({ ...form, three }, 'html', title)
}

function requests(cells: ReadonlyMap<string, unknown>): unknown {
  return [...cells]
    .filter(([id]) => id.startsWith('requests.'))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function swapped<T>(all: readonly T[], one: number, other: number): T[] {
  return all.map((each, at) => (at === one ? all[other] : at === other ? all[one] : each) as T)
}

test('a column that numbers the rows of table 三 is none of its figures', async () => {
  const number = (text: string, rows = 1): PrintedCell => ({ text, rows, columns: 1 })
  const form = printForm(report, '2021')
  const three = form.three.map((row, at) => {
    if (at === 0) return [number('序号', 3), ...row]
    return at < 3 ? row : [number(String(at - 2)), ...row]
  })
  const page = renderDocument({ ...form, three }, 'html', title)
  const read = await intake('a.html', page, units)

  expect(requests(read.reports[0]?.cells ?? new Map())).toEqual(requests(report.cells))
  expect(read.findings).toEqual([])
})

test.each([
  [
    'two kinds of organisations in each other’s place',
    [0, 2, 1, 3, 4, 5, 6],
    (row: readonly PrintedCell[], at: number) => (at === 2 ? swapped(row, 0, 1) : row),
  ],
  [
    'the total before all others',
    [6, 0, 1, 2, 3, 4, 5],
    (row: readonly PrintedCell[], at: number) =>
      at === 1 ? [...row.slice(-1), ...row.slice(0, -1)] : row,
  ],
] as const)(
  'the columns of table 三 are those that its header names: %s',
  async (_, order, head) => {
    const read = await intake('a.html', changed(order, head), units)
    expect(requests(read.reports[0]?.cells ?? new Map())).toEqual(requests(report.cells))
    expect(read.findings.map(({ code }) => code)).toEqual(['form-columns-moved'])
  },
)
