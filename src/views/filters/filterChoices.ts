import type { CheckFilter } from '@/analysis/answer'
import type { Scope } from '@/domain/report'
import { scopeWords } from '@/wording/scopes'
import type { UnitChoice } from '../compare/unitChoice'
import type { AxisOver } from '../compare/viewState'

export interface Option<Value> {
  readonly value: Value
  readonly label: string
}

/** One choice and its words. */
export function option<Value>(value: Value, label: string): Option<Value> {
  return { value, label }
}

/** What every view lets one choose. */
export interface FilterState {
  readonly units: UnitChoice
  /** Left out where a page has no scope to choose. */
  readonly scope?: Scope
  /** Left out where all figures are shown in any case. */
  readonly checks?: CheckFilter
}

/** The years of a view: a range, or one year, with the one it is compared with if there is any. */
export type FilterYears =
  | { readonly kind: 'range'; readonly years: readonly [number, number] }
  | {
      readonly kind: 'one'
      readonly year: number
      /** Only years within these are offered. */
      readonly within?: readonly [number, number]
      readonly base?: number
    }

/** What was chosen; only what changes. */
export interface FilterPatch {
  units?: UnitChoice
  scope?: Scope
  checks?: CheckFilter
  years?: readonly [number, number]
  year?: number
  base?: number
}

export const scopeOptions: readonly Option<Scope>[] = [
  option('whole', scopeWords.whole),
  option('office', scopeWords.office),
]

export const checkOptions: readonly Option<CheckFilter>[] = [
  option('all', '全部'),
  option('trusted', '只看可信'),
]

/** Scales of the year shown, or the same in every year. */
export const axisOptions: readonly Option<AxisOver>[] = [
  option('year', '当年'),
  option('years', '各年统一'),
]

/** The years on record, and those shown although nothing is on record, the last first. */
export function yearOptions(
  recorded: readonly number[],
  shown: readonly number[],
): readonly Option<number>[] {
  const years = [...new Set([...recorded, ...shown])].toSorted((a, b) => b - a)
  return years.map((year) => option(year, String(year)))
}

/** The range with another first year: the last year follows where it must. */
export function withFirst(year: number, [, last]: readonly [number, number]): [number, number] {
  return [year, Math.max(year, last)]
}

/** The range with another last year: the first year follows where it must. */
export function withLast(year: number, [first]: readonly [number, number]): [number, number] {
  return [Math.min(year, first), year]
}
