import { isReportSlot } from '@/data/numberKeys'
import { scopes } from '@/data/segment'
import type { Cube } from '@/data/cube'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'

/** What is on record: units and years that have at least one report. */
export interface CubeCoverage {
  /** By id. */
  readonly units: readonly UnitId[]
  /** Ascending; a year without a report is not among them. */
  readonly years: readonly number[]
}

/** By scope; a cube never changes. */
const known = new WeakMap<Cube, Map<Scope | null, CubeCoverage>>()

/** The coverage of one scope, or of all in which there are reports. */
export function coverageOf(cube: Cube, scope: Scope | null): CubeCoverage {
  const byScope = known.get(cube) ?? new Map<Scope | null, CubeCoverage>()
  known.set(cube, byScope)
  const coverage = byScope.get(scope) ?? findCoverage(cube, scope)
  byScope.set(scope, coverage)
  return coverage
}

function findCoverage(cube: Cube, scope: Scope | null): CubeCoverage {
  const unitFound = new Uint8Array(cube.units.length)
  const yearFound = new Uint8Array(cube.years.length)
  const wanted = scope === null ? -1 : scopes.indexOf(scope)
  const { rows } = cube.index
  for (let slot = 0; slot < rows.length; slot++) {
    const isWanted = wanted < 0 ? isReportSlot(slot) : slot % scopes.length === wanted
    if (rows[slot] === 0 || !isWanted) continue
    const report = Math.floor(slot / scopes.length)
    unitFound[Math.floor(report / cube.years.length)] = 1
    yearFound[report % cube.years.length] = 1
  }
  return {
    units: cube.units.filter((_, unit) => unitFound[unit] === 1).toSorted(),
    years: cube.years.filter((_, year) => yearFound[year] === 1),
  }
}

/** The indicators of which the cube has columns, each once. */
export function recordedIndicators(cube: Cube): readonly string[] {
  return [...new Set(cube.blocks.flatMap(({ positions }) => [...positions.keys()]))]
}
