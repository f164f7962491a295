import { indicators } from '../catalogue'
import type { IndicatorTable } from '../indicator'
import type { RuleId } from './rules'

/** T2-INT, T3-INT, T4-INT: the numbers that a cell of the form may hold. */
export interface CellRule {
  /** Rule and indicator, e.g. `T3-INT:requests.new.total`. */
  readonly id: string
  readonly rule: RuleId
  readonly indicator: string
  readonly holds: (value: number) => boolean
}

const ruleOfTable: ReadonlyMap<IndicatorTable, RuleId> = new Map([
  ['2', 'T2-INT'],
  ['3', 'T3-INT'],
  ['4', 'T4-INT'],
])

/** Counts are whole and not negative, money not negative; 本年增/减 is whole and may be either. */
export const cellRules: readonly CellRule[] = indicators.flatMap(
  ({ id, table, kind }): CellRule[] => {
    const rule = ruleOfTable.get(table)
    if (rule === undefined) return []
    return [{ id: `${rule}:${id}`, rule, indicator: id, holds: boundsOf(kind) }]
  },
)

function boundsOf(kind: string): (value: number) => boolean {
  if (kind === 'money') return (value) => value >= 0
  if (kind === 'signed') return Number.isInteger
  return (value) => Number.isInteger(value) && value >= 0
}
