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
  const said = conclusionOf(answer, shownItems(state), layout.year)
  if (said.abstained === '' || state.mode === 'value') return said
  return { ...said, abstained: '占比、指数和同比不能加成合计；看合计请选“绝对”' }
}
