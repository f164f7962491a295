import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import type { TraceTarget } from '@/charts/chartModel'
import { itemLook } from '@/charts/facets'
import { cellWords } from '@/charts/tables'
import type { TableText } from '@/wording/tableText'

export interface UnitYearTable {
  readonly text: TableText
  /** The figure behind a cell; null where none is. */
  readonly target: (row: number, column: number) => TraceTarget | null
}

/** The figures of one unit (by position): a row a figure, a column a year. */
export function unitYearTable(
  answer: MatrixAnswer,
  items: readonly string[],
  unit: number,
  caption: string,
): UnitYearTable {
  const label = answer.units[unit]
  const text: TableText = {
    caption: `${caption} · ${label?.name ?? ''}`,
    corner: '指标',
    groups: [],
    columns: answer.years.map((year) => ({ label: String(year), title: `${year} 年` })),
    rows: items.length,
    row: (index) => {
      const item = items[index] ?? ''
      const look = itemLook(item)
      const isWritten = look.measureUnit === '' || look.measureUnit === '%'
      return {
        key: item,
        header: isWritten ? look.label : `${look.label}（${look.measureUnit}）`,
        aside: '',
        isTotal: false,
        cells: answer.years.map((_, year) =>
          cellWords(answerCell(answer, item, unit, year), null, look),
        ),
      }
    },
  }
  return {
    text,
    target: (row, column) => {
      const [item, year] = [items[row], answer.years[column]]
      return label && item !== undefined && year !== undefined
        ? { unit: label.id, year, item }
        : null
    },
  }
}
