import { blockOf, type Cube } from '@/data/cube'

/** Where each report of a cube is, by slot. */
export interface Places {
  /** Number of the block, or -1 without a report. */
  readonly block: Int32Array
  readonly row: Uint32Array
}

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
 * The units (by index) whose reports differ between two cubes: another row, the same row of other
 * columns, or another text. Null where the cubes number their reports differently.
 */
export function changedUnits(
  before: { readonly cube: Cube; readonly places: Places },
  now: { readonly cube: Cube; readonly places: Places },
): Set<number> | null {
  if (!sameNumbering(before.cube, now.cube)) return null
  const numberNow = new Map(now.cube.blocks.map(({ columns }, number) => [columns, number]))
  const moved = before.cube.blocks.map(({ columns }) => numberNow.get(columns) ?? -2)
  const perUnit = slotsPerUnit(now.cube)
  const changed = new Set<number>()
  for (let slot = 0; slot < now.places.block.length; slot++) {
    const then = before.places.block[slot] as number
    const block = then < 0 ? -1 : (moved[then] as number)
    const same =
      block === now.places.block[slot] && before.places.row[slot] === now.places.row[slot]
    if (!same) changed.add(Math.floor(slot / perUnit))
  }
  for (const slot of new Set([...before.cube.told.keys(), ...now.cube.told.keys()]))
    if (before.cube.told.get(slot)?.claims !== now.cube.told.get(slot)?.claims)
      changed.add(Math.floor(slot / perUnit))
  return changed
}

function sameNumbering(a: Cube, b: Cube): boolean {
  const same = <T>(left: readonly T[], right: readonly T[]) =>
    left.length === right.length && left.every((each, at) => each === right[at])
  return same(a.years, b.years) && same(a.units, b.units)
}
