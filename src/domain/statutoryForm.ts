import type { Edition } from './indicator'
import { caseIndicator, caseResults, channels } from './tableFour'
import { applicants, requestIndicator, requestRows, type RequestRow } from './tableThree'
import { tableTwoBlocks, type TableTwoBlock, type TableTwoColumn } from './tableTwo'

/** A cell of a printed table: words of the form, or the place of a figure. */
export type FormTableCell = Readonly<{ rows: number; columns: number }> &
  (
    | { readonly kind: 'label'; readonly text: string }
    | { readonly kind: 'figure'; readonly indicator: string }
  )

/** A table of the form as it is printed; cells covered by spans are left out. */
export interface FormTable {
  readonly id: '2' | '3' | '4'
  readonly title: string
  readonly columns: number
  readonly rows: readonly (readonly FormTableCell[])[]
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

/**
 * Tables 二, 三 and 四 in their statutory layout (国办公开办函〔2019〕60号, 〔2021〕30号). `single`: （六）其他处理 is
 * one row, as in the 2019 edition and in some later reports.
 */
export function statutoryForm(edition: Edition, single = edition === '2019'): readonly FormTable[] {
  return [
    { id: '2', title: '二、主动公开政府信息情况', columns: 4, rows: tableTwo(edition) },
    { id: '3', title: '三、收到和处理政府信息公开申请情况', columns: 10, rows: tableThree(single) },
    { id: '4', title: '四、政府信息公开行政复议、行政诉讼情况', columns: 15, rows: tableFour() },
  ]
}

function label(text: string, columns = 1, rows = 1): FormTableCell {
  return { kind: 'label', text, rows, columns }
}

function figure(indicator: string, columns = 1): FormTableCell {
  return { kind: 'figure', indicator, rows: 1, columns }
}

function tableTwo(edition: Edition): FormTableCell[][] {
  return tableTwoBlocks.flatMap((block, at): FormTableCell[][] => {
    const columns = printedColumns(block, edition)
    if (columns.length === 0) return []
    const width = (column: number) => (column === columns.length - 1 ? 4 - columns.length : 1)
    const isSameItem = tableTwoBlocks[at - 1]?.group === block.group
    return [
      ...(isSameItem ? [] : [[label(block.group, 4)]]),
      [
        label('信息内容'),
        ...columns.map((each, column) => label(labelIn(each, edition), width(column))),
      ],
      ...block.rows.map((row) => [
        label(labelIn(row, edition)),
        ...columns.map(({ id }, column) => figure(`${row.id}.${id}`, width(column))),
      ]),
    ]
  })
}

function printedColumns({ columns }: TableTwoBlock, edition: Edition): TableTwoColumn[] {
  const printed = columns.filter(({ editions }) => editions.includes(edition))
  if (edition === '2021') return printed
  return printed.toSorted((a, b) => order2019.indexOf(a.id) - order2019.indexOf(b.id))
}

function labelIn(
  { label: text, label2019 }: { readonly label: string; readonly label2019?: string },
  edition: Edition,
): string {
  return edition === '2019' ? (label2019 ?? text) : text
}

function tableThree(single: boolean): FormTableCell[][] {
  const rows = requestRows.filter(
    ({ group, key }) => group !== 'other' || (key === 'otherSingle') === single,
  )
  const outcomes = rows.filter(({ group }) => group !== 'flow')
  return [
    [
      label('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3),
      label('申请人情况', 7),
    ],
    [label('自然人', 1, 2), label('法人或其他组织', 5), label('总计', 1, 2)],
    applicants.slice(1, 6).map((applicant) => label(applicant.label)),
    ...rows.map((row) => [
      ...labelsOf(row, outcomes),
      ...applicants.map((applicant) => figure(requestIndicator(row, applicant))),
    ]),
  ]
}

function labelsOf(row: RequestRow, outcomes: readonly RequestRow[]): FormTableCell[] {
  if (row.group === 'flow') return [label(row.label, 3)]
  const first = row === outcomes[0] ? [label('三、本年度办理结果', 1, outcomes.length)] : []
  if (!row.heading.startsWith('（')) return [...first, label(row.label, 2)]
  const group = outcomes.filter(({ heading }) => heading === row.heading)
  const heading = row === group[0] ? [label(row.heading, 1, group.length)] : []
  return [...first, ...heading, label(row.label)]
}

function tableFour(): FormTableCell[][] {
  const results = caseResults.map((result) => label(result.label))
  return [
    [label('行政复议', 5, 2), label('行政诉讼', 10)],
    [label('未经复议直接起诉', 5), label('复议后起诉', 5)],
    [...results, ...results, ...results],
    channels.flatMap((channel) =>
      caseResults.map((result) => figure(caseIndicator(channel, result))),
    ),
  ]
}
