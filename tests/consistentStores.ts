import { listFindings, type CheckFinding } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import { generateSample } from '@/data/sample'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports } from './foldReports'

const registry = createUnitRegistry([])

/**
 * The first finding of severity error on a random store of several counties and years in which
 * everything adds up; null where there is none. Sizes and years come from the seed.
 */
export function firstAlarm(seed: number): CheckFinding | null {
  const counties = 1 + (seed % 4)
  const first = 2016 + (seed % 7)
  const years = [first, first + 1 + (seed % 3)] as const
  const { reports } = generateSample({ counties, years }, seed)
  const store = checkCube(foldReports(reports), registry)
  const errors = listFindings(store, { severities: ['error'] }, { first: 0, count: 1 })
  return errors.findings[0] ?? null
}
