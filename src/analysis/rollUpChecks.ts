import type { CubeBlock } from '@/data/cube'
import { reportSlots } from '@/data/reportedRows'
import { scopes } from '@/data/segment'
import { checkNumber } from '@/domain/checks/checkList'
import { areAllParts, rollUps, SCOPE_FIGURE } from '@/domain/checks/rollUp'
import { existedIn, type Unit, type UnitRegistry } from '@/domain/unit'
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
  registry: UnitRegistry,
  unit: string,
  year: number,
  hasReport: (unit: string) => boolean,
): Parts {
  const parts = registry.childrenOf(unit).filter((child) => existedIn(child, year))
  const present = parts.filter(({ id }) => hasReport(id))
  return { present, complete: present.length === parts.length && areAllParts(parts) }
}

/**
 * S-SUM, S-GE, S-SCOPE of one unit (by index) against the units below it. Where the scope is another,
 * its figures are not held against theirs; a part without a number leaves that figure out.
 */
export function checkRollUp(
  reading: UnitReading,
  registry: UnitRegistry,
  unit: number,
  take: TakeOutcome,
): void {
  const { cube } = reading
  const id = cube.units[unit] ?? ''
  if (!registry.childrenOf(id).some((child) => cube.unitIndex(child.id) >= 0)) return
  const reported = reportSlots(cube)
  for (const [position, year] of cube.years.entries()) {
    const slotOf = (index: number) => (index * cube.years.length + position) * scopes.length + WHOLE
    const hasReport = (part: string) => {
      const index = cube.unitIndex(part)
      return index >= 0 && reported[slotOf(index)] === 1
    }
    if (!hasReport(id)) continue
    const { present, complete } = partsOf(registry, id, year, hasReport)
    if (present.length === 0) continue
    const slots = present.map((part) => slotOf(cube.unitIndex(part.id)))
    judge(reading, slotOf(unit), slots, complete, take)
  }
}

function judge(
  reading: UnitReading,
  slot: number,
  parts: readonly number[],
  complete: boolean,
  take: TakeOutcome,
): void {
  const whole = numbersAt(reading, slot)
  const each = parts.map((part) => numbersAt(reading, part))
  const received = whole[scopeAt] as number
  const isOffice = each.some((part) => (part[scopeAt] as number) > received)
  if (isOffice) {
    take(slot, SCOPE, FAILED, -1)
    return
  }
  for (let at = 0; at < figures.length; at++) {
    const total = whole[at] as number
    const values = each.map((part) => part[at] as number)
    if (Number.isNaN(total)) continue
    const isKnown = complete && !values.some(Number.isNaN)
    const known = values.filter((value) => !Number.isNaN(value))
    if (known.length === 0) continue
    const sum = new DecimalSum()
    for (const value of known) sum.add(value)
    const holds = isKnown ? total === sum.total : total >= sum.total
    take(slot, (isKnown ? sums : bounds)[at] as number, holds ? PASSED : FAILED, -1)
  }
}

function numbersAt(reading: UnitReading, slot: number): Float64Array {
  const block = reading.cube.blocks[reading.places.block[slot] as number] as CubeBlock
  const numbers = new Float64Array(figures.length)
  readNumbers(columnsOf(block, figures), reading.places.row[slot] as number, numbers)
  return numbers
}
