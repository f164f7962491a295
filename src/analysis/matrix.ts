import type { Cube } from '@/data/cube'
import { isSameUnit } from '@/domain/extents'
import { yearOnYearById } from '@/domain/measures'
import type { UnitId, UnitTree } from '@/domain/unit'
import type { MatrixAnswer, MatrixQuestion, UnitLabel } from './answer'
import { askedReports, type AskedReports } from './askedReports'
import { coverageOf } from './coverage'
import { evaluateChecked } from './checkedItem'
import { unitsLeftOut } from './leftOut'
import { emptyPlane, leaveOutUntrusted, partOf, type Plane } from './plane'
import { fillTotals } from './totals'
import { fillChange, type TwoYears } from './yearOnYear'

/** What an answer needs beside the cube. */
export interface MatrixContext {
  label(unit: UnitId): UnitLabel
  /** What kinds the units are of, and what lies below what. */
  readonly units: UnitTree
  readonly dataVersion: string
}

/**
 * Answers a question of items by units and years. Units come in the order asked for, each once; all
 * units that have a report in the scope come by their ids. An unknown item is absent everywhere.
 */
export function askMatrix(
  cube: Cube,
  question: MatrixQuestion,
  context: MatrixContext,
): MatrixAnswer {
  const covered = coverageOf(cube, question.scope)
  const unitIds = [...new Set(question.units ?? covered.units)]
  const years = yearsOf(question, covered.years)
  const units = unitIds.map((unit) => context.label(unit))
  const size = units.length * years.length
  const items = question.items
  const planes = emptyPlane(items.length * size)
  const current = askedReports(cube, unitIds, years, question.scope)
  const before = lazily(() => {
    const yearsBefore = years.map((year) => year - 1)
    return askedReports(cube, unitIds, yearsBefore, question.scope)
  })
  const totals = {
    values: new Float64Array(items.length * years.length),
    n: new Uint32Array(items.length * years.length),
    of: new Uint32Array(items.length * years.length),
    checks: new Uint8Array(items.length * years.length),
    marks: new Uint8Array(items.length * years.length),
  }
  const leftOut = question.scope === 'whole' ? unitsLeftOut(unitIds, context.units) : []
  const others = without(units.length, leftOut)
  const counted = years.map((_, year) => others.map((unit) => unit * years.length + year))
  const existing = countExisting(units, others, years, current)
  const otherExtents = otherExtentsIn(units, years)
  for (const [position, item] of items.entries()) {
    const plane = partOf(planes, position * size, (position + 1) * size)
    const asked = { current, before, units: context.units, otherExtents }
    const twoYears = fillItem(item, asked, plane)
    if (question.checks === 'trusted') keepTrusted(plane, twoYears)
    const planesOfItem = { item, plane, years: twoYears }
    fillTotals(planesOfItem, counted, totals, position * years.length)
    totals.of.set(existing, position * years.length)
  }
  return {
    items,
    units,
    years,
    ...planes,
    editions: current.editions.slice(),
    totals,
    leftOut,
    filter: question.checks ?? 'all',
    dataVersion: context.dataVersion,
  }
}

/** What is asked of; the years before only where a change is. */
interface Asked {
  readonly current: AskedReports
  readonly before: () => AskedReports
  readonly units: UnitTree
  /** Cells (unit × years + year) that are of another unit than those of the year before. */
  readonly otherExtents: ReadonlySet<number>
}

/** Fills the plane of an item; for a change, also returns what it was made of. */
function fillItem(item: string, asked: Asked, plane: Plane): TwoYears | null {
  const { current, before, units, otherExtents } = asked
  const change = yearOnYearById(item)
  if (change === undefined) {
    evaluateChecked(item, current, units, plane)
    return null
  }
  const earlier = before()
  const years = {
    current: emptyPlane(plane.states.length),
    before: emptyPlane(plane.states.length),
    currentEditions: current.editions,
    beforeEditions: earlier.editions,
    otherExtents,
  }
  evaluateChecked(change.item, current, units, years.current)
  evaluateChecked(change.item, earlier, units, years.before)
  fillChange(change, years, plane)
  return years
}

/** A change is doubtful where either of its years is: it goes, and so does what its total is made of. */
function keepTrusted(plane: Plane, years: TwoYears | null): void {
  leaveOutUntrusted(plane)
  if (years === null) return
  leaveOutUntrusted(years.current)
  leaveOutUntrusted(years.before)
}

/** Every year asked for, those without a report included: they are gaps, not left out. */
function yearsOf({ years }: MatrixQuestion, covered: readonly number[]): number[] {
  const from = years?.[0] ?? covered[0]
  const to = years?.[1] ?? covered.at(-1)
  if (from === undefined || to === undefined) return []
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
}

function otherExtentsIn(units: readonly UnitLabel[], years: readonly number[]): Set<number> {
  const cells = new Set<number>()
  for (const [unit, label] of units.entries()) {
    if (label.extents === undefined) continue
    for (const [position, year] of years.entries())
      if (!isSameUnit(label, year - 1, year)) cells.add(unit * years.length + position)
  }
  return cells
}

/** The positions below `count` that are not among some. */
function without(count: number, left: readonly number[]): number[] {
  const leftOut = new Set(left)
  return Array.from({ length: count }, (_, position) => position).filter(
    (position) => !leftOut.has(position),
  )
}

/** By year, how many of some units existed then, or have a report all the same. */
function countExisting(
  units: readonly UnitLabel[],
  some: readonly number[],
  years: readonly number[],
  { editions }: AskedReports,
): Uint32Array {
  return Uint32Array.from(years, (year, position) => {
    let count = 0
    for (const unit of some) {
      const { since, until } = units[unit] as UnitLabel
      const existed = (since === null || since <= year) && (until === null || year <= until)
      if (existed || editions[unit * years.length + position] !== 0) count++
    }
    return count
  })
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
