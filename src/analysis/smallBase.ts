/**
 * From fewer than 20, a percentage is noise: one case more or less is 5 points and more. It is told in
 * words instead (e.g. 上年 3，增 4).
 */
const LEAST_BASE = 20

/** Whether a base other than 0 is too small for a percentage of it. */
export function isSmallBase(base: number): boolean {
  return base !== 0 && Math.abs(base) < LEAST_BASE
}
