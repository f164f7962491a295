import type { MatrixAnswer } from '@/analysis/answer'
import type { YearPair } from '@/analysis/comparableChange'
import { cityConclusion } from '@/wording/conclusions/cityConclusion'
import type { Conclusion } from '@/wording/conclusions/conclusion'

/** What is concluded of a city, and of a county. */
export const concludedItems: readonly string[] = [
  'requests.new.total',
  'rate.disclosed',
  'licensing.decisions',
  'penalties.decisions',
  'fees.amount',
]

export function overviewConclusions(answer: MatrixAnswer, years: YearPair): readonly Conclusion[] {
  return concludedItems.flatMap((item) => cityConclusion(answer, item, years) ?? [])
}
