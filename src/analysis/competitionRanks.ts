/**
 * Ranks from the largest number down, ties sharing the better rank: 1, 2, 2, 4 (“standard competition
 * ranking”, RANK.EQ of spreadsheets). By position; every number must be a number.
 */
export function competitionRanks(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).toSorted()
  return values.map((value) => 1 + countAbove(sorted, value))
}

/** How many of the ascending numbers are above a value. */
export function countAbove(sorted: Float64Array, value: number): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? NaN) > value) to = middle
    else from = middle + 1
  }
  return sorted.length - from
}
