import { option, type Option } from '../filters/filterChoices'
import type { Layout, Surroundings } from './asking'
import { hasHeldAxis, unitName } from './asking'
import { subjectOf, subjects } from './subjects'
import type { ViewState } from './viewState'

/** What the filters of a view offer. */
export function filterOptions(
  state: ViewState,
  layout: Layout,
  around: Surroundings,
  units: readonly { readonly id: string; readonly name: string }[],
) {
  const subject = subjectOf(state.view, state.subject)
  const isComposition = subject.kind === 'composition'
  const isOneAtATime = layout.kind === 'multiples' || state.sort === 'value'
  return {
    isComposition,
    hasAxis: hasHeldAxis(state, layout) && layout.years[0] < layout.years[1],
    subjects: subjects[state.view].map(({ id, label }) => option(id, label)),
    modes: [option('trend' as const, '历年'), option('year' as const, '某年各单位')],
    of: [
      ...(isComposition ? [] : [option('each', '各单位')]),
      option(isComposition ? 'each' : 'total', '合计'),
      ...units.map(({ id, name }) => option(id, name)),
      ...chosenUnit(state, units, around),
    ],
    sorts: [
      option('value' as const, '数值'),
      option('name' as const, '名称'),
      option('code' as const, '代码'),
    ],
    figures:
      subject.kind === 'figures' && isOneAtATime
        ? subject.panels.map(({ title }, place) => option(place, title))
        : [],
    shapes: [option('share' as const, '百分比'), option('count' as const, '件数')],
    scales: [option('linear' as const, '线性'), option('log' as const, '对数')],
  }
}

/** A unit drawn alone that is not among those offered. */
function chosenUnit(
  { of, units: choice }: ViewState,
  units: readonly { readonly id: string }[],
  around: Surroundings,
): readonly Option<string>[] {
  if (typeof of !== 'object' || units.some(({ id }) => id === of.unit)) return []
  return [option(of.unit, unitName(of.unit, choice, around))]
}
