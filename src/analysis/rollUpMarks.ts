import type { Cube, RowSelection } from '@/data/cube'
import { rollUps, SCOPE_FIGURE } from '@/domain/checks/rollUp'
import type { UnitTree } from '@/domain/unit'
import { checkMarks } from './answer'
import { columnsOf, readNumbers } from './blockReader'
import { familiesOf, isOfficeAlone, judgeRollUp, type Family } from './rollUpChecks'

const FAILED = checkMarks.indexOf('failed')

/** By indicator, the list of it alone: columns are kept by their list. */
const addsUp: ReadonlyMap<string, readonly string[]> = new Map(
  rollUps.map(({ indicator }) => [indicator, [indicator]]),
)

/** What is held against what, in all of a cube. */
interface RollUps {
  readonly units: UnitTree
  readonly families: readonly Family[]
  /** The reports of all families one after the other, the whole before its parts. */
  readonly selections: readonly RowSelection[]
  readonly length: number
  /** By indicator, the slots whose figure does not add up. */
  readonly failed: Map<string, ReadonlySet<number>>
}

/** A cube never changes; what lies below what may. */
const known = new WeakMap<Cube, RollUps>()

/**
 * Marks as 不平 the figure of a city that is less than those of its parts together (S-GE), and, where all
 * parts are on record, the figures on both sides of a sum that does not hold (S-SUM). A city that is less
 * than its counties mostly speaks of its own organs alone, which is no reason to doubt the counties. That
 * it fits says little of a figure, so nothing is marked by it.
 *
 * @param outcomes index in `checkMarks`, by place in `slots`
 */
export function raiseByRollUps(
  cube: Cube,
  units: UnitTree,
  indicators: readonly string[],
  slots: Int32Array,
  outcomes: Uint8Array,
): void {
  for (const indicator of indicators) {
    const list = addsUp.get(indicator)
    if (list === undefined) continue
    const failed = failedSlots(cube, units, list)
    if (failed.size === 0) continue
    for (let at = 0; at < slots.length; at++)
      if (failed.has(slots[at] as number)) outcomes[at] = FAILED
  }
}

function failedSlots(cube: Cube, units: UnitTree, list: readonly string[]): ReadonlySet<number> {
  const found = known.get(cube)
  const rollUp = found?.units === units ? found : findFamilies(cube, units)
  known.set(cube, rollUp)
  const [indicator = ''] = list
  let failed = rollUp.failed.get(indicator)
  if (failed === undefined) rollUp.failed.set(indicator, (failed = findFailed(rollUp, list)))
  return failed
}

function findFamilies(cube: Cube, units: UnitTree): RollUps {
  const all = cube.units.flatMap((_, unit) => familiesOf(cube, units, unit))
  const everyone = inOrder(cube, units, all)
  const received = numbersOf(everyone, addsUp.get(SCOPE_FIGURE) ?? [])
  const families = all.filter((_, at) => {
    const [whole = NaN, ...parts] = received[at] ?? []
    return !isOfficeAlone(whole, parts)
  })
  return families.length === all.length ? everyone : inOrder(cube, units, families)
}

function inOrder(cube: Cube, units: UnitTree, families: readonly Family[]): RollUps {
  const slots = Int32Array.from(families.flatMap(({ whole, parts }) => [whole, ...parts]))
  return {
    units,
    families,
    selections: cube.select(slots),
    length: slots.length,
    failed: new Map(),
  }
}

/** The numbers of each family, the whole's first; NaN where there is none. */
function numbersOf(
  { families, selections, length }: RollUps,
  list: readonly string[],
): readonly (readonly number[])[] {
  const numbers = new Array<number>(length).fill(NaN)
  const number = new Float64Array(1)
  for (const { block, rows, targets } of selections) {
    const columns = columnsOf(block, list)
    for (let at = 0; at < rows.length; at++) {
      readNumbers(columns, rows[at] as number, number)
      numbers[targets[at] as number] = number[0] as number
    }
  }
  let next = 0
  return families.map(({ parts }) => numbers.slice(next, (next += 1 + parts.length)))
}

function findFailed(rollUp: RollUps, list: readonly string[]): ReadonlySet<number> {
  const failed = new Set<number>()
  for (const [at, numbers] of numbersOf(rollUp, list).entries()) {
    const { whole, parts, complete } = rollUp.families[at] as Family
    const [total = NaN, ...figures] = numbers
    const found = judgeRollUp(total, figures, complete)
    if (found?.holds !== false) continue
    failed.add(whole)
    if (!found.isExact) continue
    for (const [part, slot] of parts.entries()) if (!Number.isNaN(figures[part])) failed.add(slot)
  }
  return failed
}
