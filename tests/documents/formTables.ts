import type { Edition } from '@/domain/indicator'
import type { Cell, Report } from '@/domain/report'
import { caseIndicator, caseResults, channels } from '@/domain/tableFour'
import { applicants, requestIndicator, requestRows, type RequestRow } from '@/domain/tableThree'
import { tableTwoBlocks, type TableTwoColumn, type TableTwoRow } from '@/domain/tableTwo'

/** A cell of a printed table, with its spans. */
export interface PrintedCell {
  readonly text: string
  readonly rows: number
  readonly columns: number
}

export type PrintedTable = readonly (readonly PrintedCell[])[]

/** The statutory tables of a report as a word processor lays them out. */
export interface PrintedForm {
  readonly two: PrintedTable
  readonly three: PrintedTable
  readonly four: PrintedTable
}

/** Columns as the 2019 edition prints them; the 2021 edition prints them as the catalogue lists them. */
const order2019 = [
  'issued',
  'newlyPublished',
  'publishedTotal',
  'itemsPreviousYear',
  'itemsChange',
  'decisions',
  'items',
  'amount',
]

/** How a cell is printed; a sign for the signed, a mark for what is not applicable. */
export function printed(cell: Cell | undefined, signed = false): string {
  if (cell === undefined) return ''
  switch (cell.kind) {
    case 'value':
      return signed && cell.value > 0 ? `+${cell.value}` : String(cell.value)
    case 'notApplicable':
      return '/'
    case 'unreadable':
      return '？'
    case 'blank':
    case 'absent':
      return ''
  }
}

function cell(text: string, columns = 1, rows = 1): PrintedCell {
  return { text, rows, columns }
}

export function printForm(report: Report, edition: Edition): PrintedForm {
  const of = (indicator: string, signed = false): string =>
    printed(report.cells.get(indicator), signed)
  const hasSingle = report.cells.get('requests.other.all.total')?.kind !== undefined
  return { two: tableTwo(of, edition), three: tableThree(of, hasSingle), four: tableFour(of) }
}

type Printed = (indicator: string, signed?: boolean) => string

function tableTwo(of: Printed, edition: Edition): PrintedTable {
  return tableTwoBlocks.flatMap((block, at): PrintedCell[][] => {
    const columns = printedColumns(block.columns, edition)
    if (columns.length === 0) return []
    const wide = (text: string, column: number): PrintedCell =>
      column === columns.length - 1 ? cell(text, 4 - columns.length) : cell(text)
    const isSameItem = tableTwoBlocks[at - 1]?.group === block.group
    return [
      ...(isSameItem ? [] : [[cell(block.group, 4)]]),
      [cell('信息内容'), ...columns.map((column, at) => wide(labelIn(column, edition), at))],
      ...block.rows.map((row) => [
        cell(labelIn(row, edition)),
        ...columns.map(({ id, kind }, at) => wide(of(`${row.id}.${id}`, kind === 'signed'), at)),
      ]),
    ]
  })
}

function printedColumns(columns: readonly TableTwoColumn[], edition: Edition): TableTwoColumn[] {
  const printed = columns.filter(({ editions }) => editions.includes(edition))
  if (edition === '2021') return printed
  return printed.toSorted((a, b) => order2019.indexOf(a.id) - order2019.indexOf(b.id))
}

function labelIn({ label, label2019 }: TableTwoRow | TableTwoColumn, edition: Edition): string {
  return edition === '2019' ? (label2019 ?? label) : label
}

function tableThree(of: (indicator: string) => string, hasSingle: boolean): PrintedTable {
  const rows = requestRows.filter(
    ({ group, key }) => group !== 'other' || (key === 'otherSingle') === hasSingle,
  )
  const outcomes = rows.filter(({ group }) => group !== 'flow')
  return [
    [
      cell('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3),
      cell('申请人情况', 7),
    ],
    [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
    applicants.slice(1, 6).map(({ label }) => cell(label)),
    ...rows.map((row) => [
      ...labelCells(row, outcomes),
      ...applicants.map((applicant) => cell(of(requestIndicator(row, applicant)))),
    ]),
  ]
}

function labelCells(row: RequestRow, outcomes: readonly RequestRow[]): PrintedCell[] {
  if (row.group === 'flow') return [cell(row.label, 3)]
  const first = row === outcomes[0] ? [cell('三、本年度办理结果', 1, outcomes.length)] : []
  if (!row.heading.startsWith('（')) return [...first, cell(row.label, 2)]
  const group = outcomes.filter(({ heading }) => heading === row.heading)
  const heading = row === group[0] ? [cell(row.heading, 1, group.length)] : []
  return [...first, ...heading, cell(row.label)]
}

function tableFour(of: (indicator: string) => string): PrintedTable {
  const results = caseResults.map(({ label }) => cell(label))
  return [
    [cell('行政复议', 5, 2), cell('行政诉讼', 10)],
    [cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    [...results, ...results, ...results],
    channels.flatMap((channel) =>
      caseResults.map((result) => cell(of(caseIndicator(channel, result)))),
    ),
  ]
}
