import type { Scope } from '@/domain/report'
import { formatUnits, parseUnits, type UnitChoice } from '../compare/unitChoice'
import { firstText, type Query } from '../compare/viewState'

/** Everything that the address bar holds of 反查. */
export interface LookupState {
  /** As typed. */
  readonly text: string
  readonly units: UnitChoice
  readonly scope: Scope
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseLookupState(query: Query): LookupState {
  return {
    text: firstText(query['q']),
    units: parseUnits(firstText(query['units'])),
    scope: firstText(query['scope']) === 'office' ? 'office' : 'whole',
  }
}

/** The shortest query that reads back as the state. */
export function formatLookupState({ text, units, scope }: LookupState): Record<string, string> {
  return {
    ...(text === '' ? {} : { q: text }),
    ...(units.kind === 'roster' ? {} : { units: formatUnits(units) }),
    ...(scope === 'whole' ? {} : { scope }),
  }
}
