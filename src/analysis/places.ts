import { stateAt } from '@/data/column'
import { blockOf, type Cube, type CubeBlock } from '@/data/cube'
import { missingStates, type SegmentColumn } from '@/data/segment'

/** Where each report of a cube is, by slot. */
export interface Places {
  /** Number of the block, or -1 without a report. */
  readonly block: Int32Array
  readonly row: Uint32Array
}

/** A cube and where its reports are. */
interface PlacedCube {
  readonly cube: Cube
  readonly places: Places
}

interface BlockRow {
  readonly block: CubeBlock
  readonly row: number
}

const ABSENT = 1 + missingStates.indexOf('absent')

/** The places of all reports. */
export function placesOf(cube: Cube): Places {
  const { rows, starts } = cube.index
  const block = new Int32Array(rows.length).fill(-1)
  const row = new Uint32Array(rows.length)
  let last = 0
  for (let slot = 0; slot < rows.length; slot++) {
    const number = (rows[slot] as number) - 1
    if (number < 0) continue
    const inLast = number >= (starts[last] as number) && number < (starts[last + 1] as number)
    if (!inLast) last = blockOf(starts, number)
    block[slot] = last
    row[slot] = number - (starts[last] as number)
  }
  return { block, row }
}

/** Slots of one unit, one after the other. */
export function slotsPerUnit(cube: Cube): number {
  return cube.units.length === 0 ? 1 : cube.index.rows.length / cube.units.length
}

/**
 * The slots whose reports differ between two cubes: other figures, another form, or another text. A row
 * that was merged anew differs only where its figures do. Null where the cubes number their reports
 * differently.
 */
export function changedSlots(before: PlacedCube, now: PlacedCube): Set<number> | null {
  if (!sameNumbering(before.cube, now.cube)) return null
  const numberNow = new Map(now.cube.blocks.map(({ columns }, number) => [columns, number]))
  const moved = before.cube.blocks.map(({ columns }) => numberNow.get(columns) ?? -2)
  const changed = new Set<number>()
  for (let slot = 0; slot < now.places.block.length; slot++) {
    const then = before.places.block[slot] as number
    const block = then < 0 ? -1 : (moved[then] as number)
    const same =
      block === now.places.block[slot] && before.places.row[slot] === now.places.row[slot]
    if (!same && !saysTheSame(before, now, slot)) changed.add(slot)
  }
  for (const slot of new Set([...before.cube.told.keys(), ...now.cube.told.keys()]))
    if (before.cube.told.get(slot)?.claims !== now.cube.told.get(slot)?.claims) changed.add(slot)
  return changed
}

/** Whether the report of a slot has the same form and the same figures in both, wherever its rows lie. */
function saysTheSame(a: PlacedCube, b: PlacedCube, slot: number): boolean {
  const [one, other] = [rowAt(a, slot), rowAt(b, slot)]
  if (one === null || other === null) return one === other
  const isSameForm = one.block.edition[one.row] === other.block.edition[other.row]
  return isSameForm && repeats(one, other) && repeats(other, one)
}

function rowAt({ cube, places }: PlacedCube, slot: number): BlockRow | null {
  const block = cube.blocks[places.block[slot] as number]
  return block === undefined ? null : { block, row: places.row[slot] as number }
}

/** Whether every figure of a row is the same in another; a row without its column lacks it. */
function repeats(one: BlockRow, other: BlockRow): boolean {
  for (const [indicator, position] of one.block.positions) {
    const column = one.block.columns[position] as SegmentColumn
    const its = other.block.columns[other.block.positions.get(indicator) ?? -1]
    const state = stateAt(column, one.row)
    if (state !== (its === undefined ? ABSENT : stateAt(its, other.row))) return false
    if (state === 0 && column.values[one.row] !== its?.values[other.row]) return false
  }
  return true
}

function sameNumbering(a: Cube, b: Cube): boolean {
  const same = <T>(left: readonly T[], right: readonly T[]) =>
    left.length === right.length && left.every((each, at) => each === right[at])
  return same(a.years, b.years) && same(a.units, b.units)
}
