import type { ClassCut } from '@/charts/mapClasses'
import type { FigureMode } from '@/charts/figureModes'
import { describeItem } from '@/domain/item'
import type { Fact } from '@/exports/viewFile'
import { exploreTitles } from '@/wording/exploreForms'
import { scopeWords } from '@/wording/scopes'
import type { Surroundings } from '../compare/asking'
import { unitName } from '../compare/asking'
import { axisFact, unitsFact } from '../compare/choiceText'
import { compositionOf } from './compositions'
import type { ExploreLayout } from './exploreLayout'
import { heldQuestion, shownItems } from './exploreLayout'
import { flowScale } from '@/wording/scaleNotes'
import type { ExploreState } from './exploreState'

/** The modes in words. */
export const modeTitles: Readonly<Record<FigureMode, string>> = {
  value: '绝对',
  share: '占合计',
  index: '指数',
  change: '同比',
  perResident: '每万常住人口',
  perRegistered: '每万户籍人口',
  perPerson: '每万人口',
}

/** The ways to cut numbers into classes, in words. */
export const cutTitles: Readonly<Record<ClassCut, string>> = {
  quantile: '等数量',
  equal: '等间距',
}

/** What an exploration shows, in the words of its filters. */
export function exploreFacts(
  state: ExploreState,
  layout: ExploreLayout,
  around: Surroundings,
): readonly Fact[] {
  const [from, to] = layout.years
  const years = layout.isOneYear || from === to ? String(layout.year) : `${from}–${to}`
  const base = state.mode === 'index' ? `（${layout.base} 年 = 100）` : ''
  return [
    { label: '图形', text: exploreTitles[state.form] },
    ...figuresFact(state, base),
    whoFact(state, layout, around),
    { label: '年份', text: years },
    ...(state.form === 'map'
      ? [
          { label: '地图', text: state.map === 'tiles' ? '方格图' : '边界图' },
          { label: '分级', text: cutTitles[state.cut] },
        ]
      : []),
    { label: '口径', text: scopeWords[state.scope] },
    ...(state.form === 'flow' ? [{ label: '刻度', text: flowScale }] : []),
    ...axisFact(heldQuestion(state, layout) !== null),
  ]
}

/** A composition over the years and a flow may be of one unit. */
function whoFact(state: ExploreState, { alone }: ExploreLayout, around: Surroundings): Fact {
  if (alone !== null) return { label: '单位', text: unitName(alone, state.units, around) }
  return unitsFact(state.units, around)
}

function figuresFact(state: ExploreState, base: string): readonly Fact[] {
  if (state.form === 'flow') return [{ label: '内容', text: '申请人 → 办理结果' }]
  if (state.form === 'composition')
    return [{ label: '内容', text: compositionOf(state.parts).label }]
  const items = shownItems(state).map(describeItem)
  return [
    { label: '指标', text: items.map(({ label }) => label).join('、') },
    { label: '读法', text: modeTitles[state.mode] + base },
    ...items.map(({ label, definition }) => ({ label: `${label}的定义`, text: definition })),
  ]
}
