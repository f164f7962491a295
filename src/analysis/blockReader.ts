import { numberLimit, stateAt } from '@/data/column'
import type { CubeBlock } from '@/data/cube'
import type { ColumnValues, SegmentColumn } from '@/data/segment'
import { setFigure, type Figures } from '@/domain/checks/figures'

const ABSENT = 4
const NOTHING = new Uint8Array(0)

/** A column with the bound of its numbers; `column` null where the block has none. */
interface ReadColumn {
  readonly column: SegmentColumn | null
  readonly values: ColumnValues
  readonly limit: number
}

type Columns = readonly ReadColumn[]

const found = new WeakMap<CubeBlock['columns'], Map<readonly string[], Columns>>()

/** The columns of a list of indicators in a block; the list itself is the key, so keep it. */
export function columnsOf(block: CubeBlock, indicators: readonly string[]): Columns {
  let lists = found.get(block.columns)
  if (!lists) found.set(block.columns, (lists = new Map<readonly string[], Columns>()))
  let columns = lists.get(indicators)
  if (!columns) {
    columns = indicators.map((indicator) => {
      const column = block.columns[block.positions.get(indicator) ?? -1]
      if (column === undefined) return { column: null, values: NOTHING, limit: -Infinity }
      return { column, values: column.values, limit: numberLimit(column.values) }
    })
    lists.set(indicators, columns)
  }
  return columns
}

/** Fills the figures of one report, in the order of the columns. */
export function readFigures(columns: Columns, row: number, figures: Figures): void {
  const { values: numbers, states } = figures
  for (let at = 0; at < columns.length; at++) {
    const { column, values, limit } = columns[at] as ReadColumn
    const value = values[row] as number
    if (value < limit) {
      numbers[at] = value
      states[at] = 0
    } else setFigure(figures, at, column === null ? ABSENT : stateAt(column, row), value)
  }
}

/** Fills the numbers of one report, NaN where there is none (also for “/”). */
export function readNumbers(columns: Columns, row: number, numbers: Float64Array): void {
  for (let at = 0; at < columns.length; at++) {
    const { values, limit } = columns[at] as ReadColumn
    const value = values[row] as number
    numbers[at] = value < limit ? value : NaN
  }
}
