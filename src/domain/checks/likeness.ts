/** Fewer figures than this are nearly alike by chance. */
const LEAST_FIGURES = 20
/** Share of equal figures from which two tables count as copies. */
const ALIKE = 0.9
/** Of a small county's few figures all must be the same, and that many are not by chance. */
const LEAST_WHEN_ALL = 12
const LEAST_DIGITS = 8

/** How alike two tables are: figures that either has as a number other than 0, and the equal ones. */
export interface Likeness {
  readonly figures: number
  readonly equal: number
}

/** Y-REPEAT, C-COUNTY: at least nine tenths of twenty figures or more are the same, or all of twelve. */
export function isCopy({ figures, equal }: Likeness): boolean {
  if (figures < LEAST_FIGURES) return figures >= LEAST_WHEN_ALL && equal === figures
  return equal >= figures * ALIKE
}

/** Y-REPEAT, C-COUNTY: compares two lists of figures in the same order; NaN without a number. */
export function likenessOf(a: Float64Array, b: Float64Array): Likeness {
  let figures = 0
  let equal = 0
  for (let at = 0; at < a.length; at++) {
    const left = a[at] as number
    const right = b[at] as number
    // NaN is neither above nor below 0, so that a missing figure counts as little as a 0.
    const some = left > 0 || right > 0 || left < 0 || right < 0
    if (!some) continue
    figures++
    if (left === right) equal++
  }
  return { figures, equal }
}

/**
 * C-DIGIT: the number that nearly all figures other than 0 repeat, or null. Ones do not count: small
 * counties have hardly any others.
 */
export function repeatedNumber(figures: Float64Array): number | null {
  const counts = new Map<number, number>()
  let some = 0
  for (const value of figures) {
    if (!(value > 0)) continue
    some++
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  if (some < LEAST_DIGITS) return null
  for (const [value, count] of counts) if (value > 1 && count >= some * ALIKE) return value
  return null
}
