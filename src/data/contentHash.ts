import type { BatchContent } from './batch'
import { isMarked, widen } from './column'
import type { Cube, CubeBlock, RowSelection } from './cube'
import type { PackedSegment } from './packSegment'
import { reportSlots } from './reportedRows'
import { missingStates, scopes } from './segment'
import { addText, addWords, hexDigits, lanesHash, mix, newLanes } from './wordHash'

/** The hash of what a batch holds, as it is stored; 32 hexadecimal digits. */
export function batchHash(
  segments: readonly PackedSegment[],
  corrections: BatchContent['corrections'],
): string {
  const lanes = newLanes()
  for (const { header, buffer } of segments) {
    addText(lanes, header)
    addWords(lanes, new Uint32Array(buffer))
  }
  for (const { unit, year, scope, indicator, expected, value, reason } of corrections)
    addText(lanes, JSON.stringify([unit, year, scope, indicator, expected, value, reason]))
  return lanesHash(lanes)
}

/**
 * The hash of all current values, their states and 约 marks, and of the editions of reports; 16
 * hexadecimal digits. It is a sum over cells, so it does not depend on the order of imports, on
 * batches, or on segments. Rows that are no report (see `reportSlots`) have no edition.
 */
export function cubeHash(cube: Cube): string {
  const sums = new Uint32Array(2)
  const slots = Int32Array.from({ length: cube.index.rows.length }, (_, slot) => slot)
  const reported = reportSlots(cube)
  for (const selection of cube.select(slots)) addReports(sums, cube, selection, reported)
  return hexDigits([...sums])
}

/** Keys of the reports of one block, hashed twice. */
interface HashedRows {
  readonly rows: Uint32Array
  readonly first: Uint32Array
  readonly second: Uint32Array
}

/** With one column, widened. */
interface WidenedRows extends HashedRows {
  readonly entries: Float64Array
  readonly states: Uint8Array
}

function addReports(
  sums: Uint32Array,
  cube: Cube,
  { block, rows, targets }: RowSelection,
  reported: Uint8Array,
): void {
  const hashed = { rows, first: new Uint32Array(rows.length), second: new Uint32Array(rows.length) }
  for (const [i, row] of rows.entries()) {
    const [first, second] = hashedText(reportText(cube, block, row))
    hashed.first[i] = first
    hashed.second[i] = second
    if (reported[targets[i] as number] !== 1) continue
    const edition = block.edition[row] as number
    add(sums, mix(first, edition, EDITION_MARK), mix(second, edition, EDITION_MARK))
  }
  const entries = new Float64Array(block.rows)
  const states = new Uint8Array(block.rows)
  for (const [position, column] of block.columns.entries()) {
    widen(column, entries, states)
    addColumn(sums, block, position, { ...hashed, entries, states })
  }
}

function addColumn(
  sums: Uint32Array,
  block: CubeBlock,
  position: number,
  { rows, first, second, entries, states }: WidenedRows,
): void {
  const number = new Float64Array(1)
  const words = new Uint32Array(number.buffer)
  const [keyA, keyB] = hashedText(block.columns[position]?.indicator ?? '')
  const marked = block.approximate.length > 0
  let sumA = 0
  let sumB = 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const state = states[row] as number
    if (state === ABSENT_STATE) continue
    // Adding 0 makes -0 and 0 one number.
    number[0] = state === 0 ? (entries[row] as number) + 0 : state
    let low = words[0] as number
    if (state !== 0) low ^= STATE_MARK
    else if (marked && isMarked(block.approximate, position * block.rows + row))
      low ^= APPROXIMATE_MARK
    const high = words[1] as number
    sumA = (sumA + mix((first[i] as number) + keyA, low, high)) | 0
    sumB = (sumB + mix((second[i] as number) ^ keyB, high, low)) | 0
  }
  add(sums, sumA, sumB)
}

const ABSENT_STATE = 1 + missingStates.indexOf('absent')
const EDITION_MARK = 1
const STATE_MARK = 2
const APPROXIMATE_MARK = 4

function add(sums: Uint32Array, first: number, second: number): void {
  sums[0] = (sums[0] as number) + first
  sums[1] = (sums[1] as number) + second
}

function reportText(cube: Cube, block: CubeBlock, row: number): string {
  const unit = cube.units[block.unit[row] as number] as string
  return JSON.stringify([unit, block.year[row], scopes[block.scope[row] as number]])
}

function hashedText(text: string): [number, number] {
  const lanes = newLanes()
  addText(lanes, text)
  return [mix(lanes[0], lanes[1], text.length), mix(lanes[2], lanes[3], text.length)]
}
