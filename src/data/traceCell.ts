import type { Cell } from '@/domain/report'
import type { Batch, BatchContent, Correction, ReportKey } from './batch'
import { cellAt, sameCell } from './column'
import { decisions, scopes, type Decision, type Segment, type SourceTable } from './segment'

/** Where a cell stands in a source. Rows and columns count from 1. */
export interface SourceCell extends SourceTable {
  readonly source: string
  readonly row?: number
  readonly column?: number
}

/** What one batch said of a cell. */
export interface CellStatement {
  readonly batch: Batch
  readonly cell: Cell
  readonly decision: Decision
  /** As written; for a number whose text was not kept, the number as it prints. */
  readonly raw: string
  /** Null for a correction, and for a cell that its source does not have. */
  readonly place: SourceCell | null
  readonly correction: Correction | null
}

/** Everything that was ever said of a cell, oldest first, and which of it counts. */
export interface CellTrace {
  readonly current: CellStatement | null
  readonly history: readonly CellStatement[]
}

/**
 * Follows one cell through all batches, inactive ones included; `current` is the statement that the
 * fold of the same batches takes.
 */
export function traceCell(
  contents: readonly BatchContent[],
  key: ReportKey,
  indicator: string,
): CellTrace {
  const ordered = contents.toSorted((a, b) => a.batch.id - b.batch.id)
  const imported = ordered.flatMap(({ batch, segments }) =>
    segments.flatMap((segment) => statementsIn(segment, batch, key, indicator)),
  )
  const corrected = ordered.flatMap(({ batch, corrections }) =>
    corrections
      .filter((correction) => correction.indicator === indicator && sameKey(correction, key))
      .map((correction) => correctionStatement(batch, correction)),
  )
  const beneath = currentImport(imported)
  return {
    current: currentCorrection(corrected, beneath) ?? beneath,
    history: [...imported, ...corrected].sort((a, b) => a.batch.id - b.batch.id),
  }
}

function currentImport(statements: readonly CellStatement[]): CellStatement | null {
  let current: CellStatement | null = null
  for (const statement of statements) {
    if (!statement.batch.active || statement.decision === 'refused') continue
    const wouldBlank = current?.cell.kind === 'value' && statement.cell.kind !== 'value'
    if (wouldBlank && statement.decision !== 'chosen') continue
    current = statement
  }
  return current
}

function currentCorrection(
  statements: readonly CellStatement[],
  beneath: CellStatement | null,
): CellStatement | null {
  const found: Cell = beneath?.cell ?? { kind: 'absent' }
  for (const statement of statements.toReversed()) {
    if (!statement.batch.active || statement.correction === null) continue
    if (sameCell(statement.correction.value, found)) return null
    if (sameCell(statement.correction.expected, found)) return statement
  }
  return null
}

function statementsIn(
  segment: Segment,
  batch: Batch,
  key: ReportKey,
  indicator: string,
): CellStatement[] {
  const unit = segment.units.indexOf(key.unit)
  const column = segment.columns.findIndex((one) => one.indicator === indicator)
  if (unit < 0 || column < 0) return []
  const scope = scopes.indexOf(key.scope)
  const found: CellStatement[] = []
  for (let row = 0; row < segment.rows; row++) {
    if (segment.unit[row] !== unit || segment.year[row] !== key.year) continue
    if (segment.scope[row] !== scope) continue
    const cell = cellAt(segment, column, row)
    if (cell.kind === 'absent') continue
    found.push({
      batch,
      cell,
      decision: decisions[segment.decision?.[column * segment.rows + row] ?? 0] ?? 'taken',
      raw: rawAt(segment, column, row),
      place: placeAt(segment, column, row),
      correction: null,
    })
  }
  return found
}

/** The text of a cell as written; where it was not kept, the number as it prints. */
export function rawAt(segment: Segment, column: number, row: number): string {
  const cell = cellAt(segment, column, row)
  const kept = segment.raw.get(column * segment.rows + row)
  return kept ?? (cell.kind === 'value' ? String(cell.value) : '')
}

/** Where a cell stood; null if its source does not have it. */
export function placeAt(segment: Segment, column: number, row: number): SourceCell | null {
  const { origin } = segment
  const source = segment.sources[origin.source[row] as number] as string
  if (origin.kind === 'rows') {
    const layout = origin.layout[row] as number
    const place = origin.layouts[layout]?.[column]
    if (place === undefined || place === 0) return null
    const table = segment.tables[origin.layoutTables?.[layout] ?? -1]
    return { source, ...table, row: origin.row[row] as number, column: place }
  }
  const cell = column * segment.rows + row
  if (origin.row[cell] === 0) return null
  const table = segment.tables[origin.table[cell] as number]
  return {
    source,
    ...table,
    row: origin.row[cell] as number,
    column: origin.column[cell] as number,
  }
}

function correctionStatement(batch: Batch, correction: Correction): CellStatement {
  const { value } = correction
  return {
    batch,
    cell: value,
    decision: 'chosen',
    raw: value.kind === 'value' ? String(value.value) : '',
    place: null,
    correction,
  }
}

function sameKey(a: ReportKey, b: ReportKey): boolean {
  return a.unit === b.unit && a.year === b.year && a.scope === b.scope
}
