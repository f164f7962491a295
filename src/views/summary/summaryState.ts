import type { CheckFilter } from '@/analysis/answer'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { formatUnits, parseUnits, type UnitChoice } from '../compare/unitChoice'
import { firstText, parseChecks, parseYear, type Query } from '../compare/viewState'

/** Everything that the address bar holds of 汇总表. */
export interface SummaryState {
  readonly units: UnitChoice
  /** Null: the last on record. */
  readonly year: number | null
  readonly scope: Scope
  readonly checks: CheckFilter
  /** The unit whose own report is shown; null: the sums of all. */
  readonly unit: UnitId | null
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseSummaryState(query: Query): SummaryState {
  const text = (name: string) => firstText(query[name])
  const unit = text('unit')
  return {
    units: parseUnits(text('units')),
    year: parseYear(text('year')),
    scope: text('scope') === 'office' ? 'office' : 'whole',
    checks: parseChecks(query['checks']),
    unit: unit === '' ? null : unit,
  }
}

/** The shortest query that reads back as the state. */
export function formatSummaryState(state: SummaryState): Record<string, string> {
  const { units, year, scope, checks, unit } = state
  return {
    ...(units.kind === 'roster' ? {} : { units: formatUnits(units) }),
    ...(year === null ? {} : { year: String(year) }),
    ...(scope === 'whole' ? {} : { scope }),
    ...(checks === 'all' ? {} : { checks }),
    ...(unit === null ? {} : { unit }),
  }
}
