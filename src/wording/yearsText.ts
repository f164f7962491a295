/** Years with their runs drawn together: `2019–2021、2023`. Empty for none. */
export function yearsText(years: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const year of [...new Set(years)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last?.to === year - 1) last.to = year
    else runs.push({ from: year, to: year })
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join('、')
}
