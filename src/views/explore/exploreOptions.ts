import { centreKinds } from '@/analysis/centres'
import { classCuts } from '@/charts/mapClasses'
import { describeItem } from '@/domain/item'
import { centreNames } from '@/wording/centres'
import { exploreForms, exploreTitles } from '@/wording/exploreForms'
import { compositions } from './compositions'
import { cutTitles, modeTitles } from './exploreFacts'
import type { ExploreLayout } from './exploreLayout'
import type { ExploreState } from './exploreState'

interface Option<Value> {
  readonly value: Value
  readonly label: string
}

function option<Value>(value: Value, label: string): Option<Value> {
  return { value, label }
}

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
) {
  const { form } = state
  const hasItems = form !== 'composition' && form !== 'flow'
  const isSorted = !['scatter', 'flow', 'strip'].includes(form)
  const years = [...new Set([...recorded, ...layout.years])].toSorted((a, b) => b - a)
  const yearOptions = years.map((year) => option(year, String(year)))
  const within = years.filter((year) => layout.years[0] <= year && year <= layout.years[1])
  const ratio = state.items.map(describeItem).every(({ unit, isRatio }) => unit === '%' || isRatio)
  return {
    hasItems,
    hasMode: hasItems,
    hasScale: hasItems && form !== 'bump' && form !== 'map',
    hasReferences: ['trend', 'ranking', 'strip', 'scatter'].includes(form),
    hasFocus: form !== 'multiples' && (form !== 'composition' || state.over === 'years'),
    isSorted,
    forms: exploreForms.map((each) => option(each, exploreTitles[each])),
    modes: [
      option('value' as const, modeTitles.value),
      ...(ratio && state.mode !== 'share' ? [] : [option('share' as const, modeTitles.share)]),
      option('index' as const, modeTitles.index),
      option('change' as const, modeTitles.change),
    ],
    years: yearOptions,
    yearsWithin: within.map((year) => option(year, String(year))),
    sorts: [
      option('value' as const, '数值'),
      ...(hasItems ? [option('change' as const, '同比变化')] : []),
      option('name' as const, '名称'),
      option('code' as const, '代码'),
    ],
    scales: [option('linear' as const, '线性'), option('log' as const, '对数')],
    scopes: [option('whole' as const, '全县汇总'), option('office' as const, '办公室')],
    checks: [option('all' as const, '全部'), option('trusted' as const, '只看可信')],
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

/** A unit that stands out in a link, but is not among those offered. */
function unknownFocus(
  { focus }: ExploreState,
  units: readonly { readonly id: string }[],
): readonly Option<string>[] {
  if (focus === null || units.some(({ id }) => id === focus)) return []
  return [option(focus, '不在所选单位中')]
}
