import { MARK_APPROXIMATE, MARK_CORRECTED, checkMarks } from '@/analysis/answer'
import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell, Doubt } from '@/analysis/answerCell'
import { answerCell, existed, isUntrusted, jointDoubt } from '@/analysis/answerCell'
import { DecimalSum } from '@/analysis/decimal'
import { leftOutText } from '@/wording/answers'

/** A sum over units, with how many are in it, and what there is to say of the numbers in it. */
export interface Total extends Doubt {
  /** NaN where no unit has a number. */
  readonly value: number
  readonly n: number
  readonly of: number
  /** Positions of the units that existed and have no number. */
  readonly missing: readonly number[]
  /** Positions of the units whose number is 不平 or 不可判 and not counted for that. */
  readonly untrusted: readonly number[]
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
  const marks = place < 0 ? 0 : (answer.totals.marks[index] ?? 0)
  return {
    value,
    n,
    of,
    missing: uncounted.filter((unit) => !isUntrusted(answerCell(answer, item, unit, year))),
    untrusted: uncounted.filter((unit) => isUntrusted(answerCell(answer, item, unit, year))),
    approximate: (marks & MARK_APPROXIMATE) !== 0,
    corrected: (marks & MARK_CORRECTED) !== 0,
    check: checkMarks[place < 0 ? 0 : (answer.totals.checks[index] ?? 0)] ?? 'none',
  }
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

/**
 * The total of a figure that is 100 × numerator ÷ denominator of its cells: the sums over each other, over
 * the units of which both are known.
 */
export function ratioTotalOf(
  answer: MatrixAnswer,
  read: (unit: number, year: number) => AnswerCell,
  year: number,
): Total {
  const above = new DecimalSum()
  const below = new DecimalSum()
  const counted: AnswerCell[] = []
  const missing: number[] = []
  const untrusted: number[] = []
  answer.units.forEach((_, unit) => {
    if (answer.leftOut.includes(unit)) return
    const cell = read(unit, year)
    if (!Number.isNaN(cell.numerator) && !Number.isNaN(cell.denominator)) {
      above.add(cell.numerator)
      below.add(cell.denominator)
      counted.push(cell)
    } else if (isUntrusted(cell)) untrusted.push(unit)
    else if (existed(answer, unit, year)) missing.push(unit)
  })
  const n = below.count
  const value = below.total > 0 ? (100 * above.total) / below.total : NaN
  const of = n + missing.length + untrusted.length
  return { value, n, of, missing, untrusted, ...jointDoubt(counted) }
}
