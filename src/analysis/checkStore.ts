import type { ReportKey } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { checkList } from '@/domain/checks/checkList'
import { checkNumber } from '@/domain/checks/checkList'
import { isSameUnit } from '@/domain/extents'
import type { Severity } from '@/domain/finding'
import { levelOf, type UnitRegistry } from '@/domain/unit'
import { checkMarks } from './answer'
import { checkBlock } from './blockChecks'
import { findCopies } from './countyCopies'
import { changedSlots, placesOf, slotsPerUnit, type Places } from './places'
import { checkRollUp } from './rollUpChecks'
import { countsAsPassed } from './rowFindings'
import { checkUnit, type TakeOutcome, type UnitReading } from './unitChecks'

/** A finding in memory; `findingOf` gives it with its figures. */
export interface FoundOutcome {
  readonly slot: number
  /** Place in `checkList`. */
  readonly check: number
  /** Index in `checkMarks`: 不可判 or 不平. */
  readonly outcome: number
  /** Slot of a second report that it speaks of, or -1. */
  readonly other: number
  /** Which statement of the report's text it is on, or -1. */
  readonly claim: number
}

/** What one unit's reports were found to be, by themselves and from year to year. */
interface UnitOutcomes {
  readonly found: readonly FoundOutcome[]
  /** Checks that hold, by place of the slot within the unit. */
  readonly passed: Uint16Array
}

/** The outcome of every check on every report of a cube. */
export interface CheckStore {
  readonly cube: Cube
  readonly registry: UnitRegistry
  readonly places: Places
  /** By unit's index, in the order of the years. */
  readonly units: readonly UnitOutcomes[]
  /** Cities against counties, by the city's index. */
  readonly rollUps: ReadonlyMap<number, UnitOutcomes>
  /** Reports that are alike across units. */
  readonly copies: readonly FoundOutcome[]
}

const PASSED = checkMarks.indexOf('passed')
const CARRY_TOTAL = checkNumber('Y-CARRY:total')

/**
 * Makes all checks. With the store of an earlier state of the same data, only units whose reports
 * differ are judged again: one corrected cell costs the checks of one unit.
 */
export function checkCube(
  cube: Cube,
  registry: UnitRegistry,
  before: CheckStore | null = null,
): CheckStore {
  const places = placesOf(cube)
  const reading: UnitReading = { cube, places, blocks: cube.blocks.map(checkBlock) }
  const usable = before?.registry === registry ? before : null
  const changed = usable === null ? null : changedSlots(usable, { cube, places })
  if (usable === null || changed === null) {
    const all = cube.units.map((_, unit) => unit)
    return {
      cube,
      registry,
      places,
      units: all.map((unit) => judgeUnit(reading, registry, unit)),
      rollUps: new Map(rollUpsOf(reading, registry, all)),
      copies: copiesOf(reading, null),
    }
  }
  const perUnit = slotsPerUnit(cube)
  const changedUnits = new Set([...changed].map((slot) => Math.floor(slot / perUnit)))
  const units = usable.units.slice()
  for (const unit of changedUnits) units[unit] = judgeUnit(reading, registry, unit)
  return {
    cube,
    registry,
    places,
    units,
    rollUps: new Map([
      ...usable.rollUps,
      ...rollUpsOf(reading, registry, citiesOf(cube, registry, changedUnits)),
    ]),
    copies: changed.size === 0 ? usable.copies : copiesAfter(reading, usable.copies, changed),
  }
}

/** Every finding of a unit (by index), 不平 and 不可判. */
export function outcomesOfUnit(store: CheckStore, unit: number): readonly FoundOutcome[] {
  const perUnit = slotsPerUnit(store.cube)
  return [
    ...(store.units[unit]?.found ?? []),
    ...(store.rollUps.get(unit)?.found ?? []),
    ...store.copies.filter(({ slot }) => Math.floor(slot / perUnit) === unit),
  ]
}

