import type { AnswerState } from './answer'
import type { AnswerCell } from './answerCell'
import { competitionRanks, countAbove } from './competitionRanks'
import type { Interval } from './wilson'
import { wilsonInterval } from './wilson'

/** Where a unit stands among others in one year, or why it is not ranked. */
export type Standing =
  | {
      readonly kind: 'ranked'
      /** From the largest, ties sharing the better rank. */
      readonly rank: number
      /** In percent; null for figures that are no shares of counted cases. */
      readonly interval: Interval | null
      /** The best and the worst rank that chance alone could have given; null without intervals. */
      readonly range: readonly [best: number, worst: number] | null
    }
  /** The only one of them that could be ranked: first of one is no praise. */
  | { readonly kind: 'alone'; readonly interval: Interval | null }
  /** A ratio over fewer cases than the measure asks for: listed, not ranked. */
  | { readonly kind: 'small'; readonly interval: Interval | null }
  | { readonly kind: 'missing'; readonly state: AnswerState }
  /** A city among its own counties, which it counts in. */
  | { readonly kind: 'apart' }

/**
 * The standings of units by one figure, by position. The rank range of a rate runs over all ranks that
 * its unit could take if each rate lay anywhere within its 95 % Wilson interval: above it stand for
 * certain only those whose interval begins above its end (after Goldstein & Spiegelhalter, J. R. Stat.
 * Soc. A 159, 1996, who warn of ranks without intervals). `minimumDenominator` null: no ratio.
 * `apart`: positions of those that are not ranked with the others.
 */
export function standingsOf(
  cells: readonly AnswerCell[],
  minimumDenominator: number | null,
  apart: readonly number[] = [],
): readonly Standing[] {
  const notRanked = new Set(apart)
  const isRanked = (cell: AnswerCell, unit: number) =>
    cell.state === 'value' &&
    (minimumDenominator === null || cell.denominator >= minimumDenominator) &&
    !notRanked.has(unit)
  const ranked = cells.filter(isRanked)
  const ranks = competitionRanks(ranked.map(({ value }) => value))
  const intervals = minimumDenominator === null ? null : intervalsOf(ranked)
  const ranges = intervals && rankRanges(intervals)
  let next = 0
  return cells.map((cell, unit): Standing => {
    if (notRanked.has(unit)) return { kind: 'apart' }
    if (cell.state !== 'value') return { kind: 'missing', state: cell.state }
    if (!isRanked(cell, unit))
      return { kind: 'small', interval: intervals && percentInterval(cell) }
    const place = next++
    if (ranked.length === 1) return { kind: 'alone', interval: intervals?.[0] ?? null }
    return {
      kind: 'ranked',
      rank: ranks[place] ?? NaN,
      interval: intervals?.[place] ?? null,
      range: ranges?.[place] ?? null,
    }
  })
}

/** Null where one of them is no share, such as a rate above 100 %: then none is taken for one. */
function intervalsOf(cells: readonly AnswerCell[]): readonly Interval[] | null {
  const intervals = cells.map(percentInterval).filter((interval) => interval !== null)
  return intervals.length === cells.length ? intervals : null
}

/** Only for percentages: what is told per 10,000 is no share. */
function percentInterval({ numerator, denominator, scale }: AnswerCell): Interval | null {
  if (scale !== 100) return null
  const interval = wilsonInterval(numerator, denominator)
  return interval && { low: 100 * interval.low, high: 100 * interval.high }
}

/** For each interval, the best and the worst rank that it leaves open. */
export function rankRanges(
  intervals: readonly Interval[],
): readonly (readonly [best: number, worst: number])[] {
  const lows = Float64Array.from(intervals, ({ low }) => low).toSorted()
  // Negated, what is below comes to stand above.
  const highs = Float64Array.from(intervals, ({ high }) => -high).toSorted()
  return intervals.map(({ low, high }) => [
    1 + countAbove(lows, high),
    intervals.length - countAbove(highs, -low),
  ])
}
