import type { UnitLabel } from '@/analysis/answer'
import { namesText } from './answers'

/**
 * Which units came to be or ceased between two years, both included: `甲县、乙县 2021 年后撤并，丙县 2022
 * 年设立`; empty for none.
 */
export function unitChangesText(units: readonly UnitLabel[], from: number, to: number): string {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const parts = [
    ...byYear(units, ({ until }) => until, first, last - 1).map(
      ([year, names]) => `${namesText(names)} ${year} 年后撤并`,
    ),
    ...byYear(units, ({ since }) => since, first + 1, last).map(
      ([year, names]) => `${namesText(names)} ${year} 年设立`,
    ),
  ]
  return parts.join('，')
}

function byYear(
  units: readonly UnitLabel[],
  yearOf: (unit: UnitLabel) => number | null,
  first: number,
  last: number,
): readonly (readonly [number, readonly string[]])[] {
  const found = new Map<number, string[]>()
  for (const unit of units) {
    const year = yearOf(unit)
    if (year === null || year < first || year > last) continue
    found.set(year, [...(found.get(year) ?? []), unit.name])
  }
  return [...found].toSorted(([a], [b]) => a - b)
}
