import { indicatorById } from '@/domain/catalogue'
import { measureById, yearOnYearById, type YearOnYear } from '@/domain/measures'
import { DecimalSum } from './decimal'
import type { MatrixTotals } from './answer'
import { NUMBER, type Plane } from './plane'
import { comparableCells, type TwoYears } from './yearOnYear'

/** What makes a total of an item. */
type Total =
  | { readonly kind: 'sum' }
  /** Scale × sum of numerators over sum of denominators. */
  | { readonly kind: 'ratio'; readonly scale: number }
  /** Difference of two such ratios, over the units that have both years. */
  | { readonly kind: 'ratioDifference'; readonly scale: number; readonly change: YearOnYear }
  /** A sum would mean nothing (percentages) or is not known to mean anything (own columns). */
  | { readonly kind: 'none' }

/** An item in an answer: its plane and, for a change, the planes it was made of. */
export interface ItemPlanes {
  readonly item: string
  readonly plane: Plane
  readonly years: TwoYears | null
}

/**
 * Fills the totals of an item, a year each from `first` on; `counted` has the cells of each year. Units without a number are left out of the
 * sum and of `n`. A ratio's total counts the units of which numerator and denominator are known, also
 * those whose denominator is 0: they are not missing.
 */
export function fillTotals(
  planes: ItemPlanes,
  counted: readonly (readonly number[])[],
  totals: MatrixTotals,
  first: number,
): void {
  const total = totalOf(planes.item)
  for (const [year, cells] of counted.entries()) {
    const { value, n, check, marks } = totalOfYear(total, planes, cells)
    totals.values[first + year] = n === 0 ? NaN : value
    totals.n[first + year] = n
    totals.checks[first + year] = check
    totals.marks[first + year] = marks
  }
}

/** What makes a total of an indicator or measure over units; `none`: nothing does. */
export function totalKindOf(item: string): Total['kind'] {
  return totalOf(item).kind
}

function totalOf(item: string): Total {
  const change = yearOnYearById(item)
  if (change !== undefined) {
    const base = totalOf(change.item)
    if (change.mode === 'relative') return { kind: 'ratio', scale: 100 }
    return base.kind === 'ratio' ? { kind: 'ratioDifference', scale: base.scale, change } : base
  }
  const measure = measureById(item)
  if (measure?.hasTotal === false) return { kind: 'none' }
  if (measure !== undefined) {
    const { denominator, scale } = measure
    return denominator === null ? { kind: 'sum' } : { kind: 'ratio', scale }
  }
  const indicator = indicatorById(item)
  return { kind: indicator === undefined || indicator.unit === '%' ? 'none' : 'sum' }
}

/** A total, the units in it, and what doubt they bring: the worst outcome and every mark. */
interface YearTotal {
  readonly value: number
  readonly n: number
  /** Index in `checkMarks`. */
  readonly check: number
  /** Bits of `MatrixAnswer.marks`. */
  readonly marks: number
}

function totalOfYear(
  total: Total,
  { plane, years }: ItemPlanes,
  cells: readonly number[],
): YearTotal {
  switch (total.kind) {
    case 'ratio':
      return ratioTotal(plane, total.scale, null, cells)
    case 'ratioDifference': {
      if (years === null) return { value: NaN, n: 0, check: 0, marks: 0 }
      const comparable = comparableCells(total.change, years)
      const now = ratioTotal(years.current, total.scale, comparable, cells)
      const then = ratioTotal(years.before, total.scale, comparable, cells)
      return {
        value: now.value - then.value,
        n: now.n,
        check: Math.max(now.check, then.check),
        marks: now.marks | then.marks,
      }
    }
    case 'sum':
    case 'none': {
      const sum = new DecimalSum()
      let check = 0
      let marks = 0
      for (const i of cells) {
        if (plane.states[i] !== NUMBER) continue
        sum.add(plane.values[i] as number)
        check = Math.max(check, plane.checks[i] as number)
        marks |= plane.marks[i] as number
      }
      return { value: total.kind === 'sum' ? sum.total : NaN, n: sum.count, check, marks }
    }
  }
}

/** Over the cells marked in `comparable`, or over all that have a numerator and a denominator. */
function ratioTotal(
  plane: Plane,
  scale: number,
  comparable: Uint8Array | null,
  cells: readonly number[],
): YearTotal {
  const above = new DecimalSum()
  const below = new DecimalSum()
  let check = 0
  let marks = 0
  for (const i of cells) {
    const denominator = plane.denominators[i] as number
    if (Number.isNaN(denominator) || (comparable !== null && comparable[i] === 0)) continue
    above.add(plane.numerators[i] as number)
    below.add(denominator)
    check = Math.max(check, plane.checks[i] as number)
    marks |= plane.marks[i] as number
  }
  const value = below.total > 0 ? (scale * above.total) / below.total : NaN
  return { value, n: above.count, check, marks }
}
