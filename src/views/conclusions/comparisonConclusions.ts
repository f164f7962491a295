import type { MatrixAnswer } from '@/analysis/answer'
import { addsUp, totalFact } from '@/analysis/conclusionFacts'
import { yearOnYearById } from '@/domain/measures'
import { cityConclusion } from '@/wording/conclusions/cityConclusion'
import type { Conclusion } from '@/wording/conclusions/conclusion'
import { unitConclusion } from '@/wording/conclusions/unitConclusion'
import { figureOf, type Layout } from '../compare/asking'
import { subjectOf } from '../compare/subjects'
import type { ViewState } from '../compare/viewState'

/** The one short conclusion of a comparison: of its figure, or of the whole that it takes apart. */
export function comparisonConclusions({
  state,
  layout,
  answer,
}: {
  readonly state: ViewState
  readonly layout: Layout
  readonly answer: MatrixAnswer
}): readonly Conclusion[] {
  const now = answer.years.indexOf(layout.year)
  const item = itemOf(state, answer, now)
  if (item === undefined || now < 0) return []
  if (answer.units.length === 1) return [unitConclusion(answer, item, 0, now, null)]
  const before = answer.years.indexOf(layout.year - 1)
  const conclusion = cityConclusion(answer, item, { now, before: before < 0 ? null : before })
  return conclusion === null ? [] : [conclusion]
}

/** Of figures that follow one another, the one that the shown year's form has. */
function itemOf(state: ViewState, answer: MatrixAnswer, year: number): string | undefined {
  const subject = subjectOf(state.view, state.subject)
  const items =
    subject.kind === 'composition'
      ? [subject.spec.whole.item]
      : (figureOf(subject, state.figure)?.items ?? [])
  const usable = items.filter(
    (item) => answer.items.includes(item) && addsUp(item) && yearOnYearById(item) === undefined,
  )
  return usable.find((item) => totalFact(answer, item, year).sum.units.length > 0) ?? usable[0]
}
