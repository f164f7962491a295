import type { CheckFilter } from '@/analysis/answer'
import type { ReportKey } from '@/data/batch'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { firstText, parseYear, type Query } from '../compare/viewState'

/** One of the two reports. */
export interface PairSide {
  /** Null: not chosen yet. */
  readonly unit: UnitId | null
  /** Null: the last on record. */
  readonly year: number | null
  readonly scope: Scope
}

/** Everything that the address bar holds of 两两对照. */
export interface PairState {
  readonly a: PairSide
  readonly b: PairSide
  /** Only figures that are not the same. */
  readonly onlyDifferent: boolean
  readonly checks: CheckFilter
}

const SEPARATOR = '@'

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parsePairState(query: Query): PairState {
  return {
    a: parseSide(firstText(query['a'])),
    b: parseSide(firstText(query['b'])),
    onlyDifferent: firstText(query['only']) === 'different',
    checks: firstText(query['checks']) === 'trusted' ? 'trusted' : 'all',
  }
}

/** The shortest query that reads back as the state. */
export function formatPairState({
  a,
  b,
  onlyDifferent,
  checks,
}: PairState): Record<string, string> {
  const query: Record<string, string> = {}
  const [first, second] = [formatSide(a), formatSide(b)]
  if (first !== '') query['a'] = first
  if (second !== '') query['b'] = second
  if (onlyDifferent) query['only'] = 'different'
  if (checks !== 'all') query['checks'] = checks
  return query
}

/** `cn:610921`, `cn:610921@2023`, `cn:610921@2023@office`. */
function parseSide(text: string): PairSide {
  const [unit = '', year = '', scope = ''] = text.split(SEPARATOR)
  return {
    unit: unit === '' ? null : unit,
    year: parseYear(year),
    scope: scope === 'office' ? 'office' : 'whole',
  }
}

function formatSide({ unit, year, scope }: PairSide): string {
  const parts = [unit ?? '', year ?? '', scope === 'whole' ? '' : scope]
  return parts.join(SEPARATOR).replace(/@+$/, '')
}

/** The report of a side; null while it is not said in full. `last`: the last year on record. */
export function reportOf({ unit, year, scope }: PairSide, last: number | null): ReportKey | null {
  const shown = year ?? last
  return unit === null || shown === null ? null : { unit, year: shown, scope }
}
