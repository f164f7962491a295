import { measureById } from '@/domain/measures'
import type { MatrixAnswer } from './answer'
import { answerCell } from './answerCell'
import { notComparable, type YearPair } from './comparableChange'
import { withoutNoise } from './decimal'
import { isSmallBase } from './smallBase'
import { totalKindOf } from './totals'

/** A change of one unit's figure between two years. */
export interface Mover {
  /** Position in the answer. */
  readonly unit: number
  readonly item: string
  readonly before: number
  readonly now: number
  /** now − before. */
  readonly difference: number
}

/** What moved most, the greatest first, each kind by a measure of its own. */
export interface Movers {
  /** Counts from a base of 20 or more, by the factor between the two years, up and down alike. */
  readonly relative: readonly Mover[]
  /** Counts from less, by the difference. */
  readonly smallBase: readonly Mover[]
  /** Rates over enough cases in both years, by percentage points. */
  readonly points: readonly Mover[]
}

/**
 * The largest changes among all units and items of an answer, at most `most` of each kind. Only what
 * compares is compared; equal changes stand in the order of items and codes.
 */
export function moversOf(
  answer: MatrixAnswer,
  items: readonly string[],
  years: YearPair,
  most: number,
): Movers {
  const all = items.flatMap((item) =>
    answer.units.flatMap((_, unit) => moverOf(answer, item, unit, years) ?? []),
  )
  const isRate = ({ item }: Mover) => totalKindOf(item) === 'ratio'
  const counts = all.filter((mover) => !isRate(mover))
  const isFair = ({ before }: Mover) => before !== 0 && !isSmallBase(before)
  const order = codeOrder(answer, items)
  const top = (movers: readonly Mover[], size: (mover: Mover) => number) =>
    movers.toSorted((a, b) => compare(size(b), size(a)) || order(a, b)).slice(0, most)
  return {
    relative: top(counts.filter(isFair), ({ before, now }) =>
      Math.abs(Math.log(Math.max(now, 0) / before)),
    ),
    smallBase: top(
      counts.filter((mover) => !isFair(mover)),
      ({ difference }) => Math.abs(difference),
    ),
    points: top(all.filter(isRate), ({ difference }) => Math.abs(difference)),
  }
}

/** Null where the two years do not compare, are the same, or are rates over too few cases. */
function moverOf(answer: MatrixAnswer, item: string, unit: number, years: YearPair): Mover | null {
  if (notComparable(answer, item, unit, years) !== null) return null
  const then = answerCell(answer, item, unit, years.before)
  const today = answerCell(answer, item, unit, years.now)
  const least = measureById(item)?.minimumDenominator ?? null
  const isRate = totalKindOf(item) === 'ratio'
  if (isRate && least !== null && !(then.denominator >= least && today.denominator >= least)) {
    return null
  }
  const [before, now] = [then.value, today.value]
  if (Number.isNaN(before) || Number.isNaN(now) || before === now) return null
  const difference = withoutNoise(now - before, Math.max(Math.abs(before), Math.abs(now)))
  return { unit, item, before, now, difference }
}

function codeOrder({ units }: MatrixAnswer, items: readonly string[]) {
  const key = ({ unit }: Mover) => units[unit]?.id ?? ''
  return (a: Mover, b: Mover) =>
    items.indexOf(a.item) - items.indexOf(b.item) || compare(key(a), key(b))
}

function compare<T extends number | string>(a: T, b: T): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
