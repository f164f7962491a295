import type { BatchContent } from './batch'
import { segmentTexts } from './cellTexts'
import { widen } from './column'
import { blockOf, Cube, startsOf, type CubeBlock, type CubeParts, type ToldReport } from './cube'
import { foldCorrections, type BatchCorrection } from './foldCorrections'
import { numberKeys, type KeyNumbers } from './numberKeys'
import { Overlaps } from './overlaps'
import { decisions, missingStates, type Segment } from './segment'

/** Segments of fewer rows are put together, so that 500 files of one report make one block. */
const SMALL_SEGMENT = 128
/** Bit of an index entry whose row is being merged; the rest is the number of the merged row. */
const MERGED = 0x80000000
const REFUSED = decisions.indexOf('refused')
const ABSENT_STATE = 1 + missingStates.indexOf('absent')
const NOTHING = new Uint32Array(0)

/**
 * What can be done with a row: `empty` says nothing (every cell refused), `whole` can be used where
 * it is, `copied` must be put together with others.
 */
const ROW_EMPTY = 0
const ROW_WHOLE = 1
const ROW_COPIED = 2

/**
 * All current values. Of the active batches, in the order of their ids, the latest cell that was not
 * refused counts; a missing state takes the place of a number only where the user chose so. A
 * correction lies above all imports while they still say what it expected, else it is a conflict.
 */
export function foldBatches(contents: readonly BatchContent[]): Cube {
  const active = contents
    .filter(({ batch }) => batch.active)
    .toSorted((a, b) => a.batch.id - b.batch.id)
  const segments = active.flatMap((content) => content.segments)
  const corrections = active.flatMap(({ batch, corrections }) =>
    corrections.map((correction): BatchCorrection => ({ batch: batch.id, correction })),
  )
  const keys = numberKeys(
    segments,
    corrections.map(({ correction }) => correction),
  )
  const imports = foldSegments(segments, keys)
  return corrections.length === 0 ? new Cube(imports) : foldCorrections(imports, corrections)
}

function foldSegments(segments: readonly Segment[], keys: KeyNumbers): CubeParts {
  const rows = new Uint32Array(keys.slots)
  const starts = startsOf(segments)
  const overlaps = new Overlaps()
  const alone = segments.length === 1
  const told = new Map<number, ToldReport>()
  for (const [source, segment] of segments.entries()) {
    const kinds = rowKinds(segment, alone)
    const slots = keys.slotsOf[source] as Uint32Array
    const start = starts[source] as number
    for (let row = 0; row < segment.rows; row++) {
      const kind = kinds === null ? ROW_WHOLE : kinds[row]
      if (kind === ROW_EMPTY) continue
      const slot = slots[row] as number
      const text = segment.told?.[row] ?? null
      if (text !== null) told.set(slot, { ...text, source: sourceAt(segment, row) })
      const before = rows[slot] as number
      if (before === 0 && kind === ROW_WHOLE) rows[slot] = start + row + 1
      else rows[slot] = MERGED | layOver(overlaps, slot, before, starts, source, row)
    }
  }
  const merged = overlaps.close(segments, keys.years)
  for (const [target, slot] of overlaps.slots.entries())
    rows[slot] = (starts[segments.length] as number) + target + 1
  const blocks = [...blocksInPlace(segments, keys), ...merged]
  return {
    unitIndexes: keys.unitIndexes,
    years: keys.years,
    blocks,
    index: { rows, starts: startsOf(blocks) },
    conflicts: [],
    beneath: new Map(),
    told,
    texts: segmentTexts(segments),
  }
}

function sourceAt({ sources, origin }: Segment, row: number): string {
  return sources[origin.source[row] as number] ?? ''
}

/** Lays a row over the row that the report had before; returns the number of the merged row. */
function layOver(
  overlaps: Overlaps,
  slot: number,
  before: number,
  starts: Uint32Array,
  source: number,
  row: number,
): number {
  let target: number
  if (before >= MERGED) target = before - MERGED
  else {
    target = overlaps.open(slot)
    if (before > 0) {
      const earlier = blockOf(starts, before - 1)
      overlaps.add(target, earlier, before - 1 - (starts[earlier] as number))
    }
  }
  overlaps.add(target, source, row)
  return target
}

/** Whether every cell of a row was refused: then nothing of its report counts. */
export function isRefused(segment: Segment, row: number): boolean {
  return rowKinds(segment, true)?.[row] === ROW_EMPTY
}

/** Null where every row is whole. */
function rowKinds(segment: Segment, alone: boolean): Uint8Array | null {
  const small = segment.rows < SMALL_SEGMENT && !alone
  const { decision, rows } = segment
  if (decision?.includes(REFUSED) !== true)
    return small ? new Uint8Array(rows).fill(ROW_COPIED) : null
  const refused = new Uint8Array(rows)
  const kept = new Uint8Array(rows)
  const entries = new Float64Array(rows)
  const states = new Uint8Array(rows)
  for (const [position, column] of segment.columns.entries()) {
    const first = position * rows
    widen(column, entries, states)
    for (let row = 0; row < rows; row++) {
      if (states[row] === ABSENT_STATE) continue
      if (decision[first + row] === REFUSED) refused[row] = 1
      else kept[row] = 1
    }
  }
  return kept.map((any, row) => {
    if (any === 0 && refused[row] === 1) return ROW_EMPTY
    return small || refused[row] === 1 ? ROW_COPIED : ROW_WHOLE
  })
}

function blocksInPlace(segments: readonly Segment[], keys: KeyNumbers): CubeBlock[] {
  let shared: ReadonlyMap<string, number> = new Map()
  return segments.map((segment, number) => {
    const { rows, year, scope, edition, columns, approximate } = segment
    if (!describes(shared, columns))
      shared = new Map(columns.map(({ indicator }, position) => [indicator, position]))
    const unit = keys.unitsOf[number] as Uint32Array
    return {
      rows,
      unit,
      year,
      scope,
      edition,
      columns,
      positions: shared,
      approximate,
      corrected: NOTHING,
    }
  })
}

/** Whether a map of positions, kept in their order, is that of these columns. */
function describes(positions: ReadonlyMap<string, number>, columns: Segment['columns']): boolean {
  if (positions.size !== columns.length) return false
  let position = 0
  for (const indicator of positions.keys()) {
    if (columns[position++]?.indicator !== indicator) return false
  }
  return true
}
