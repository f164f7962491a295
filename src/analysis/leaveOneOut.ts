import type { MatrixAnswer } from './answer'
import { answerCell } from './answerCell'
import type { YearPair } from './comparableChange'
import { DecimalSum, withoutNoise } from './decimal'
import { totalKindOf } from './totals'

/** What would be said instead if a unit were left out. */
export interface Flip<Conclusion> {
  /** Position in the answer. */
  readonly unit: number
  readonly becomes: Conclusion
}

/** A conclusion, and whether it rests on one unit alone. */
export interface Holding<Conclusion> {
  readonly conclusion: Conclusion
  /** How many units were left out, one after the other. */
  readonly tried: number
  /** The units without which it would be another, in the order given. */
  readonly flips: readonly Flip<Conclusion>[]
}

/**
 * Draws a conclusion again without each of the units (leave-one-out). `conclude` is asked with the unit to
 * leave out, or null. A single unit is not left out: nothing would be left to speak of.
 */
export function leaveOneOut<Conclusion>(
  units: readonly number[],
  conclude: (without: number | null) => Conclusion,
): Holding<Conclusion> {
  const conclusion = conclude(null)
  const tried = units.length > 1 ? units : []
  const flips = tried.flatMap((unit) => {
    const becomes = conclude(unit)
    return becomes === conclusion ? [] : [{ unit, becomes }]
  })
  return { conclusion, tried: tried.length, flips }
}

/** Which way a total went; `none`: it cannot be told. */
export type Direction = 'up' | 'down' | 'same' | 'none'

/** The direction of a change, whether it holds without each unit, and who is most of it. */
export interface Robustness extends Holding<Direction> {
  /** The unit that is more than half of the total now (of ratios: of the denominators), in percent; null: none. */
  readonly dominant: { readonly unit: number; readonly share: number } | null
}

/**
 * Whether the direction of an item's change over some units, all of which have both years, holds without
 * each of them. Ratios are compared as fractions, so no rounding decides.
 */
export function directionWithout(
  answer: MatrixAnswer,
  item: string,
  years: YearPair,
  units: readonly number[],
): Robustness {
  const isRatio = totalKindOf(item) === 'ratio'
  const fractions = fractionsOf(answer, item, years, units)
  const [before, now] = totalsOf(fractions)
  const holding = leaveOneOut(units, (without): Direction => {
    const one = without === null ? undefined : fractions.get(without)
    if (one === undefined) return directionOf(before, now, isRatio)
    return directionOf(less(before, one.before), less(now, one.now), isRatio)
  })
  const part = isRatio ? ('below' as const) : ('above' as const)
  const parts = units.map((unit) => ({ unit, size: fractions.get(unit)?.now[part] ?? NaN }))
  return { ...holding, dominant: dominantOf(parts, now[part]) }
}

interface Fraction {
  readonly above: number
  readonly below: number
}

type Fractions = ReadonlyMap<number, { readonly before: Fraction; readonly now: Fraction }>

/** Both years of each unit; a plain number is over 1. */
function fractionsOf(
  answer: MatrixAnswer,
  item: string,
  years: YearPair,
  units: readonly number[],
): Fractions {
  const isRatio = totalKindOf(item) === 'ratio'
  const read = (unit: number, year: number): Fraction => {
    const { value, numerator, denominator } = answerCell(answer, item, unit, year)
    return isRatio ? { above: numerator, below: denominator } : { above: value, below: 1 }
  }
  return new Map(
    units.map((unit) => [unit, { before: read(unit, years.before), now: read(unit, years.now) }]),
  )
}

function totalsOf(fractions: Fractions): readonly [before: Fraction, now: Fraction] {
  const all = [...fractions.values()]
  return [sumOf(all.map(({ before }) => before)), sumOf(all.map(({ now }) => now))]
}

function sumOf(fractions: readonly Fraction[]): Fraction {
  const [above, below] = [new DecimalSum(), new DecimalSum()]
  for (const one of fractions) {
    above.add(one.above)
    below.add(one.below)
  }
  return { above: above.total, below: below.total }
}

