/** A unit's share of the change of a ratio of sums, in percentage points. */
export interface RatioSplit {
  /** From its own numerator. */
  readonly numerator: number
  /** From its own denominator. */
  readonly denominator: number
  /** From its weight among all: how much of the whole it is, and whether its ratio is above or below it. */
  readonly mix: number
}

/** Numerator and denominator of a unit in one year. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}

/** The ratio of all units of a year, and the sum of their denominators. */
export interface RatioTotals {
  readonly before: { readonly percent: number; readonly denominator: number }
  readonly now: { readonly percent: number; readonly denominator: number }
}

/**
 * What a unit adds to the change of R = 100 × ΣN ÷ ΣD; a side is null where the unit has no number in that
 * year. With r = 100 × N ÷ D, w = D ÷ ΣD, a bar for the mean of both years and Δ for now − before:
 *
 *     ΔR = Σ w̄·Δr + Σ (r̄ − R̄)·Δw          over the units with both years
 *        + Σ w·(r − R̄) of those only there now − Σ w·(r − R̄) of those only there before
 *     w̄·Δr = w̄·ΔN·mean(100 ÷ D) + w̄·N̄·Δ(100 ÷ D)
 *
 * The first line is `numerator` + `denominator` and `mix`, the second all `mix`. It is an identity, without
 * a rest, and treats the two years alike (Z. Griliches & H. Regev, “Firm productivity in Israeli industry
 * 1979–1988”, Journal of Econometrics 65, 1995; for r as a product of two factors: P. Das Gupta,
 * “Standardization and Decomposition of Rates”, US Census Bureau P23-186, 1993). In floating
 * point the parts add up to ΔR within 1e-9 points. A denominator that is not positive has no ratio: then
 * the whole effect is `mix`.
 */
export function splitOf(
  { before, now }: { readonly before: Fraction | null; readonly now: Fraction | null },
  totals: RatioTotals,
): RatioSplit {
  const mean = (totals.before.percent + totals.now.percent) / 2
  const weightBefore = before === null ? 0 : before.denominator / totals.before.denominator
  const weightNow = now === null ? 0 : now.denominator / totals.now.denominator
  if (before === null || now === null || !(before.denominator > 0 && now.denominator > 0)) {
    const then = before === null ? 0 : percentOf(before, totals.before) - weightBefore * mean
    const today = now === null ? 0 : percentOf(now, totals.now) - weightNow * mean
    return { numerator: 0, denominator: 0, mix: today - then }
  }
  const weight = (weightBefore + weightNow) / 2
  const inverseBefore = 100 / before.denominator
  const inverseNow = 100 / now.denominator
  const ratio = (before.numerator * inverseBefore + now.numerator * inverseNow) / 2
  const inverse = (inverseBefore + inverseNow) / 2
  return {
    numerator: weight * (now.numerator - before.numerator) * inverse,
    denominator: weight * ((now.numerator + before.numerator) / 2) * (inverseNow - inverseBefore),
    mix: (ratio - mean) * (weightNow - weightBefore),
  }
}

/** w·r: what a unit's numerator is of all denominators, in percent. */
function percentOf({ numerator }: Fraction, total: RatioTotals['now']): number {
  return (100 * numerator) / total.denominator
}
