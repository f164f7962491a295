import type { AnswerCell } from './answerCell'
import { DecimalSum } from './decimal'

/** The middle of several units, each kind named as what it is. */
export const centreKinds = [
  'mean',
  'weightedMean',
  'median',
  'lowerQuartile',
  'upperQuartile',
] as const
export type CentreKind = (typeof centreKinds)[number]

/** A statistic and how many units are in it; NaN where there is none. */
export interface Centre {
  readonly value: number
  readonly n: number
}

/**
 * One statistic of the units that have a number. `mean` counts every unit alike; `weightedMean` is the sum
 * of the numerators over the sum of the denominators, which only ratios have; quartiles are those of
 * `quantile`, from four numbers on.
 */
export function centreOf(kind: CentreKind, cells: readonly AnswerCell[]): Centre {
  if (kind === 'weightedMean') return weightedMean(cells)
  const values = cells.flatMap(({ state, value }) => (state === 'value' ? [value] : []))
  const n = values.length
  switch (kind) {
    case 'mean':
      return { value: mean(values), n }
    case 'median':
      return { value: quantile(values, 0.5), n }
    case 'lowerQuartile':
      return { value: n < LEAST_FOR_QUARTILES ? NaN : quantile(values, 0.25), n }
    case 'upperQuartile':
      return { value: n < LEAST_FOR_QUARTILES ? NaN : quantile(values, 0.75), n }
  }
}

/** Fewer numbers have no quarters. */
export const LEAST_FOR_QUARTILES = 4

export function isQuartile(kind: CentreKind): boolean {
  return kind === 'lowerQuartile' || kind === 'upperQuartile'
}

function mean(values: readonly number[]): number {
  const sum = new DecimalSum()
  for (const value of values) sum.add(value)
  return values.length === 0 ? NaN : sum.total / values.length
}

/** A known denominator of 0 adds nothing to either sum, but its unit is counted. */
function weightedMean(cells: readonly AnswerCell[]): Centre {
  const above = new DecimalSum()
  const below = new DecimalSum()
  let scale = 100
  for (const { numerator, denominator, ...cell } of cells) {
    if (Number.isNaN(numerator) || Number.isNaN(denominator)) continue
    above.add(numerator)
    below.add(denominator)
    scale = cell.scale
  }
  const value = below.total > 0 ? (scale * above.total) / below.total : NaN
  return { value, n: below.count }
}

/**
 * The number below which a share of the numbers lies, interpolated between neighbours: definition 7 of
 * Hyndman & Fan (The American Statistician 50, 1996), QUARTILE.INC of spreadsheets. NaN without numbers.
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return NaN
  const sorted = Float64Array.from(values).toSorted()
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? NaN
  const above = sorted[Math.ceil(place)] ?? NaN
  return below + (above - below) * (place - Math.floor(place))
}
