import type { UnitId } from '@/domain/unit'
import type { ReportKey } from './batch'
import { REPORT_SCOPES, scopes, type Segment } from './segment'

/** The keys of all reports as numbers, so that a cube finds a report by arithmetic. */
export interface KeyNumbers {
  readonly unitIndexes: ReadonlyMap<UnitId, number>
  /** Ascending. */
  readonly years: readonly number[]
  /** Index in `unitIndexes` by segment and row. */
  readonly unitsOf: readonly Uint32Array[]
  /** Slot by segment and row; a slot is (unit × years + year) × scopes + scope. */
  readonly slotsOf: readonly Uint32Array[]
  readonly slots: number
}

/** Numbers the units in order of first appearance, and the years in theirs. */
export function numberKeys(segments: readonly Segment[], others: readonly ReportKey[]): KeyNumbers {
  const unitIndexes = new Map<UnitId, number>()
  const unitsOf = segments.map((segment) => {
    const indexes = segment.units.map((unit) => indexOf(unitIndexes, unit))
    const units = new Uint32Array(segment.rows)
    for (let row = 0; row < segment.rows; row++)
      units[row] = indexes[segment.unit[row] as number] as number
    return units
  })
  for (const { unit } of others) indexOf(unitIndexes, unit)
  const years = distinctYears(segments, others)
  const yearPositions = new Map(years.map((year, position) => [year, position]))
  const slotsOf = segments.map((segment, number) =>
    slotsOfSegment(segment, unitsOf[number] as Uint32Array, yearPositions),
  )
  return {
    unitIndexes,
    years,
    unitsOf,
    slotsOf,
    slots: unitIndexes.size * years.length * scopes.length,
  }
}

/** The key that a slot stands for, as numbers: unit, year (itself) and scope. */
export function keyOfSlot(
  slot: number,
  years: readonly number[],
): { unit: number; year: number; scope: number } {
  const report = Math.floor(slot / scopes.length)
  return {
    unit: Math.floor(report / years.length),
    year: years[report % years.length] as number,
    scope: slot % scopes.length,
  }
}

/** Whether a slot is that of a report; else it is that of auxiliary figures. */
export function isReportSlot(slot: number): boolean {
  return slot % scopes.length < REPORT_SCOPES
}

function slotsOfSegment(
  segment: Segment,
  units: Uint32Array,
  yearPositions: ReadonlyMap<number, number>,
): Uint32Array {
  const slots = new Uint32Array(segment.rows)
  let lastYear = NaN
  let position = 0
  for (let row = 0; row < segment.rows; row++) {
    const year = segment.year[row] as number
    if (year !== lastYear) position = yearPositions.get(year) as number
    lastYear = year
    const report = (units[row] as number) * yearPositions.size + position
    slots[row] = report * scopes.length + (segment.scope[row] as number)
  }
  return slots
}

function distinctYears(segments: readonly Segment[], others: readonly ReportKey[]): number[] {
  const seen = new Uint8Array(0x10000)
  for (const { rows, year } of segments)
    for (let row = 0; row < rows; row++) seen[year[row] as number] = 1
  for (const { year } of others) seen[year] = 1
  const years: number[] = []
  for (let year = 0; year < seen.length; year++) if (seen[year] === 1) years.push(year)
  return years
}

function indexOf(indexes: Map<UnitId, number>, unit: UnitId): number {
  const known = indexes.get(unit)
  if (known !== undefined) return known
  indexes.set(unit, indexes.size)
  return indexes.size - 1
}
