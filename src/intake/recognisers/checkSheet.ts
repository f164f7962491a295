import { sheetColumns, type ReturnedRow, type SheetColumn } from '@/domain/checkSheet'
import type { Grid, SourceDocument } from '../document'

const columns = Object.keys(sheetColumns) as SheetColumn[]
/** Columns without which a row cannot be told, or could say nothing; the others may have been deleted. */
const needed: readonly SheetColumn[] = ['year', 'id', 'value', 'replyValue', 'replyText']

/** A document without its 退回核对表, and the rows of these; null where it has none. */
export interface TakenSheets {
  readonly rest: SourceDocument
  readonly rows: readonly ReturnedRow[]
}

/**
 * Takes the grids out of a document that are a returned 退回核对表, known by its headings, wherever
 * they stand: offices re-save it, add rows above and sheets beside it, and move its columns.
 */
export function takeCheckSheets(document: SourceDocument): TakenSheets | null {
  const taken = document.grids.map((grid) => rowsOf(grid))
  if (taken.every((rows) => rows === null)) return null
  const grids = document.grids.filter((_, at) => taken[at] === null)
  return { rest: { ...document, grids }, rows: taken.flatMap((rows) => rows ?? []) }
}

function rowsOf(grid: Grid): ReturnedRow[] | null {
  const heading = grid.rows.findIndex((row) => positionsOf(row) !== null)
  const positions = positionsOf(grid.rows[heading] ?? [])
  if (positions === null) return null
  return grid.rows.flatMap((cells, at): ReturnedRow[] => {
    if (at <= heading || cells.every((text) => text.trim() === '')) return []
    const row = grid.rowNumbers?.[at] ?? at + 1
    return [{ sheet: grid.name, row, texts: textsOf(cells, positions) }]
  })
}

function textsOf(
  cells: readonly string[],
  positions: ReadonlyMap<SheetColumn, number>,
): ReturnedRow['texts'] {
  const text = (column: SheetColumn) => (cells[positions.get(column) ?? -1] ?? '').trim()
  return {
    kind: text('kind'),
    code: text('code'),
    unit: text('unit'),
    year: text('year'),
    scope: text('scope'),
    item: text('item'),
    id: text('id'),
    value: text('value'),
    advice: text('advice'),
    note: text('note'),
    replyValue: text('replyValue'),
    replyText: text('replyText'),
  }
}

function positionsOf(row: readonly string[]): ReadonlyMap<SheetColumn, number> | null {
  const labels = row.map((text) => text.replace(/\s/gu, ''))
  const positions = new Map<SheetColumn, number>()
  for (const column of columns) {
    const at = labels.indexOf(sheetColumns[column])
    if (at >= 0) positions.set(column, at)
  }
  const hasUnit = positions.has('code') || positions.has('unit')
  return hasUnit && needed.every((column) => positions.has(column)) ? positions : null
}