function less(total: Fraction, part: Fraction): Fraction {
  return {
    above: withoutNoise(total.above - part.above, Math.abs(total.above)),
    below: withoutNoise(total.below - part.below, Math.abs(total.below)),
  }
}

function directionOf(before: Fraction, now: Fraction, isRatio: boolean): Direction {
  if (isRatio && !(before.below > 0 && now.below > 0)) return 'none'
  const [then, today] = isRatio
    ? [before.above * now.below, now.above * before.below]
    : [before.above, now.above]
  if (then === today) return 'same'
  if (then < today) return 'up'
  return then > today ? 'down' : 'none'
}

/** A share of a whole with negative parts says nothing. */
function dominantOf(
  parts: readonly { readonly unit: number; readonly size: number }[],
  whole: number,
) {
  if (parts.length < 2 || !(whole > 0) || parts.some(({ size }) => !(size >= 0))) return null
  const found = parts.find(({ size }) => size > whole / 2)
  return found === undefined ? null : { unit: found.unit, share: (100 * found.size) / whole }
}

/**
 * Which of several parts of a whole is the largest now, and whether it is without each unit. Null where
 * two are equally large. `parts` are items of the answer.
 */
export function largestWithout(
  answer: MatrixAnswer,
  parts: readonly string[],
  year: number,
  units: readonly number[],
): Holding<string | null> {
  const sums = parts.map((item) => {
    const values = new Map(units.map((unit) => [unit, answerCell(answer, item, unit, year).value]))
    const sum = new DecimalSum()
    for (const value of values.values()) sum.add(value)
    return { item, values, total: sum.total }
  })
  return leaveOneOut(units, (without) => {
    const sizes = sums.map(({ item, values, total }) => {
      const value = without === null ? undefined : values.get(without)
      return { item, size: value === undefined ? total : withoutNoise(total - value, total) }
    })
    const most = Math.max(...sizes.map(({ size }) => size))
    const first = sizes.filter(({ size }) => size === most)
    return first.length === 1 ? (first[0]?.item ?? null) : null
  })
}

/** Beyond it, drawing the conclusion without each unit would keep the page waiting. */
const MOST_RANKED = 1000

/**
 * Which unit moved the total most its own way, and whether it is without each of the others. Null where two
 * moved it alike or none did. Of sums it always is; of a ratio, what every unit adds depends on all of
 * them. `tried` is 0 for more than 1,000 units.
 */
export function foremostWithout(
  answer: MatrixAnswer,
  item: string,
  years: YearPair,
  units: readonly number[],
): Holding<number | null> {
  const isRatio = totalKindOf(item) === 'ratio'
  const fractions = fractionsOf(answer, item, years, units)
  const [before, now] = totalsOf(fractions)
  const way = directionOf(before, now, isRatio) === 'down' ? -1 : 1
  const foremost = (without: number | null): number | null => {
    const one = without === null ? undefined : fractions.get(without)
    const then = one === undefined ? before : less(before, one.before)
    const today = one === undefined ? now : less(now, one.now)
    const mean = isRatio ? (then.above / then.below + today.above / today.below) / 2 : 0
    const [thenBelow, todayBelow] = isRatio ? [then.below, today.below] : [1, 1]
    let first: number | null = null
    let most = 0
    for (const [unit, own] of fractions) {
      if (unit === without) continue
      const effect =
        way *
        ((own.now.above - own.now.below * mean) / todayBelow -
          (own.before.above - own.before.below * mean) / thenBelow)
      if (effect > most) [first, most] = [unit, effect]
      else if (effect === most) first = null
    }
    return first
  }
  const first = foremost(null)
  const others = units.length > MOST_RANKED ? [] : units.filter((unit) => unit !== first)
  if (first === null || others.length < 2) return { conclusion: first, tried: 0, flips: [] }
  return leaveOneOut(others, foremost)
}
