import type { MatrixAnswer } from '@/analysis/answer'
import { addsUp, totalFact } from '@/analysis/conclusionFacts'
import { yearOnYearById } from '@/domain/measures'
import { cityConclusion } from '@/wording/conclusions/cityConclusion'
import type { Conclusion } from '@/wording/conclusions/conclusion'
import { unitConclusion } from '@/wording/conclusions/unitConclusion'
import { figureOf, type Layout } from '../compare/asking'
import { subjectOf } from '../compare/subjects'
import type { ViewState } from '../compare/viewState'

/** What is concluded of a view, or why nothing is. */
export interface ViewConclusions {
  readonly conclusions: readonly Conclusion[]
  /** Empty where there is a conclusion. */
  readonly abstained: string
}

/** The one short conclusion of a comparison: of its figure, or of the whole that it takes apart. */
export function comparisonConclusions({
  state,
  layout,
  answer,
}: {
  readonly state: ViewState
  readonly layout: Layout
  readonly answer: MatrixAnswer
}): ViewConclusions {
  const subject = subjectOf(state.view, state.subject)
  const items =
    subject.kind === 'composition'
      ? [subject.spec.whole.item]
      : (figureOf(subject, state.figure)?.items ?? [])
  return conclusionOf(answer, items, layout.year)
}

/** The conclusion of the first of the items that the year has a total of, against the year before. */
export function conclusionOf(
  answer: MatrixAnswer,
  items: readonly string[],
  year: number,
): ViewConclusions {
  if (answer.years.length === 0) return abstained('所选单位没有年报')
  const now = answer.years.indexOf(year)
  if (now < 0 || answer.units.length === 0) return abstained(`所选单位没有 ${year} 年的年报`)
  const usable = items.filter(
    (item) => answer.items.includes(item) && addsUp(item) && yearOnYearById(item) === undefined,
  )
  const item = usable.find((each) => totalFact(answer, each, now).sum.units.length > 0) ?? usable[0]
  if (item === undefined) return abstained('所画的数不能加成合计')
  if (answer.units.length === 1)
    return { conclusions: [unitConclusion(answer, item, 0, now, null)], abstained: '' }
  const before = answer.years.indexOf(year - 1)
  const conclusion = cityConclusion(answer, item, { now, before: before < 0 ? null : before })
  return conclusion === null
    ? abstained('所画的数不能加成合计')
    : { conclusions: [conclusion], abstained: '' }
}

function abstained(why: string): ViewConclusions {
  return { conclusions: [], abstained: why }
}
