import type { Cell, MissingState } from '@/domain/report'
import { WEB_ADDRESS } from '@/domain/webAddress'
import { ArrayRoom, padded } from './arrayRoom'
import {
  missingStates,
  SEGMENT_ROWS,
  type ColumnValues,
  type Segment,
  type SegmentColumn,
} from './segment'

/** Highest number that each integer type holds; the four codes above it are the missing states. */
const HIGHEST_8 = 0xff - missingStates.length
const HIGHEST_16 = 0xffff - missingStates.length
const HIGHEST_32 = 0xffffffff - missingStates.length

/** Numbers and the missing states, for counts of each. */
export const STATES = 1 + missingStates.length

/**
 * How a missing state stands in a Float64Array that is still being filled (`buildColumn`): no cell
 * of a report can have these values. The order is that of `missingStates`; NaN is `blank`.
 */
const BLOCK_CODES = [NaN, Infinity, -Infinity, -Number.MAX_VALUE] as const

/** The code of a state in a block for `buildColumn`. */
export function blockCode(state: MissingState): number {
  return BLOCK_CODES[missingStates.indexOf(state)] as number
}

/** A cell as it stands in a block for `buildColumn`. */
export function blockValue(cell: Cell): number {
  return cell.kind === 'value' ? cell.value : blockCode(cell.kind)
}

/** 0 for a number of a block, else 1 + index in `missingStates`. */
export function blockState(value: number): number {
  if (value !== value) return 1
  if (value === Infinity) return 2
  if (value === -Infinity) return 3
  return value === -Number.MAX_VALUE ? 4 : 0
}

/** The code of a missing state in a column; NaN in a Float64Array, which has its states beside it. */
export function missingCode(values: ColumnValues, state: MissingState): number {
  return highestCode(values) - missingStates.indexOf(state)
}

/**
 * The bound below which a column's entry is a number: `entry < numberLimit(values)`. It holds for
 * every type, NaN in a Float64Array included.
 */
export function numberLimit(values: ColumnValues): number {
  if (values instanceof Float64Array) return Infinity
  return highestCode(values) - missingStates.length + 1
}

/** 0 for a number, else 1 + index in `missingStates`. For many rows see `widen`. */
export function stateAt(column: SegmentColumn, row: number): number {
  const { values, states } = column
  if (states !== null) return states[row] as number
  const entry = values[row] as number
  return entry < numberLimit(values) ? 0 : 1 + highestCode(values) - entry
}

/** Those of the rows in which a column has a number. */
export function rowsWithNumber(
  { values, states }: SegmentColumn,
  rows: readonly number[],
): readonly number[] {
  if (states !== null) return rows.filter((row) => states[row] === 0)
  const limit = numberLimit(values)
  const found: number[] = []
  for (const row of rows) if ((values[row] as number) < limit) found.push(row)
  return found
}

/**
 * The states of a whole column as `stateAt` gives them, and its entries as Float64 (where the state
 * is not 0 they mean nothing), written into `states` and `entries`. Loops over columns of all types
 * are several times as fast when they read such copies.
 */
export function widen(column: SegmentColumn, entries: Float64Array, states: Uint8Array): void {
  entries.set(column.values)
  if (column.states !== null) {
    states.set(column.states)
    return
  }
  const rows = column.values.length
  const limit = numberLimit(column.values)
  const above = highestCode(column.values) + 1
  for (let row = 0; row < rows; row++) {
    const entry = entries[row] as number
    states[row] = entry < limit ? 0 : above - entry
  }
}

/** The cell in column `column` (position) and row `row` of a segment; `absent` beyond its columns. */
export function cellAt(segment: Segment, column: number, row: number): Cell {
  const found = segment.columns[column]
  if (found === undefined) return { kind: 'absent' }
  const cell = cellOf(found, row, isMarked(segment.approximate, column * segment.rows + row))
  if (found.indicator !== WEB_ADDRESS || cell.kind !== 'value') return cell
  const text = segment.raw.get(column * segment.rows + row)
  return text === undefined ? cell : { ...cell, text: text.trim() }
}

/** The cell of one column. */
export function cellOf(column: SegmentColumn, row: number, approximate: boolean): Cell {
  const state = missingStates[stateAt(column, row) - 1]
  if (state !== undefined) return { kind: state }
  return { kind: 'value', value: column.values[row] as number, approximate }
}

/** Whether an ascending list of cells has this one. */
export function isMarked(cells: Uint32Array, cell: number): boolean {
  return cells[firstNotBelow(cells, cell)] === cell
}

/** Index of the first entry of an ascending list that is not below `cell`. */
export function firstNotBelow(cells: Uint32Array, cell: number): number {
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cells[middle] as number) < cell) low = middle + 1
    else high = middle
  }
  return low
}

/** Same kind and, for numbers, the same number with the same mark. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (a.kind !== 'value' || b.kind !== 'value') return a.kind === b.kind
  return a.value === b.value && a.approximate === b.approximate
}

/**
 * The narrowest column that holds a block: numbers, and missing states as `blockCode` gives them
 * (NaN for blank). Copies; the block may be used again.
 */
export function buildColumn(indicator: string, block: Float64Array): SegmentColumn {
  const highest = highestInteger(block)
  const bytes = columnBytes(block.length, highest)
  const room = new ArrayRoom(new ArrayBuffer(bytes))
  return buildCounted(indicator, block, highest, new Float64Array(STATES), room)
}

/**
 * As `buildColumn`, for a block of which it is known that no number is above `highest`, and that every
 * number is a whole one from 0 unless that is Infinity. Its cells are added to `byState`, as
 * `countStates` does; its arrays are taken from `room`.
 */
