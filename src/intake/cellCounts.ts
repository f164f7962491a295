import { countStates, STATES } from '@/data/column'
import type { Segment } from '@/data/segment'
import type { CellCounts } from './draft'

/** How many cells of the segments hold a number or say why not; absent cells do not count. */
export function countCells(segments: readonly Segment[]): CellCounts {
  const byState = new Float64Array(STATES)
  for (const { columns } of segments) {
    for (const column of columns) countStates(column, byState)
  }
  return cellCounts(byState)
}

/** The same of cells that are counted as `countStates` does. */
export function cellCounts(byState: Float64Array): CellCounts {
  const [value = NaN, blank = NaN, notApplicable = NaN, unreadable = NaN] = byState
  return { value, blank, notApplicable, unreadable }
}
