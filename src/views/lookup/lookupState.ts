import type { CheckFilter } from '@/analysis/answer'
import type { Scope } from '@/domain/report'
import { formatUnits, parseUnits, type UnitChoice } from '../compare/unitChoice'
import { firstText, parseChecks, type Query } from '../compare/viewState'

/** Everything that the address bar holds of 反查. */
export interface LookupState {
  /** As typed. */
  readonly text: string
  readonly units: UnitChoice
  readonly scope: Scope
  readonly checks: CheckFilter
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseLookupState(query: Query): LookupState {
  return {
    text: firstText(query['q']),
    units: parseUnits(firstText(query['units'])),
    scope: firstText(query['scope']) === 'office' ? 'office' : 'whole',
    checks: parseChecks(query['checks']),
  }
}

/** The shortest query that reads back as the state. */
export function formatLookupState({
  text,
  units,
  scope,
  checks,
}: LookupState): Record<string, string> {
  return {
    ...(text === '' ? {} : { q: text }),
    ...(units.kind === 'roster' ? {} : { units: formatUnits(units) }),
    ...(scope === 'whole' ? {} : { scope }),
    ...(checks === 'all' ? {} : { checks }),
  }
}
