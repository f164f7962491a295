/** 万元 that no county's fees reach (seen: 1,077.89 to 14,722.49), and a change that none makes. */
const FEE_LIMIT = 100_000
const FEE_CHANGE = 50

/**
 * T2-FEE-UNIT: whether a fee in 万元 is more than any county's, or more than fifty times that of the
 * year before (null: not known), so that it was likely written in 元.
 */
export function isImplausibleFee(now: number, before: number | null): boolean {
  return now > FEE_LIMIT || isImplausibleRise(now, before)
}

/** Money of any kind that is more than fifty times that of the year before (null: not known). */
export function isImplausibleRise(now: number, before: number | null): boolean {
  return before !== null && before > 0 && now > before * FEE_CHANGE
}

/** Less than a fiftieth of the fee of the year before: the other way round. */
export function isImplausiblySmallFee(now: number, before: number | null): boolean {
  return before !== null && now > 0 && now * FEE_CHANGE < before
}
