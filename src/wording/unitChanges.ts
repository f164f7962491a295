import type { UnitLabel } from '@/analysis/answer'
import { extentChangesBetween, type ExtentChange, type Extended } from '@/domain/extents'
import { namesText } from './answers'

/**
 * Which units came to be, ceased, or changed their area between two years, both included: `甲县、乙县 2021
 * 年后撤并，丙县 2022 年设立，丁区 2022 年起含原甲县的一部分（国函〔2022〕1号）`; empty for none.
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
    ...units.flatMap((unit) => {
      const text = extentText(unit, first, last)
      return text === '' ? [] : [`${unit.name} ${text}`]
    }),
  ]
  return parts.join('，')
}

/** How a unit's area changed between two years, with the decisions; empty where it did not. */
export function extentText(unit: Extended, from: number, to: number): string {
  return extentChangesBetween(unit, from, to)
    .map((change) => `${change.year} 年${extentWords(change)}（${change.document}）`)
    .join('、')
}

/** `起含原下城区`: what a change of the area was, after its year. */
export function extentWords({ kind, other }: ExtentChange): string {
  switch (kind) {
    case 'whole':
      return `起含原${other}`
    case 'part':
      return `起含原${other}的一部分`
    case 'founded':
      return `划出一部分设立${other}`
    case 'in':
      return `划入${other}的一部分`
    case 'out':
      return `划出一部分归${other}`
  }
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
