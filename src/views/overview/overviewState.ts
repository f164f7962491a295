import type { CheckFilter } from '@/analysis/answer'
import type { Scope } from '@/domain/report'
import type { UnitChoice } from '../compare/unitChoice'
import { formatUnits, parseUnits } from '../compare/unitChoice'
import { firstText, parseYear, type Query } from '../compare/viewState'

/** Everything that the address bar holds of 总览. */
export interface OverviewState {
  readonly units: UnitChoice
  readonly scope: Scope
  readonly checks: CheckFilter
  /** The year looked at; null: the last on record. */
  readonly year: number | null
  /** The year it is compared with; null: the year before. */
  readonly base: number | null
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseOverviewState(query: Query): OverviewState {
  const text = (name: string) => firstText(query[name])
  return {
    units: parseUnits(text('units')),
    scope: text('scope') === 'office' ? 'office' : 'whole',
    checks: text('checks') === 'trusted' ? 'trusted' : 'all',
    year: parseYear(text('year')),
    base: parseYear(text('base')),
  }
}

/** The shortest query that reads back as the state. */
export function formatOverviewState(state: OverviewState): Record<string, string> {
  const query: Record<string, string> = {}
  if (state.units.kind !== 'roster') query['units'] = formatUnits(state.units)
  if (state.scope !== 'whole') query['scope'] = state.scope
  if (state.checks !== 'all') query['checks'] = state.checks
  if (state.year !== null) query['year'] = String(state.year)
  if (state.base !== null) query['base'] = String(state.base)
  return query
}

/** The two years that are compared, when what was left open is settled by what is on record. */
export function overviewYears(
  { year, base }: OverviewState,
  recorded: readonly number[],
): { readonly year: number; readonly base: number } {
  const shown = year ?? recorded.at(-1) ?? 0
  const before = base === null || base === shown ? shown - 1 : base
  return { year: shown, base: before }
}
