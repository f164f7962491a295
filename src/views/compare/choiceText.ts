import type { Fact } from '@/exports/viewFile'
import { namesText } from '@/wording/answers'
import { scopeWords } from '@/wording/scopes'
import type { Layout, Surroundings } from './asking'
import { heldQuestion, namedUnits, unitName } from './asking'
import { subjectOf } from './subjects'
import type { UnitChoice } from './unitChoice'
import { choiceSummary } from './unitOffers'
import type { ViewState } from './viewState'

/** Whose reports are chosen, how many, and their names. */
export function unitsFact(choice: UnitChoice, around: Surroundings): Fact {
  const names = namedUnits(choice, around).map(({ name }) => name)
  return { label: '单位', text: `${choiceSummary(choice, around)}：${namesText(names)}` }
}

/** That the scales are the same in every year, where they are. */
export function axisFact(isHeld: boolean): readonly Fact[] {
  return isHeld ? [{ label: '刻度', text: '各年统一' }] : []
}

/** What a comparison shows, in the words of its filters. */
export function comparisonFacts(
  state: ViewState,
  layout: Layout,
  around: Surroundings,
): readonly Fact[] {
  const [from, to] = layout.years
  const isOneYear = layout.kind === 'ranking' || layout.kind === 'rows' || from === to
  const name = layout.unit === null ? null : unitName(layout.unit, state.units, around)
  return [
    { label: '内容', text: subjectOf(state.view, state.subject).label },
    name === null ? unitsFact(state.units, around) : { label: '单位', text: name },
    { label: '年份', text: isOneYear ? String(layout.year) : `${from}–${to}` },
    { label: '口径', text: scopeWords[state.scope] },
    ...axisFact(heldQuestion(state, layout) !== null),
  ]
}
