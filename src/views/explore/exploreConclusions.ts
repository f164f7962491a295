import type { MatrixAnswer } from '@/analysis/answer'
import { flowItems } from '@/analysis/requestFlow'
import { conclusionOf, type ViewConclusions } from '../conclusions/comparisonConclusions'
import { compositionOf } from './compositions'
import { shownItems, type ExploreLayout } from './exploreLayout'
import type { ExploreState } from './exploreState'

/** The conclusion of an exploration: of its first figure that adds up, as reported. */
export function exploreConclusions({
  state,
  layout,
  answer,
}: {
  readonly state: ExploreState
  readonly layout: ExploreLayout
  readonly answer: MatrixAnswer
}): ViewConclusions {
  if (state.form === 'flow') return conclusionOf(answer, flowItems, layout.year)
  if (state.form === 'composition')
    return conclusionOf(answer, [compositionOf(state.parts).spec.whole.item], layout.year)
  return conclusionOf(answer, shownItems(state), layout.year)
}
