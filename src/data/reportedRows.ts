import { isAuxiliary } from '@/domain/auxiliary'
import { isCustom } from '@/domain/catalogue'
import { stateAt } from './column'
import type { Cube } from './cube'
import { isReportSlot } from './numberKeys'
import { missingStates, REPORT_SCOPES, type Segment, type SegmentColumn } from './segment'

const ABSENT_STATE = 1 + missingStates.indexOf('absent')

/**
 * 1 for each row that has a figure of the form, a blank one included. One with figures of the
 * user's own alone says something of a unit and a year, not that it has reported.
 */
export function rowsWithForm(rows: number, columns: readonly SegmentColumn[]): Uint8Array {
  const found = new Uint8Array(rows)
  let lacking = rows
  for (const column of columns) {
    if (lacking === 0) break
    if (isCustom(column.indicator) || isAuxiliary(column.indicator)) continue
    for (let row = 0; row < rows; row++) {
      if (found[row] === 1 || stateAt(column, row) === ABSENT_STATE) continue
      found[row] = 1
      lacking--
    }
  }
  return found
}

/** 1 for each row of a segment that is a report: of a report's scope, with a figure of the form or a text. */
export function reportedRows({ rows, scope, columns, told }: Segment): Uint8Array {
  const found = rowsWithForm(rows, columns)
  for (let row = 0; row < rows; row++) {
    const hasText = (told?.[row] ?? null) !== null
    const isReport = (scope[row] as number) < REPORT_SCOPES && (found[row] === 1 || hasText)
    found[row] = isReport ? 1 : 0
  }
  return found
}

/** How many rows of segments are reports. */
export function countReports(segments: readonly Segment[]): number {
  return segments.reduce((sum, segment) => sum + ones(reportedRows(segment)), 0)
}

/** A cube never changes. */
const known = new WeakMap<Cube, Uint8Array>()

/** 1 for each slot of the cube that has a report; else there is nothing, or figures of no report. */
export function reportSlots(cube: Cube): Uint8Array {
  const slots = known.get(cube) ?? findSlots(cube)
  known.set(cube, slots)
  return slots
}

/** How many reports a cube has. */
export function countSlots(cube: Cube): number {
  return ones(reportSlots(cube))
}

function findSlots({ blocks, index, told }: Cube): Uint8Array {
  const withForm = new Uint8Array(index.starts[blocks.length] as number)
  for (const [number, { rows, columns }] of blocks.entries())
    withForm.set(rowsWithForm(rows, columns), index.starts[number])
  const slots = new Uint8Array(index.rows.length)
  for (let slot = 0; slot < slots.length; slot++) {
    const row = index.rows[slot] as number
    if (row === 0 || !isReportSlot(slot)) continue
    if (withForm[row - 1] === 1 || told.has(slot)) slots[slot] = 1
  }
  return slots
}

function ones(marks: Uint8Array): number {
  let sum = 0
  for (const mark of marks) sum += mark
  return sum
}
