import type { Prose } from '../../../document'
import { judgeClaims } from './judgeClaims'
import { judgeSections, judgeYears } from './judgeFrame'
import { judgeParts } from './judgeParts'
import { judgeStatements } from './judgeStatements'
import { proseSections } from './proseSections'
import type { CellOf } from './tableReadings'
import type { TextJudgement } from './textJudgement'

/** 五、存在的主要问题 speaks of other years and of plans. */
const PROBLEMS = 5

/**
 * The running text of a report held against its tables, its own sums, its year and the six parts of
 * the form: every statement that is understood, with its outcome. A figure that is kept has its check
 * over the stored cells; nothing is judged twice.
 *
 * @param cellOf the cells of the tables as read; `absent` for what the document has not
 */
export function judgeText(
  lines: readonly Prose[],
  year: number | null,
  cellOf: CellOf,
): TextJudgement[] {
  const sections = proseSections(lines).filter(({ number }) => number !== PROBLEMS)
  return [
    ...sections.flatMap((section) => [
      ...judgeClaims(section, year, cellOf),
      ...judgeStatements(section, cellOf),
      ...judgeParts(section),
    ]),
    ...judgeYears(lines, year),
    ...judgeSections(lines),
  ]
}
