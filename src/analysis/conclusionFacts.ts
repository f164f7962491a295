import { scaleOf } from '@/domain/measures'
import type { MatrixAnswer } from './answer'
import { answerCell, isUntrusted, type AnswerCell } from './answerCell'
import { comparableChange, type ComparableChange, type YearPair } from './comparableChange'
import { DecimalSum, withoutNoise } from './decimal'
import { totalKindOf } from './totals'

/** Numbers added up over units, by position in an answer. */
export interface SumFact {
  /** In the unit of the item, for ratios in percent; NaN where there is none. */
  readonly value: number
  /** For ratios the two sums, else NaN. */
  readonly numerator: number
  readonly denominator: number
  /** The units whose numbers are in it. */
  readonly units: readonly number[]
  /** Those of them whose number is 不平 or 不可判. */
  readonly failed: readonly number[]
  readonly undecidable: readonly number[]
  /** Those of them whose number is only about right. */
  readonly approximate: readonly number[]
}

/** A city's total in a year: who is in it, and who is not. */
export interface TotalFact {
  /** Position of the year. */
  readonly year: number
  readonly sum: SumFact
  /** Units that existed and have no number. */
  readonly missing: readonly number[]
  /** Units whose number is there, and left out by 只看可信. */
  readonly untrusted: readonly number[]
}

/** A change over comparable units, with both sums. */
export interface ChangeFact {
  readonly years: YearPair
  readonly before: SumFact
  readonly now: SumFact
  readonly units: readonly number[]
  readonly others: ComparableChange['others']
  /** Whether any unit has a report of the earlier year. */
  readonly isBeforeReported: boolean
}

/** The unit or units (all alike) that changed most in the direction of the whole. */
export interface ContributorFact {
  readonly units: readonly number[]
  readonly before: readonly number[]
  readonly now: readonly number[]
  /** Of each of them. */
  readonly difference: number
}

/** Whether the numbers of an item can be added up over units at all. */
export function addsUp(item: string): boolean {
  const kind = totalKindOf(item)
  return kind === 'sum' || kind === 'ratio'
}

export function totalFact(answer: MatrixAnswer, item: string, year: number): TotalFact {
  const asked = answer.units.flatMap((_, unit) =>
    answer.leftOut.includes(unit) || !isExpected(answer, unit, year) ? [] : [unit],
  )
  const isIn = (unit: number) => counts(answerCell(answer, item, unit, year))
  const out = asked.filter((unit) => !isIn(unit))
  const isKept = (unit: number) => isUntrusted(answerCell(answer, item, unit, year))
  return {
    year,
    sum: sumFact(answer, item, asked.filter(isIn), year),
    missing: out.filter((unit) => !isKept(unit)),
    untrusted: out.filter(isKept),
  }
}

export function changeFact(answer: MatrixAnswer, item: string, years: YearPair): ChangeFact {
  const { units, others } = comparableChange(answer, item, years)
  return {
    years,
    before: sumFact(answer, item, units, years.before),
    now: sumFact(answer, item, units, years.now),
    units,
    others,
    isBeforeReported: answer.units.some((_, unit) => hasReport(answer, unit, years.before)),
  }
}

/**
 * Who moved a sum most, in the direction in which it moved. Null for ratios, whose parts do not add up,
 * for a single unit, and where the sum did not move.
 */
export function contributorFact(
  answer: MatrixAnswer,
  item: string,
  { before, now, units, years }: ChangeFact,
): ContributorFact | null {
  const direction = Math.sign(now.value - before.value)
  if (totalKindOf(item) !== 'sum' || units.length < 2 || direction === 0) return null
  const changes = units.map((unit) => {
    const then = answerCell(answer, item, unit, years.before).value
    const today = answerCell(answer, item, unit, years.now).value
    return { unit, then, today, difference: differenceOf(then, today) }
  })
  const most = Math.max(...changes.map(({ difference }) => direction * difference))
  const found = changes.filter(({ difference }) => direction * difference === most)
  return {
    units: found.map(({ unit }) => unit),
    before: found.map(({ then }) => then),
    now: found.map(({ today }) => today),
    difference: direction * most,
  }
}

/** now − before, without what binary fractions add. */
export function differenceOf(before: number, now: number): number {
  return withoutNoise(now - before, Math.max(Math.abs(before), Math.abs(now)))
}

/** Numbers of some units in one year (by position), added up: for ratios, above and below the line. */
export function sumFact(
  answer: MatrixAnswer,
  item: string,
  units: readonly number[],
  year: number,
): SumFact {
  const cells = units.map((unit) => ({ unit, cell: answerCell(answer, item, unit, year) }))
  const whose = (holds: (cell: AnswerCell) => boolean) =>
    cells.flatMap(({ unit, cell }) => (holds(cell) ? [unit] : []))
  const isRatio = totalKindOf(item) === 'ratio'
  const sum = (read: (cell: AnswerCell) => number) => {
    if (cells.length === 0) return NaN
    const total = new DecimalSum()
    for (const { cell } of cells) total.add(read(cell))
    return total.total
  }
  const numerator = isRatio ? sum((cell) => cell.numerator) : NaN
  const denominator = isRatio ? sum((cell) => cell.denominator) : NaN
  const rate = denominator > 0 ? (scaleOf(item) * numerator) / denominator : NaN
  return {
    value: isRatio ? rate : sum(({ value }) => value),
    numerator,
    denominator,
    units,
    failed: whose(({ check }) => check === 'failed'),
    undecidable: whose(({ check }) => check === 'undecidable'),
    approximate: whose((cell) => cell.approximate),
  }
}

/** A rate over nothing is known: it adds its 0 to both sums. */
function counts({ state }: AnswerCell): boolean {
  return state === 'value' || state === 'zeroDenominator'
}

function hasReport(answer: MatrixAnswer, unit: number, year: number): boolean {
  return answer.editions[unit * answer.years.length + year] !== 0
}

function isExpected(answer: MatrixAnswer, unit: number, year: number): boolean {
  const { since, until } = answer.units[unit] ?? { since: null, until: null }
  const shown = answer.years[year] ?? NaN
  const existed = (since === null || since <= shown) && (until === null || shown <= until)
  return existed || hasReport(answer, unit, year)
}
