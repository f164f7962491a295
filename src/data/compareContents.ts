import type { BatchContent } from './batch'
import type { CellDifference } from './compare'
import { cubeIndicators, ReportColumn, reportKeys } from './reportColumns'
import { SEGMENT_ROWS } from './segment'
import { statementsOf } from './statements'

/** What two batches say of the same cells, whatever became of it; absent cells say nothing. */
export interface ContentComparison {
  readonly same: number
  readonly different: number
  /** Cells that only one of them speaks of. */
  readonly onlyFirst: number
  readonly onlySecond: number
  /** The first differences, `DIFFERENCES_SHOWN` at most: `before` of the first, `after` of the second. */
  readonly differences: readonly CellDifference[]
}

const DIFFERENCES_SHOWN = 200

/** Compares what two batches say, cell by cell; also the cells that were refused on their import. */
export function compareContents(first: BatchContent, second: BatchContent): ContentComparison {
  const one = statementsOf(first, true)
  const other = statementsOf(second, true)
  const counts = { same: 0, different: 0, onlyFirst: 0, onlySecond: 0 }
  const differences: CellDifference[] = []
  const keys = [...reportKeys(one), ...reportKeys(other).filter((key) => !one.has(key))]
  const indicators = new Set([...cubeIndicators(one), ...cubeIndicators(other)])
  for (let start = 0; start < keys.length; start += SEGMENT_ROWS) {
    const some = keys.slice(start, start + SEGMENT_ROWS)
    const mine = new ReportColumn(one, some)
    const theirs = new ReportColumn(other, some)
    for (const indicator of indicators) {
      mine.read(indicator)
      theirs.read(indicator)
      for (const [at, key] of some.entries()) {
        const isMine = mine.isPresent(at)
        if (!theirs.isPresent(at)) counts.onlyFirst += Number(isMine)
        else if (!isMine) counts.onlySecond++
        else if (mine.isSame(theirs, at)) counts.same++
        else if (++counts.different <= DIFFERENCES_SHOWN)
          differences.push({ ...key, indicator, before: mine.cell(at), after: theirs.cell(at) })
      }
    }
  }
  return { ...counts, differences }
}