export function buildCounted(
  indicator: string,
  block: Float64Array,
  highest: number,
  byState: Float64Array,
  room: Pick<ArrayRoom, 'take'>,
): SegmentColumn {
  const rows = block.length
  if (highest > HIGHEST_32) {
    const values = room.take(Float64Array, rows)
    const states = room.take(Uint8Array, rows)
    fillWide(values, states, block, byState)
    return { indicator, values, states }
  }
  if (highest <= HIGHEST_8) {
    const values = room.take(Uint8Array, rows)
    fillBytes(values, block, byState)
    return { indicator, values, states: null }
  }
  const isShort = highest <= HIGHEST_16
  const values = isShort ? room.take(Uint16Array, rows) : room.take(Uint32Array, rows)
  fillNarrow(values, block, byState)
  return { indicator, values, states: null }
}

/** Bytes that such a column takes in a room. */
export function columnBytes(rows: number, highest: number): number {
  if (highest > HIGHEST_32) return padded(8 * rows) + padded(rows)
  if (highest <= HIGHEST_8) return padded(rows)
  return padded((highest <= HIGHEST_16 ? 2 : 4) * rows)
}

/** The highest number of a block; Infinity where one is no integer from 0 to `HIGHEST_32`. */
function highestInteger(block: Float64Array): number {
  let highest = 0
  for (let row = 0; row < block.length; row++) {
    const value = block[row] as number
    if (value >>> 0 === value) {
      if (value > highest) highest = value
    } else if (blockState(value) === 0) return Infinity
  }
  return highest <= HIGHEST_32 ? highest : Infinity
}

/** As `fillNarrow`; most columns are of this type, and such a loop is several times as fast. */
function fillBytes(values: Uint8Array, block: Float64Array, byState: Float64Array): void {
  let numbers = 0
  for (let row = 0; row < block.length; row++) {
    const value = block[row] as number
    if (value >= 0 && value <= HIGHEST_8) {
      values[row] = value
      numbers++
    } else {
      const state = blockState(value)
      values[row] = 0x100 - state
      byState[state] = (byState[state] as number) + 1
    }
  }
  byState[0] = (byState[0] as number) + numbers
}

function fillNarrow(
  values: Uint16Array | Uint32Array,
  block: Float64Array,
  byState: Float64Array,
): void {
  const above = highestCode(values) + 1
  const codes = roomFor(block.length)
  for (let row = 0; row < block.length; row++) {
    const value = block[row] as number
    const state = value >= 0 && value < above ? 0 : blockState(value)
    codes[row] = state === 0 ? value : above - state
    byState[state] = (byState[state] as number) + 1
  }
  values.set(codes)
}

function fillWide(
  values: Float64Array,
  states: Uint8Array,
  block: Float64Array,
  byState: Float64Array,
): void {
  for (let row = 0; row < block.length; row++) {
    const value = block[row] as number
    const state = blockState(value)
    states[row] = state
    values[row] = state === 0 ? value : NaN
    byState[state] = (byState[state] as number) + 1
  }
}

/**
 * How many cells of a column have each state: index 0 counts numbers, the others stand as in
 * `stateAt`; added to `byState`.
 */
export function countStates({ values, states }: SegmentColumn, byState: Float64Array): void {
  if (states !== null) {
    for (const state of states) byState[state] = (byState[state] as number) + 1
  } else if (values instanceof Uint8Array) countBytes(values, byState)
  else {
    const entries = roomFor(values.length)
    entries.set(values)
    const limit = numberLimit(values)
    const above = highestCode(values) + 1
    for (let row = 0; row < entries.length; row++) {
      const entry = entries[row] as number
      const state = entry < limit ? 0 : above - entry
      byState[state] = (byState[state] as number) + 1
    }
  }
}

const ABSENT_STATE = 1 + missingStates.indexOf('absent')

/** How many cells of a column are not absent. */
export function presentCells({ values, states }: SegmentColumn): number {
  const absent =
    states === null ? countOf(values, missingCode(values, 'absent')) : countOf(states, ABSENT_STATE)
  return values.length - absent
}

/** A loop for each type of array is several times as fast as one for all of them. */
function countOf(values: ColumnValues, code: number): number {
  if (values instanceof Uint8Array) return countBytesOf(values, code)
  let found = 0
  for (let row = 0; row < values.length; row++) if (values[row] === code) found++
  return found
}

function countBytesOf(values: Uint8Array, code: number): number {
  let found = 0
  for (let row = 0; row < values.length; row++) if (values[row] === code) found++
  return found
}

/** Most columns are of this type, and a loop over one type of array is several times as fast. */
function countBytes(values: Uint8Array, byState: Float64Array): void {
  let numbers = 0
  for (let row = 0; row < values.length; row++) {
    const entry = values[row] as number
    if (entry <= HIGHEST_8) numbers++
    else byState[0x100 - entry] = (byState[0x100 - entry] as number) + 1
  }
  byState[0] = (byState[0] as number) + numbers
}

let room = new Float64Array(SEGMENT_ROWS)

/** Room for a column, whatever is in it: a loop over one type of array is several times as fast. */
function roomFor(rows: number): Float64Array {
  if (room.length < rows) room = new Float64Array(rows)
  return room.subarray(0, rows)
}

function highestCode(values: ColumnValues): number {
  if (values instanceof Uint8Array) return 0xff
  if (values instanceof Uint16Array) return 0xffff
  return values instanceof Uint32Array ? 0xffffffff : NaN
}
