import { centreKinds } from '@/analysis/centres'
import { populationOfMode, type FigureMode } from '@/charts/figureModes'
import { classCuts } from '@/charts/mapClasses'
import { describeItem } from '@/domain/item'
import { countedOf } from '@/domain/measures'
import { centreNames } from '@/wording/centres'
import { exploreForms, exploreTitles } from '@/wording/exploreForms'
import { option, yearOptions, type Option } from '../filters/filterChoices'
import { compositions } from './compositions'
import { cutTitles, modeTitles } from './exploreFacts'
import { hasHeldScale, type ExploreLayout } from './exploreLayout'
import type { ExploreState } from './exploreState'

/** How many figures each form has room for. */
export function mostItems({ form }: ExploreState): number {
  if (form === 'scatter') return 2
  return form === 'matrix' ? 12 : 6
}

/** Which choices the form of a state has, and what they offer. */
export function exploreOptions(
  state: ExploreState,
  layout: ExploreLayout,
  recorded: readonly number[],
  units: readonly { readonly id: string; readonly name: string }[],
  indicators: readonly string[],
) {
  const { form } = state
  const hasItems = form !== 'composition' && form !== 'flow'
  const isSorted = !['scatter', 'flow', 'strip'].includes(form)
  const years = yearOptions(recorded, layout.years)
  const ratio = state.items.map(describeItem).every(({ unit, isRatio }) => unit === '%' || isRatio)
  return {
    hasItems,
    hasMode: hasItems,
    hasScale: hasItems && form !== 'bump' && form !== 'map',
    hasAxis: hasHeldScale(state, layout) && layout.years[0] < layout.years[1],
    hasReferences: ['trend', 'ranking', 'strip', 'scatter'].includes(form),
    hasFocus: form !== 'multiples' && (form !== 'composition' || state.over === 'years'),
    isSorted,
    forms: exploreForms.map((each) => option(each, exploreTitles[each])),
    modes: [
      option('value' as const, modeTitles.value),
      ...(ratio && state.mode !== 'share' ? [] : [option('share' as const, modeTitles.share)]),
      option('index' as const, modeTitles.index),
      option('change' as const, modeTitles.change),
      ...perPeopleModes(state, indicators).map((mode) => option(mode, modeTitles[mode])),
    ],
    yearsWithin: years.filter(({ value }) => layout.years[0] <= value && value <= layout.years[1]),
    sorts: [
      option('value' as const, '数值'),
      ...(hasItems ? [option('change' as const, '同比变化')] : []),
      option('name' as const, '名称'),
      option('code' as const, '代码'),
    ],
    scales: [option('linear' as const, '线性'), option('log' as const, '对数')],
    parts: compositions.map(({ id, label }) => option(id, label)),
    shapes: [option('share' as const, '百分比'), option('count' as const, '件数')],
    overs: [option('units' as const, '某年各单位'), option('years' as const, '历年')],
    maps: [option('tiles' as const, '方格图'), option('boundary' as const, '边界图')],
    cuts: classCuts.map((cut) => option(cut, cutTitles[cut])),
    references: centreKinds.map((kind) => option(kind, centreNames[kind])),
    focuses: [
      option('', form === 'flow' || form === 'composition' ? '全部合计' : '不突出'),
      ...units.map(({ id, name }) => option(id, name)),
      ...unknownFocus(state, units),
    ],
  }
}

/** Per 10,000 people: of each population on record, where a figure is a count. */
function perPeopleModes(
  { items, mode: chosen }: ExploreState,
  indicators: readonly string[],
): readonly FigureMode[] {
  if (items.every((item) => countedOf(item) === undefined)) return []
  return [...populationOfMode].flatMap(([mode, population]) =>
    mode === chosen || indicators.includes(population) ? [mode] : [],
  )
}

/** A unit that stands out in a link, but is not among those offered. */
function unknownFocus(
  { focus }: ExploreState,
  units: readonly { readonly id: string }[],
): readonly Option<string>[] {
  if (focus === null || units.some(({ id }) => id === focus)) return []
  return [option(focus, '不在所选单位中')]
}
