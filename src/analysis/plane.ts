import { answerStates, checkMarks } from './answer'

/** One item for all units and years of a question; index = unit × years + year. */
export interface Plane {
  /** NaN where `states` is not 0. */
  readonly values: Float64Array
  /** Index in `answerStates`. */
  readonly states: Uint8Array
  /** For ratios, else NaN. */
  readonly numerators: Float64Array
  readonly denominators: Float64Array
  readonly marks: Uint8Array
  /** Index in `checkMarks`. */
  readonly checks: Uint8Array
}

export const NUMBER = answerStates.indexOf('value')
export const ABSENT = answerStates.indexOf('absent')
export const NO_REPORT = answerStates.indexOf('noReport')
export const NOT_COMPUTABLE = answerStates.indexOf('notComputable')
export const ZERO_DENOMINATOR = answerStates.indexOf('zeroDenominator')
export const SMALL_BASE = answerStates.indexOf('smallBase')

export const OTHER_EXTENT = answerStates.indexOf('otherExtent')

const LEFT_OUT_FAILED = answerStates.indexOf('failed')
const LEFT_OUT_UNDECIDABLE = answerStates.indexOf('undecidable')
const UNDECIDABLE = checkMarks.indexOf('undecidable')

/** States with a number, or with the numbers of a rate or a change that has no percentage. */
const numberStates: ReadonlySet<number> = new Set([NUMBER, ZERO_DENOMINATOR, SMALL_BASE])

/** Takes the numbers out of a plane that are 不平 or 不可判; their state says why, their check stays. */
export function leaveOutUntrusted(plane: Plane): void {
  for (let i = 0; i < plane.states.length; i++) {
    const check = plane.checks[i] as number
    if (check < UNDECIDABLE || !numberStates.has(plane.states[i] as number)) continue
    plane.values[i] = NaN
    plane.numerators[i] = NaN
    plane.denominators[i] = NaN
    plane.marks[i] = 0
    plane.states[i] = check === UNDECIDABLE ? LEFT_OUT_UNDECIDABLE : LEFT_OUT_FAILED
  }
}

/** A plane, or several one after the other, without a report anywhere. */
export function emptyPlane(size: number): Plane {
  return {
    values: new Float64Array(size).fill(NaN),
    states: new Uint8Array(size).fill(NO_REPORT),
    numerators: new Float64Array(size).fill(NaN),
    denominators: new Float64Array(size).fill(NaN),
    marks: new Uint8Array(size),
    checks: new Uint8Array(size),
  }
}

/** Part of a plane, in place. */
export function partOf(plane: Plane, from: number, to: number): Plane {
  return {
    values: plane.values.subarray(from, to),
    states: plane.states.subarray(from, to),
    numerators: plane.numerators.subarray(from, to),
    denominators: plane.denominators.subarray(from, to),
    marks: plane.marks.subarray(from, to),
    checks: plane.checks.subarray(from, to),
  }
}
