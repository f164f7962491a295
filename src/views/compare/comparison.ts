import type { Layout } from './asking'
import { figureOf, heldQuestion, isByCity, isOneYear, layoutOf, questionOf } from './asking'
import type { Comparison, ComparisonInput } from './cards'
import { compositionCards } from './compositionCards'
import { figureCards } from './figureCards'
import { subjectOf } from './subjects'
import type { Comparing } from './useComparison'
import type { ViewState } from './viewState'

/** Turns an answer into charts and the table beside them. */
export function comparisonOf(input: ComparisonInput): Comparison {
  const { state, layout } = input
  const subject = subjectOf(state.view, state.subject)
  if (subject.kind === 'composition') return compositionCards(input, subject)
  const figure = figureOf(subject, state.figure)
  const panels = layout.kind === 'multiples' && figure ? [figure] : subject.panels
  return figureCards(input, subject.label, panels)
}

/** How the four comparisons ask and answer. */
export const comparing: Comparing<ViewState, Layout> = {
  layoutOf,
  questionOf,
  heldQuestion,
  isOneYear,
  comparisonOf,
  isByCity,
}