/** How many checks of a report hold, by slot. */
export function passedAt(store: CheckStore, slot: number): number {
  const perUnit = slotsPerUnit(store.cube)
  const unit = Math.floor(slot / perUnit)
  const own = store.units[unit]?.passed[slot % perUnit] ?? 0
  return own + (store.rollUps.get(unit)?.passed[slot % perUnit] ?? 0)
}

/**
 * How grave a finding is: that of its check, but a break of 结转 in the year in which a unit was merged,
 * split or newly set up may be lawful.
 */
export function severityOf(
  { cube, registry }: Pick<CheckStore, 'cube' | 'registry'>,
  key: Pick<ReportKey, 'unit' | 'year'>,
  check: number,
): Severity {
  const severity = checkList[check]?.severity ?? 'info'
  if (check !== CARRY_TOTAL) return severity
  const unit = registry.byId(key.unit)
  const since = unit?.since ?? cube.years[0]
  const isOther = unit !== undefined && !isSameUnit(unit, key.year - 1, key.year)
  return since === key.year || isOther ? 'warning' : severity
}

function judgeUnit(reading: UnitReading, registry: UnitRegistry, unit: number): UnitOutcomes {
  const known = registry.byId(reading.cube.units[unit] ?? '')
  const level = known === undefined ? null : levelOf(known, registry)
  const perUnit = slotsPerUnit(reading.cube)
  const gathering = new Gathering(perUnit)
  for (let slot = unit * perUnit; slot < (unit + 1) * perUnit; slot++) {
    const block = reading.places.block[slot] as number
    const passed = reading.blocks[block]?.findings.passed[reading.places.row[slot] as number] ?? 0
    gathering.passed[slot % perUnit] = passed
  }
  checkUnit(reading, unit, level, gathering.take)
  return gathering
}

function rollUpsOf(
  reading: UnitReading,
  registry: UnitRegistry,
  units: Iterable<number>,
): [number, UnitOutcomes][] {
  return [...units].map((unit) => {
    const gathering = new Gathering(slotsPerUnit(reading.cube))
    checkRollUp(reading, registry, unit, gathering.take)
    return [unit, gathering]
  })
}

/** The changed units and the units above them. */
function citiesOf(cube: Cube, registry: UnitRegistry, changed: ReadonlySet<number>): Set<number> {
  const above = [...changed].map((unit) => {
    const parent = registry.byId(cube.units[unit] ?? '')?.parent ?? null
    return parent === null ? -1 : cube.unitIndex(parent)
  })
  return new Set([...changed, ...above].filter((unit) => unit >= 0))
}

function copiesOf(reading: UnitReading, only: ReadonlySet<number> | null): FoundOutcome[] {
  const found = new Map<string, FoundOutcome>()
  findCopies(reading, only, (slot, check, outcome, other) => {
    const key = `${slot}`
    if (!found.has(key)) found.set(key, { slot, check, outcome, other, claim: -1 })
  })
  return [...found.values()]
}

function copiesAfter(
  reading: UnitReading,
  before: readonly FoundOutcome[],
  changed: ReadonlySet<number>,
): FoundOutcome[] {
  const touched = before.filter(({ slot, other }) => changed.has(slot) || changed.has(other))
  const again = new Set([...changed, ...touched.flatMap(({ slot, other }) => [slot, other])])
  const kept = before.filter((each) => !touched.includes(each))
  const known = new Set(kept.map(({ slot }) => slot))
  return [...kept, ...copiesOf(reading, again).filter(({ slot }) => !known.has(slot))]
}

/** Gathers the outcomes of one unit. */
class Gathering implements UnitOutcomes {
  readonly found: FoundOutcome[] = []
  readonly passed: Uint16Array

  constructor(slots: number) {
    this.passed = new Uint16Array(slots)
  }

  readonly take: TakeOutcome = (slot, check, outcome, other, claim = -1) => {
    if (outcome > PASSED) this.found.push({ slot, check, outcome, other, claim })
    else if (outcome === PASSED && countsAsPassed(check)) {
      const at = slot % this.passed.length
      this.passed[at] = (this.passed[at] as number) + 1
    }
  }
}
