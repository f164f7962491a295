import { findingsOf } from '@/analysis/checkFinding'
import type { CheckStore } from '@/analysis/checkStore'
import { correctCell } from '@/data/corrections'
import type { Correction, ReportKey } from '@/data/batch'
import { sameCell } from '@/data/column'
import { disposeOf, type Disposition, type DispositionKind } from '@/data/disposition'
import { indicatorPosition, isCustom } from '@/domain/catalogue'
import type { Cell } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { parseCell } from '@/intake/parseCell'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import { sheetColumns, sheetKinds, sheetScopes } from './checkSheet'

/** Why a row of a returned sheet was not taken. */
export type SheetFault =
  /** Neither code nor name leads to one unit. */
  | 'unit-unknown'
  | 'report-unknown'
  | 'item-unknown'
  /** The answer is no number and none of the words for a cell without one. */
  | 'value-unreadable'
  /** The figure is another by now than the sheet says. */
  | 'value-changed'
  /** The check passes by now, or rests on other reports. */
  | 'finding-gone'

export interface FaultyRow {
  /** In the sheet, from 1. */
  readonly row: number
  readonly fault: SheetFault
  readonly text: string
}

/** What a returned 退回核对表 changes: nothing is applied yet. */
export interface SheetReply {
  readonly corrections: readonly Correction[]
  readonly dispositions: readonly Disposition[]
  readonly faults: readonly FaultyRow[]
}

/** What reading a reply needs beside the sheet. */
export interface ReplyContext {
  readonly store: CheckStore
  readonly unitOf: (text: { readonly code: string; readonly name: string }) => UnitId | null
  readonly by: string
  readonly at: number
}

type Column = keyof typeof sheetColumns
type Row = (column: Column) => string

/**
 * Reads a returned 退回核对表: numbers in 核对后数值 become corrections, answers beside checks
 * dispositions. Null when the grid is no such sheet. Rows without an answer say nothing.
 */
export function readCheckSheet(
  rows: readonly (readonly string[])[],
  context: ReplyContext,
): SheetReply | null {
  const heading = rows.findIndex((row) => positionsOf(row) !== null)
  const positions = positionsOf(rows[heading] ?? [])
  if (positions === null) return null
  const corrections: Correction[] = []
  const dispositions: Disposition[] = []
  const faults: FaultyRow[] = []
  for (const [at, cells] of rows.entries()) {
    if (at <= heading) continue
    const row: Row = (column) => (cells[positions.get(column) ?? -1] ?? '').trim()
    const read = readRow(row, context)
    if (read === null) continue
    if ('fault' in read) faults.push({ row: at + 1, ...read })
    else if ('correction' in read) corrections.push(read.correction)
    else dispositions.push(read.disposition)
  }
  return { corrections, dispositions, faults }
}

function positionsOf(row: readonly string[]): ReadonlyMap<Column, number> | null {
  const positions = new Map<Column, number>()
  for (const [column, label] of Object.entries(sheetColumns) as [Column, string][]) {
    const at = row.findIndex((text) => text.trim() === label)
    if (at < 0) return null
    positions.set(column, at)
  }
  return positions
}

type ReadRow =
  | { readonly fault: SheetFault; readonly text: string }
  | { readonly correction: Correction }
  | { readonly disposition: Disposition }
  | null

function readRow(row: Row, context: ReplyContext): ReadRow {
  const isCheck = row('kind') === sheetKinds.check
  const answer = isCheck ? row('replyText') : row('replyValue')
  if (answer === '') return null
  const unit = context.unitOf({ code: row('code'), name: row('unit') })
  if (unit === null) return { fault: 'unit-unknown', text: `${row('code')} ${row('unit')}`.trim() }
  const scope = row('scope') === sheetScopes.office ? 'office' : 'whole'
  const key: ReportKey = { unit, year: Number(row('year')), scope }
  if (!context.store.cube.has(key)) return { fault: 'report-unknown', text: row('year') }
  return isCheck ? replyToCheck(row, key, context) : replyToFigure(row, key, context)
}

function replyToFigure(row: Row, key: ReportKey, { store }: ReplyContext): ReadRow {
  const indicator = row('id')
  if (indicatorPosition(indicator) < 0 && !isCustom(indicator))
    return { fault: 'item-unknown', text: indicator }
  const measure = indicatorMeasure(indicator)
  const { cell: value } = parseCell(row('replyValue'), measure)
  if (value.kind === 'unreadable') return { fault: 'value-unreadable', text: row('replyValue') }
  const now: Cell = store.cube.cellAt(key, indicator)?.cell ?? { kind: 'absent' }
  if (sameCell(now, value)) return null
  const stated = parseCell(row('value'), measure).cell
  if (!sameCell(now, stated)) return { fault: 'value-changed', text: row('value') }
  const reason = ['县局核对更正', row('replyText')].filter((part) => part !== '').join('：')
  return { correction: correctCell(store.cube, key, { indicator, value, reason }) }
}

function replyToCheck(row: Row, key: ReportKey, { store, by, at }: ReplyContext): ReadRow {
  const reason = row('replyText')
  const finding = findingsOf(store, key).find(({ check }) => check === row('id'))
  if (finding === undefined) return { fault: 'finding-gone', text: row('id') }
  return { disposition: disposeOf(finding, { kind: kindOf(reason), reason, by, at }) }
}

/** What an answer says, by its words; without them it is 确认: the county stands by its figures. */
function kindOf(answer: string): DispositionKind {
  if (answer.includes('口径')) return 'otherScope'
  return answer.includes('更正') || answer.includes('改正') ? 'corrected' : 'confirmed'
}
