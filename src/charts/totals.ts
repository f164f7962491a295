import { MARK_APPROXIMATE, MARK_CORRECTED, checkMarks } from '@/analysis/answer'
import type { CheckMark, MatrixAnswer } from '@/analysis/answer'
import { answerCell, isUntrusted, unasked } from '@/analysis/answerCell'
import { leftOutText, markSigns } from '@/wording/answers'
import { existed } from './composition'

/** A sum over units, with how many are in it. */
export interface Total {
  /** NaN where no unit has a number. */
  readonly value: number
  readonly n: number
  readonly of: number
  /** Positions of the units that existed and have no number. */
  readonly missing: readonly number[]
  /** Positions of the units whose number is 不平 or 不可判 and not counted for that. */
  readonly untrusted: readonly number[]
  /** Worst outcome of the checks of all numbers in it. */
  readonly check: CheckMark
  /** Signs of doubt that the numbers in it bring: 约, 更, ≠, ?. */
  readonly signs: string
}

/** Which units no total of an answer counts, in words; empty where all are counted. */
export function leftOutNote({ units, leftOut }: MatrixAnswer): string {
  return leftOutText(leftOut.map((unit) => units[unit]?.name ?? ''))
}

/** The total of an item over the answer's units in a year (by position). */
export function totalOf(answer: MatrixAnswer, item: string, year: number): Total {
  const place = answer.items.indexOf(item)
  const index = place * answer.years.length + year
  const n = place < 0 ? 0 : (answer.totals.n[index] ?? 0)
  const value = n === 0 ? NaN : (answer.totals.values[index] ?? NaN)
  const of = place < 0 ? answer.units.length : (answer.totals.of[index] ?? answer.units.length)
  const uncounted = n === of ? [] : uncountedUnits(answer, item, year)
  const check = checkMarks[place < 0 ? 0 : (answer.totals.checks[index] ?? 0)] ?? 'none'
  return {
    value,
    n,
    of,
    missing: uncounted.filter((unit) => !isUntrusted(answerCell(answer, item, unit, year))),
    untrusted: uncounted.filter((unit) => isUntrusted(answerCell(answer, item, unit, year))),
    check,
    signs: n === 0 ? '' : signsOf(place < 0 ? 0 : (answer.totals.marks[index] ?? 0), check),
  }
}

function signsOf(marks: number, check: CheckMark): string {
  const approximate = (marks & MARK_APPROXIMATE) !== 0
  const corrected = (marks & MARK_CORRECTED) !== 0
  return markSigns({ ...unasked, state: 'value', approximate, corrected, check })
}

function uncountedUnits(answer: MatrixAnswer, item: string, year: number): readonly number[] {
  return answer.units.flatMap((_, unit) => {
    const { state } = answerCell(answer, item, unit, year)
    // A rate over nothing is known, and so is a change from little: both are in the sums.
    const isCounted = ['value', 'zeroDenominator', 'smallBase'].includes(state)
    const isAsked = existed(answer, unit, year) && !answer.leftOut.includes(unit)
    return isCounted || !isAsked ? [] : [unit]
  })
}
