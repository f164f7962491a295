import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import { isSameUnit } from '@/domain/extents'
import type { ReportEdition } from '@/domain/indicator'
import { scaleOf } from '@/domain/measures'
import type { MatrixAnswer } from './answer'
import { answerCell, isUntrusted, type AnswerCell } from './answerCell'
import { DecimalSum, withoutNoise } from './decimal'
import { totalKindOf } from './totals'

/** Two years of an answer, by position. */
export interface YearPair {
  readonly before: number
  readonly now: number
}

/** Why a unit is in no comparison of two years. */
export type NotComparable =
  /** It has no number in one of the years, or in both. */
  | 'noNumber'
  /** One of its numbers is 不平 or 不可判, and only those that can be trusted were asked for. */
  | 'untrusted'
  /** Both numbers are there, but the forms of the two years count different things. */
  | 'unlike'
  /** Both numbers are there, but another county was merged into the unit between them, or founded on part of it. */
  | 'otherExtent'

/** How a sum changed, over the units that have both years. */
export interface ComparableChange {
  /** Sums, or for ratios sum of numerators over sum of denominators in percent; NaN without units. */
  readonly before: number
  readonly now: number
  /** In the unit of the item, for ratios in percentage points. */
  readonly difference: number
  /** Positions of the units compared. */
  readonly units: readonly number[]
  /** The units asked for that are not compared, with the reason. */
  readonly others: readonly { readonly unit: number; readonly why: NotComparable }[]
}

/**
 * The change of an item's total between two years, over exactly the units that have a number in both, of
 * the same thing (`comparableAcross`) of the same unit (`isSameUnit`). Units that a total leaves out are in neither list.
 */
export function comparableChange(
  answer: MatrixAnswer,
  item: string,
  years: YearPair,
): ComparableChange {
  const units: number[] = []
  const others: { unit: number; why: NotComparable }[] = []
  const leftOut = new Set(answer.leftOut)
  for (const unit of answer.units.keys()) {
    if (leftOut.has(unit) || !existedInEither(answer, unit, years)) continue
    const why = notComparable(answer, item, unit, years)
    if (why === null) units.push(unit)
    else others.push({ unit, why })
  }
  const before = totalOver(answer, item, units, years.before)
  const now = totalOver(answer, item, units, years.now)
  const difference = withoutNoise(now - before, Math.max(Math.abs(now), Math.abs(before)))
  return { before, now, difference, units, others }
}

/** Why a unit's two years of an item do not compare; null if they do. */
export function notComparable(
  answer: MatrixAnswer,
  item: string,
  unit: number,
  { before, now }: YearPair,
): NotComparable | null {
  const cells = [before, now].map((year) => answerCell(answer, item, unit, year))
  if (!cells.every((cell) => counts(cell) || isUntrusted(cell))) return 'noNumber'
  if (cells.some(isUntrusted)) return 'untrusted'
  const [first = NaN, last = NaN] = [answer.years[before], answer.years[now]]
  if (!isSameUnit(answer.units[unit] ?? {}, first, last)) return 'otherExtent'
  const then = editionAt(answer, unit, before)
  const today = editionAt(answer, unit, now)
  return comparableAcross(item, then, today) === 'different' ? 'unlike' : null
}

/** A rate over nothing is known: it adds its 0 to both sums. */
function counts({ state }: AnswerCell): boolean {
  return state === 'value' || state === 'zeroDenominator'
}

/** The form of a unit's report for a year (by position); `unknown` also where there is none. */
export function editionAt(answer: MatrixAnswer, unit: number, year: number): ReportEdition {
  const code = answer.editions[unit * answer.years.length + year] ?? 0
  return editions[code - 1] ?? 'unknown'
}

function totalOver(
  answer: MatrixAnswer,
  item: string,
  units: readonly number[],
  year: number,
): number {
  const cells = units.map((unit) => answerCell(answer, item, unit, year))
  const kind = totalKindOf(item)
  if (kind === 'none' || cells.length === 0) return NaN
  if (kind === 'sum') return sumOf(cells.map(({ value }) => value))
  const below = sumOf(cells.map(({ denominator }) => denominator))
  return below > 0 ? (scaleOf(item) * sumOf(cells.map(({ numerator }) => numerator))) / below : NaN
}

function sumOf(values: readonly number[]): number {
  const sum = new DecimalSum()
  for (const value of values) sum.add(value)
  return sum.total
}

/** Whether a unit existed, or has a report all the same, in one of the two years. */
export function existedInEither(
  answer: MatrixAnswer,
  unit: number,
  { before, now }: YearPair,
): boolean {
  const { since, until } = answer.units[unit] ?? { since: null, until: null }
  return [before, now].some((position) => {
    const year = answer.years[position] ?? NaN
    const isThere = (since === null || since <= year) && (until === null || year <= until)
    return isThere || answer.editions[unit * answer.years.length + position] !== 0
  })
}
