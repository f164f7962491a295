import type { MatrixAnswer, UnitLabel } from '@/analysis/answer'
import type { RollUp } from './tables'

/** The units of one city or province, in the order of their codes. */
export interface TileGroup {
  readonly name: string
  /** Positions in the answer. */
  readonly units: readonly number[]
}

/** A square; lengths are in sides of it. */
interface Tile {
  readonly unit: number
  readonly x: number
  readonly y: number
}

/** The heading over the squares of a group. */
interface TileHeading {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface TileLayout {
  readonly tiles: readonly Tile[]
  readonly headings: readonly TileHeading[]
  readonly width: number
  readonly height: number
}

/** What a layout may take, in sides of a square. */
interface TileRoom {
  readonly across: number
  /** Height of a heading, and the width that it needs at least. */
  readonly heading: number
  readonly least: number
  /** A group is about so many times wider than high. */
  readonly stretch: number
}

/** Between groups. */
const GAP = 0.35
/** To choose from, by how wide the room is: with the first that fits. */
const stretches = [1.6, 2.4, 3.6, 5.4]

/** The units of an answer by what stands above them; both in the order of their codes, unknown ones last. */
export function tileGroups(answer: MatrixAnswer, rollUps: readonly RollUp[]): readonly TileGroup[] {
  const position = new Map(answer.units.map(({ id }, place) => [id, place]))
  const inOrder = (units: readonly UnitLabel[]) =>
    units.toSorted(byCode).flatMap(({ id }) => position.get(id) ?? [])
  if (rollUps.length === 0) return [{ name: '', units: inOrder(answer.units) }]
  return rollUps
    .toSorted((a, b) => byCode(a.above, b.above))
    .map(({ above, answer: own }) => ({
      name: above?.name ?? '上级不明',
      units: inOrder(own.units),
    }))
}

function byCode(a: UnitLabel | null, b: UnitLabel | null): number {
  return compareText(a?.code ?? '~', b?.code ?? '~') || compareText(a?.id ?? '~', b?.id ?? '~')
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** Squares in rows by group, the groups in rows from left to right. Says nothing of where a unit lies. */
export function tileLayout(groups: readonly TileGroup[], room: TileRoom): TileLayout {
  const tiles: Tile[] = []
  const headings: TileHeading[] = []
  let [x, y, rowHeight, width] = [0, 0, 0, 0]
  for (const { name, units } of groups) {
    const columns = Math.min(
      room.across,
      units.length,
      Math.ceil(Math.sqrt(units.length * room.stretch)),
    )
    const wide = Math.max(columns, Math.min(room.least, room.across))
    if (x > 0 && x + wide > room.across) {
      y += rowHeight + GAP
      x = 0
      rowHeight = 0
    }
    headings.push({ name, x, y, width: wide })
    for (const [at, unit] of units.entries()) {
      const down = Math.floor(at / columns)
      tiles.push({ unit, x: x + (at % columns), y: y + room.heading + down })
    }
    rowHeight = Math.max(rowHeight, room.heading + Math.ceil(units.length / columns))
    width = Math.max(width, x + wide)
    x += wide + GAP
  }
  return { tiles, headings, width, height: y + rowHeight }
}

/** Sides of a square to choose from, in rem. */
const sides = [8, 7, 6.2, 5.5, 4.9, 4.4, 3.9, 3.6, 3.4, 2.9, 2.4, 2, 1.6, 1.3]
const HEADING_REMS = 1.5
const LEAST_HEADING_REMS = 4.6

/** The layout with the largest squares that fits the room, in rem; with the least, if none does. */
export function fittedTiles(
  groups: readonly TileGroup[],
  width: number,
  height: number,
): { readonly side: number; readonly layout: TileLayout } {
  const layoutWith = (side: number, stretch = stretches[0] ?? 1) => ({
    side,
    layout: tileLayout(groups, {
      across: Math.max(1, Math.floor(width / side)),
      heading: HEADING_REMS / side,
      least: LEAST_HEADING_REMS / side,
      stretch,
    }),
  })
  const fits = ({ side, layout }: ReturnType<typeof layoutWith>) =>
    layout.height * side <= height && layout.width * side <= width
  const all = sides.flatMap((side) => stretches.map((stretch) => layoutWith(side, stretch)))
  return all.find(fits) ?? layoutWith(1.3)
}
