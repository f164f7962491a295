/** A rank correlation, and over how many pairs. */
export interface Correlation {
  /** From −1 to 1; NaN below `LEAST_PAIRS` pairs or where one side never varies. */
  readonly coefficient: number
  readonly n: number
}

/** Fewer pairs say nothing: by chance alone, half of them would look related. */
export const LEAST_PAIRS = 10

/**
 * Spearman's ρ: Pearson's correlation of the ranks, ties with the mean of their ranks (C. Spearman, Am. J.
 * Psychol. 15, 1904). Ranks, because one large county would decide anything else. Every number must
 * be a number.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): Correlation {
  const n = pairs.length
  if (n < LEAST_PAIRS) return { coefficient: NaN, n }
  const x = meanRanks(pairs.map(([first]) => first))
  const y = meanRanks(pairs.map(([, second]) => second))
  const middle = (n + 1) / 2
  let both = 0
  let ofX = 0
  let ofY = 0
  for (let i = 0; i < n; i++) {
    const dx = (x[i] ?? NaN) - middle
    const dy = (y[i] ?? NaN) - middle
    both += dx * dy
    ofX += dx * dx
    ofY += dy * dy
  }
  return { coefficient: ofX > 0 && ofY > 0 ? both / Math.sqrt(ofX * ofY) : NaN, n }
}

/** Ranks from the smallest, ties with the mean of the ranks that they take up. */
function meanRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, place) => place).toSorted((a, b) => at(values, a) - at(values, b))
  const ranks: number[] = values.map(() => NaN)
  for (let from = 0; from < order.length;) {
    let to = from + 1
    while (to < order.length && at(values, order[to]) === at(values, order[from])) to++
    for (const place of order.slice(from, to)) ranks[place] = (from + 1 + to) / 2
    from = to
  }
  return ranks
}

function at(values: readonly number[], place: number | undefined): number {
  return values[place ?? -1] ?? NaN
}
