import type { Scope } from '@/domain/report'
import { existedIn, type UnitId } from '@/domain/unit'
import type { CheckStore } from './checkStore'
import { healthMatrix } from './reportHealth'

/** The state of every report of units × years, a column a fact; index = unit × years + year. */
export interface HealthColumns {
  readonly units: readonly UnitId[]
  /** One after the other, without gaps. */
  readonly years: readonly number[]
  /** 1: the unit existed in that year, under one of its names. */
  readonly existed: Uint8Array
  readonly reported: Uint8Array
  /** 1: lacks figures that its form has. */
  readonly partial: Uint8Array
  readonly errors: Uint16Array
  readonly warnings: Uint16Array
  readonly notes: Uint16Array
  readonly undecidable: Uint16Array
  readonly passed: Uint16Array
}

/** The health matrix in columns, which cross from the worker at no cost: a nation has 50,000 reports. */
export function healthColumns(
  store: CheckStore,
  units: readonly UnitId[],
  years: readonly number[],
  scope: Scope,
): HealthColumns {
  const { reports } = healthMatrix(store, units, years, scope)
  const existed = units.flatMap((id) => {
    const unit = store.registry.byId(id)
    return years.map((year) => (unit === undefined || existedIn(unit, year) ? 1 : 0))
  })
  return {
    units,
    years,
    existed: Uint8Array.from(existed),
    reported: Uint8Array.from(reports, ({ reported }) => (reported ? 1 : 0)),
    partial: Uint8Array.from(reports, ({ partial }) => (partial ? 1 : 0)),
    errors: Uint16Array.from(reports, ({ errors }) => errors),
    warnings: Uint16Array.from(reports, ({ warnings }) => warnings),
    notes: Uint16Array.from(reports, ({ notes }) => notes),
    undecidable: Uint16Array.from(reports, ({ undecidable }) => undecidable),
    passed: Uint16Array.from(reports, ({ passed }) => passed),
  }
}
