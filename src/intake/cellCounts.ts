import { countStates } from '@/data/column'
import { missingStates, type Segment } from '@/data/segment'
import type { CellCounts } from './draft'

/** How many cells of the segments hold a number or say why not; absent cells do not count. */
export function countCells(segments: readonly Segment[]): CellCounts {
  const byState = new Float64Array(1 + missingStates.length)
  for (const { columns } of segments) {
    for (const column of columns) countStates(column, byState)
  }
  const [value = NaN, blank = NaN, notApplicable = NaN, unreadable = NaN] = byState
  return { value, blank, notApplicable, unreadable }
}
