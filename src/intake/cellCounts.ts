import { missingCode, numberLimit } from '@/data/column'
import { missingStates, type Segment, type SegmentColumn } from '@/data/segment'
import type { CellCounts } from './draft'

/** How many cells of the segments hold a number or say why not; absent cells do not count. */
export function countCells(segments: readonly Segment[]): CellCounts {
  const byState = new Float64Array(1 + missingStates.length)
  for (const { columns } of segments) {
    for (const column of columns) addColumn(byState, column)
  }
  const [value = NaN, blank = NaN, notApplicable = NaN, unreadable = NaN] = byState
  return { value, blank, notApplicable, unreadable }
}

function addColumn(byState: Float64Array, { values, states }: SegmentColumn): void {
  if (states !== null) {
    for (const state of states) byState[state] = (byState[state] as number) + 1
    return
  }
  const limit = numberLimit(values)
  const first = missingCode(values, 'blank') + 1
  let numbers = 0
  for (let row = 0; row < values.length; row++) {
    const entry = values[row] as number
    if (entry < limit) numbers++
    else byState[first - entry] = (byState[first - entry] as number) + 1
  }
  byState[0] = (byState[0] as number) + numbers
}
