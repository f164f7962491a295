import type { Cube, RowSelection } from '@/data/cube'
import { scopes } from '@/data/segment'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'

/** Reports of units in years; index = unit × years + year. */
export interface AskedReports {
  readonly cube: Cube
  /** −1 where there is none. */
  readonly slots: Int32Array
  readonly selections: readonly RowSelection[]
  /** Index in `editions` plus 1, or 0 without a report. Not to be changed or given away. */
  readonly editions: Uint8Array
  /** The rows of auxiliary figures of the same units and years, with the same targets. */
  readonly auxiliary: () => readonly RowSelection[]
}

/** Lists of reports that are kept for a cube; the oldest goes first. */
const KEPT = 6

/** A cube never changes, and one question after the other is of the same reports. */
const found = new WeakMap<Cube, Map<string, AskedReports>>()

/** The reports of one scope; where they stand is found once for the same units and years. */
export function askedReports(
  cube: Cube,
  units: readonly UnitId[],
  years: readonly number[],
  scope: Scope,
): AskedReports {
  const kept = found.get(cube) ?? new Map<string, AskedReports>()
  found.set(cube, kept)
  const key = `${scope} ${years.join()} ${units.join()}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const reports = findReports(cube, units, years, scope)
  kept.set(key, reports)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return reports
}

function findReports(
  cube: Cube,
  units: readonly UnitId[],
  years: readonly number[],
  scope: Scope,
): AskedReports {
  const slots = slotsOf(cube, units, years, scopes.indexOf(scope))
  const selections = cube.select(slots)
  const editions = new Uint8Array(slots.length)
  for (const { block, rows, targets } of selections)
    for (let i = 0; i < rows.length; i++)
      editions[targets[i] as number] = 1 + (block.edition[rows[i] as number] as number)
  let beside: readonly RowSelection[] | null = null
  const auxiliary = () =>
    (beside ??= cube.select(slotsOf(cube, units, years, scopes.indexOf('auxiliary'))))
  return { cube, slots, selections, editions, auxiliary }
}

function slotsOf(
  cube: Cube,
  units: readonly UnitId[],
  years: readonly number[],
  scope: number,
): Int32Array {
  const slots = new Int32Array(units.length * years.length).fill(-1)
  const yearIndexes = years.map((year) => cube.years.indexOf(year))
  for (const [unit, id] of units.entries()) {
    const unitIndex = cube.unitIndex(id)
    if (unitIndex < 0) continue
    for (const [year, yearIndex] of yearIndexes.entries()) {
      if (yearIndex < 0) continue
      const report = unitIndex * cube.years.length + yearIndex
      slots[unit * years.length + year] = report * scopes.length + scope
    }
  }
  return slots
}
