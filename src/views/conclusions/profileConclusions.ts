import type { MatrixAnswer } from '@/analysis/answer'
import type { Circle } from '@/analysis/profile'
import type { Conclusion } from '@/wording/conclusions/conclusion'
import { unitConclusion } from '@/wording/conclusions/unitConclusion'
import { concludedItems } from './overviewConclusions'

/** What is concluded of one unit (by position), of the last year of which it has a report. */
export function profileConclusions(
  answer: MatrixAnswer,
  unit: number,
  circle: Circle | null,
): readonly Conclusion[] {
  const year = answer.years.findLastIndex(
    (_, column) => answer.editions[unit * answer.years.length + column] !== 0,
  )
  if (year < 0) return []
  return concludedItems.map((item) => unitConclusion(answer, item, unit, year, circle))
}
