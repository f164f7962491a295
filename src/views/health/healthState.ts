import { rules, type RuleId } from '@/domain/checks/rules'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { findingKinds, type FindingKind } from '@/engine/checkProtocol'
import { formatUnits, parseUnits, type UnitChoice } from '../compare/unitChoice'
import { firstText, parseYear, parseYears, type Query } from '../compare/viewState'

/** Everything that the address bar holds of 数据体检. */
export interface HealthState {
  readonly units: UnitChoice
  /** Both included; null: all on record. */
  readonly years: readonly [number, number] | null
  readonly scope: Scope
  /** Which findings are listed; in the order of `findingKinds`, never empty. */
  readonly kinds: readonly FindingKind[]
  readonly rule: RuleId | null
  readonly disposed: 'all' | 'yes' | 'no'
  readonly sort: 'worst' | 'code'
  /** The report whose findings are listed alone; the year null: all of the unit's. */
  readonly unit: UnitId | null
  readonly year: number | null
}

/** What the page shows before anything is chosen: what is wrong, the worst first. */
export const startState: HealthState = {
  units: { kind: 'roster' },
  years: null,
  scope: 'whole',
  kinds: ['error', 'warning'],
  rule: null,
  disposed: 'all',
  sort: 'worst',
  unit: null,
  year: null,
}

/** Reads a query; what it lacks or what makes no sense is as at the start. */
export function parseHealthState(query: Query): HealthState {
  const text = (name: string) => firstText(query[name])
  const asked = text('kinds').split(',')
  const kinds = findingKinds.filter((kind) => asked.includes(kind))
  const unit = text('unit')
  const disposed = text('disposed')
  return {
    units: parseUnits(text('units')),
    years: parseYears(text('years')),
    scope: text('scope') === 'office' ? 'office' : 'whole',
    kinds: kinds.length === 0 ? startState.kinds : kinds,
    rule: rules.find(({ id }) => id === text('rule'))?.id ?? null,
    disposed: disposed === 'yes' || disposed === 'no' ? disposed : 'all',
    sort: text('sort') === 'code' ? 'code' : 'worst',
    unit: unit === '' ? null : unit,
    year: unit === '' ? null : parseYear(text('year')),
  }
}

/** The shortest query that reads back as the state. */
export function formatHealthState(state: HealthState): Record<string, string> {
  const query: Record<string, string> = {}
  if (state.units.kind !== 'roster') query['units'] = formatUnits(state.units)
  if (state.years) query['years'] = state.years.join('-')
  if (state.scope !== 'whole') query['scope'] = state.scope
  if (state.kinds.join(',') !== startState.kinds.join(',')) query['kinds'] = state.kinds.join(',')
  if (state.rule !== null) query['rule'] = state.rule
  if (state.disposed !== 'all') query['disposed'] = state.disposed
  if (state.sort !== 'worst') query['sort'] = state.sort
  if (state.unit !== null) query['unit'] = state.unit
  if (state.unit !== null && state.year !== null) query['year'] = String(state.year)
  return query
}

/** The kinds of findings with one switched on or off; the last one stays. */
export function withKind(kinds: readonly FindingKind[], kind: FindingKind): readonly FindingKind[] {
  const changed = findingKinds.filter((each) => (each === kind) !== kinds.includes(each))
  return changed.length === 0 ? kinds : changed
}

/** The choices of rules, named. */
export const ruleOptions: readonly { readonly value: RuleId | ''; readonly label: string }[] = [
  { value: '', label: '全部' },
  ...rules.map(({ id, name }) => ({ value: id, label: name })),
]
