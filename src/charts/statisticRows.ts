import { isQuartile, LEAST_FOR_QUARTILES } from '@/analysis/centres'
import type { NumberStyle } from '@/wording/answers'
import { centreDefinitions, centreNumber } from '@/wording/centres'
import type { CellText, RowText } from '@/wording/tableText'
import type { Reference } from './references'
import type { AnswerTable } from './tables'

/** A statistic that has one number in every column of a table. */
export interface StatisticRow {
  readonly reference: Pick<Reference, 'kind' | 'label'>
  /** By column of the table; null where the column has none. */
  readonly cells: readonly ({
    readonly value: number
    readonly n: number
    readonly style: NumberStyle
  } | null)[]
}

/** A table with its statistics in rows below the sums, each with how many units are in it. */
export function withStatistics(table: AnswerTable, rows: readonly StatisticRow[]): AnswerTable {
  if (rows.length === 0) return table
  const { text } = table
  const own = (row: number) => rows[row - 1]
  const beneath = (row: number) => (row === 0 ? 0 : row - rows.length)
  return {
    text: {
      ...text,
      rows: text.rows + rows.length,
      row: (index) => {
        const shown = own(index)
        return shown ? statisticText(shown) : text.row(beneath(index))
      },
    },
    target: (row, column) => (own(row) ? null : table.target(beneath(row), column)),
    total: (row, column) => (own(row) ? null : table.total(beneath(row), column)),
  }
}

function statisticText({ reference, cells }: StatisticRow): RowText {
  return {
    key: `statistic ${reference.kind}`,
    header: reference.label,
    aside: centreDefinitions[reference.kind],
    isTotal: true,
    cells: cells.map((cell): CellText => {
      const none = { note: '', missing: true, sign: '', opens: false }
      if (cell === null || Number.isNaN(cell.value)) {
        const isFew = cell !== null && cell.n > 0 && isQuartile(reference.kind)
        return {
          ...none,
          text: '—',
          note: isFew ? `只有 ${cell.n} 个数，不足 ${LEAST_FOR_QUARTILES} 个没有四分位` : '',
        }
      }
      const { value, n, style } = cell
      const text = centreNumber(value, style)
      return { ...none, text: `${text}（n=${n}）`, note: `${n} 个单位`, missing: false }
    }),
  }
}
