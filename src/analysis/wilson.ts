/** Both ends are shares between 0 and 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The standard normal quantile for 95 %, two-sided. */
const Z_95 = 1.959963984540054

/**
 * The 95 % interval of a share of `count` in `of` cases: the score interval without continuity
 * correction (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, 209–212). 60 of 120 gives 0.412–0.588. Null
 * where the figures are no share: `of` not above 0, or `count` below 0 or above `of`.
 */
export function wilsonInterval(count: number, of: number): Interval | null {
  if (!(of > 0 && count >= 0 && count <= of)) return null
  const share = count / of
  const square = Z_95 * Z_95
  const middle = share + square / (2 * of)
  const half = Z_95 * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  const scale = 1 + square / of
  // Rounding may put the ends a hair outside: 0 of n begins at 0, n of n ends at 1.
  return {
    low: count === 0 ? 0 : Math.max(0, (middle - half) / scale),
    high: count === of ? 1 : Math.min(1, (middle + half) / scale),
  }
}
