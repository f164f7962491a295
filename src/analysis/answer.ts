import type { Extended } from '@/domain/extents'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'

/** Items are indicators or measures, by id. `units` null: all units that have a report. */
export interface MatrixQuestion {
  readonly items: readonly string[]
  readonly units: readonly UnitId[] | null
  /** Inclusive; null: all years on record. */
  readonly years: readonly [number, number] | null
  readonly scope: Scope
  /** Without it: `all`. */
  readonly checks?: CheckFilter
}

/** 全部, or 只看可信: without the numbers that are 不平 or 不可判; 无勾稽 stays. */
export type CheckFilter = 'all' | 'trusted'

export interface UnitLabel extends Extended {
  readonly id: UnitId
  readonly code: string | null
  readonly name: string
  /** First and last report year in which the unit existed under any of its codes; null: not known to be limited. */
  readonly since: number | null
  readonly until: number | null
}

/**
 * Why an answer's cell has no number. 0 is a number; the order is that of `missingStates`, then what
 * only answers know.
 */
export const answerStates = [
  'value',
  'blank',
  'notApplicable',
  'unreadable',
  'absent',
  /** The unit has no report for this year. */
  'noReport',
  /** A measure one of whose operands has no number. */
  'notComputable',
  /** A ratio with a denominator of 0. */
  'zeroDenominator',
  /** A relative change from a base that is too small for a percentage of it. */
  'smallBase',
  /** A number that 只看可信 leaves out, because it is 不平. */
  'failed',
  /** A number that 只看可信 leaves out, because it is 不可判. */
  'undecidable',
  /** No report, because the unit was not there yet, or no longer (merged or split). */
  'notExisting',
  /** A change to a year before in which the unit was another: a county was merged into it since, or founded on part. */
  'otherExtent',
] as const
export type AnswerState = (typeof answerStates)[number]

/**
 * Worst outcome of the checks a number depends on; the order is from best to worst. A check that may lawfully
 * fail (severity warning) counts as any other: until someone has looked, its figures are not to be trusted. A
 * note (info) does not count.
 */
export const checkMarks = ['none', 'passed', 'undecidable', 'failed'] as const
export type CheckMark = (typeof checkMarks)[number]

/** Bits of `MatrixAnswer.marks`. */
export const MARK_APPROXIMATE = 1
export const MARK_CORRECTED = 2

/** Units × years × items; index = (item × units + unit) × years + year. */
export interface MatrixAnswer {
  readonly items: readonly string[]
  readonly units: readonly UnitLabel[]
  readonly years: readonly number[]
  /** NaN where `states` is not 0. */
  readonly values: Float64Array
  /** Index in `answerStates`. */
  readonly states: Uint8Array
  /** For ratios, else NaN; same index. */
  readonly numerators: Float64Array
  readonly denominators: Float64Array
  readonly marks: Uint8Array
  /** Index in `checkMarks`. */
  readonly checks: Uint8Array
  /** Index in `editions` of data/segment plus 1, or 0 without a report; index = unit × years + year. */
  readonly editions: Uint8Array
  /** Index = item × years + year. */
  readonly totals: MatrixTotals
  /**
   * Positions of the units that no total counts, because it counts units below them: the report of a
   * whole city has the figures of its counties.
   */
  readonly leftOut: readonly number[]
  /** Whether it was asked without what is 不平 or 不可判. */
  readonly filter: CheckFilter
  /** Changes with every change of the data. */
  readonly dataVersion: string
}

/**
 * Sums (for ratios and relative changes: sum of numerators over sum of denominators) over the units that
 * have a number and are not left out. NaN without any, and for percentages and columns of the user's own, which do not add up.
 */
export interface MatrixTotals {
  readonly values: Float64Array
  /** Units counted in; for ratios also those with a known denominator of 0 or too small a base, which are not missing. */
  readonly n: Uint32Array
  /** Units asked for and not left out that existed that year. */
  readonly of: Uint32Array
  /** Worst outcome of the numbers counted in; index in `checkMarks`. */
  readonly checks: Uint8Array
  /** All marks of the numbers counted in. */
  readonly marks: Uint8Array
}
