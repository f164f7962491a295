import type { Cube, CubeBlock } from '@/data/cube'
import { reportSlots } from '@/data/reportedRows'
import { scopes } from '@/data/segment'
import { checkNumber } from '@/domain/checks/checkList'
import { areAllParts, rollUps, SCOPE_FIGURE } from '@/domain/checks/rollUp'
import { existedIn, type Unit, type UnitTree } from '@/domain/unit'
import { markOf } from './blockChecks'
import { columnsOf, readNumbers } from './blockReader'
import { DecimalSum } from './decimal'
import type { TakeOutcome, UnitReading } from './unitChecks'

const figures = rollUps.map(({ indicator }) => indicator)
const scopeAt = figures.indexOf(SCOPE_FIGURE)
const SCOPE = checkNumber('S-SCOPE')
const sums = figures.map((indicator) => checkNumber(`S-SUM:${indicator}`))
const bounds = figures.map((indicator) => checkNumber(`S-GE:${indicator}`))
const FAILED = markOf('failed')
const PASSED = markOf('passed')
const WHOLE = scopes.indexOf('whole')

/** The parts of a city that have a report for a year, and whether they are all of it. */
export interface Parts {
  readonly present: readonly Unit[]
  readonly complete: boolean
}

/** Reported parts of a unit; `complete` only where every part that existed has a report. */
export function partsOf(
  registry: UnitTree,
  unit: string,
  year: number,
  hasReport: (unit: string) => boolean,
): Parts {
  const parts = registry.everBelow(unit).filter((child) => existedIn(child, year))
  const present = parts.filter(({ id }) => hasReport(id))
  return { present, complete: present.length === parts.length && areAllParts(parts) }
}

/** The report of a whole, and those of its parts, by slot. */
export interface Family {
  readonly whole: number
  readonly parts: readonly number[]
  /** Whether the parts are all of it. */
  readonly complete: boolean
}

/** A unit (by index) and the units below it, in each year in which both have a report. */
export function familiesOf(cube: Cube, registry: UnitTree, unit: number): Family[] {
  const id = cube.units[unit] ?? ''
  if (!registry.everBelow(id).some((child) => cube.unitIndex(child.id) >= 0)) return []
  const reported = reportSlots(cube)
  return cube.years.flatMap((year, position): Family[] => {
    const slotOf = (index: number) => (index * cube.years.length + position) * scopes.length + WHOLE
    const hasReport = (part: string) => {
      const index = cube.unitIndex(part)
      return index >= 0 && reported[slotOf(index)] === 1
    }
    if (!hasReport(id)) return []
    const { present, complete } = partsOf(registry, id, year, hasReport)
    if (present.length === 0) return []
    const parts = present.map((part) => slotOf(cube.unitIndex(part.id)))
    return [{ whole: slotOf(unit), parts, complete }]
  })
}

/**
 * Whether the whole covers its parts by one figure: exactly where all of it is known (S-SUM), else as a
 * bound (S-GE). Null where it is not to be told: without a number of the whole or of any part, and where a
 * part without a number could still break the bound.
 *
 * @param parts NaN where a part has no number
 */
export function judgeRollUp(
  whole: number,
  parts: readonly number[],
  complete: boolean,
): { readonly isExact: boolean; readonly holds: boolean } | null {
  const known = parts.filter((part) => !Number.isNaN(part))
  if (Number.isNaN(whole) || known.length === 0) return null
  const sum = new DecimalSum()
  for (const part of known) sum.add(part)
  const hasAll = known.length === parts.length
  if (complete && hasAll) return { isExact: true, holds: whole === sum.total }
  if (whole < sum.total) return { isExact: false, holds: false }
  return hasAll ? { isExact: false, holds: true } : null
}

/** Whether a report is of an office alone: it received fewer requests than one of the units below it. */
export function isOfficeAlone(received: number, byParts: readonly number[]): boolean {
  return byParts.some((part) => part > received)
}

/**
 * S-SUM, S-GE, S-SCOPE of one unit (by index) against the units below it. Where the scope is another,
 * its figures are not held against theirs.
 */
export function checkRollUp(
  reading: UnitReading,
  registry: UnitTree,
  unit: number,
  take: TakeOutcome,
): void {
  for (const family of familiesOf(reading.cube, registry, unit)) judge(reading, family, take)
}

function judge(
  reading: UnitReading,
  { whole: slot, parts, complete }: Family,
  take: TakeOutcome,
): void {
  const whole = numbersAt(reading, slot)
  const each = parts.map((part) => numbersAt(reading, part))
  const at = (figure: number) => each.map((part) => part[figure] as number)
  if (isOfficeAlone(whole[scopeAt] as number, at(scopeAt))) {
    take(slot, SCOPE, FAILED, -1)
    return
  }
  for (let figure = 0; figure < figures.length; figure++) {
    const found = judgeRollUp(whole[figure] as number, at(figure), complete)
    if (found === null) continue
    const check = (found.isExact ? sums : bounds)[figure] as number
    take(slot, check, found.holds ? PASSED : FAILED, -1)
  }
}

function numbersAt(reading: UnitReading, slot: number): Float64Array {
  const block = reading.cube.blocks[reading.places.block[slot] as number] as CubeBlock
  const numbers = new Float64Array(figures.length)
  readNumbers(columnsOf(block, figures), reading.places.row[slot] as number, numbers)
  return numbers
}
