import { chainLinks } from '@/analysis/chain'
import type { Scope } from '@/domain/report'
import { formatUnits, parseUnits, type UnitChoice } from '../compare/unitChoice'
import { firstText, parseYears, type Query } from '../compare/viewState'

/** Everything that the address bar holds of the chain page. */
export interface ChainState {
  readonly units: UnitChoice
  /** Both included; null: all on record. */
  readonly years: readonly [number, number] | null
  readonly scope: Scope
  /** Id of the link that is followed. */
  readonly link: string
  readonly sort: 'broken' | 'code'
}

/** What the page shows before anything is chosen: 结转, the units with broken links first. */
export const startState: ChainState = {
  units: { kind: 'roster' },
  years: null,
  scope: 'whole',
  link: chainLinks[0]?.id ?? '',
  sort: 'broken',
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseChainState(query: Query): ChainState {
  const text = (name: string) => firstText(query[name])
  return {
    units: parseUnits(text('units')),
    years: parseYears(text('years')),
    scope: text('scope') === 'office' ? 'office' : 'whole',
    link: chainLinks.find(({ id }) => id === text('link'))?.id ?? startState.link,
    sort: text('sort') === 'code' ? 'code' : 'broken',
  }
}

/** The shortest query that reads back as the state. */
export function formatChainState(state: ChainState): Record<string, string> {
  const query: Record<string, string> = {}
  if (state.units.kind !== 'roster') query['units'] = formatUnits(state.units)
  if (state.years) query['years'] = state.years.join('-')
  if (state.scope !== startState.scope) query['scope'] = state.scope
  if (state.link !== startState.link) query['link'] = state.link
  if (state.sort !== startState.sort) query['sort'] = state.sort
  return query
}
