import type { Grid, SourceDocument } from './document'
import { FindingList } from './readers/findings'
import {
  parseRepairKey,
  REPAIR_KEY,
  REPAIR_REASON,
  repairKey,
  type RepairedRow,
} from './repairColumns'
import { placeName } from './replacedRows'
import { findAxes } from './recognisers/cross/axes'
import type { RecogniseContext } from './recognisers/recognition'
import { findHeader } from './recognisers/tableHeader'

/** A row with what is wrong in it. */
export interface OffendingRow {
  readonly sheet: string
  readonly row: number
  readonly reasons: readonly string[]
}

/** A sheet of offending rows, in the layout that the file has them in. */
export interface ErrorSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** How far down the heading of our key may stand. */
const SEARCHED_ROWS = 40

/**
 * The offending rows of a file under the lines that stand above its first row of data, each with a key
 * before it and its reasons behind it. Rows of the heading itself are left out: a heading is mapped,
 * not repaired.
 */
export function errorSheets(
  documents: readonly SourceDocument[],
  offending: readonly OffendingRow[],
  context: Omit<RecogniseContext, 'file' | 'findings'>,
): ErrorSheet[] {
  return documents.flatMap((document) =>
    document.grids.flatMap((grid): ErrorSheet[] => {
      const name = placeName(documents, document, grid)
      const wanted = new Map(
        offending.flatMap(({ sheet, row, reasons }) => (sheet === name ? [[row, reasons]] : [])),
      )
      const start = firstDataRow(grid, { ...context, file: document.file })
      if (wanted.size === 0 || start === null) return []
      const width = Math.max(...grid.rows.map((cells) => cells.length))
      const rows = grid.rows.flatMap((_, row) => {
        const reasons = wanted.get(numberOf(grid, row))
        if (row <= start || reasons === undefined) return []
        const cells = padded(filled(grid, row), width)
        return [
          [repairKey(context.source, name, numberOf(grid, row)), ...cells, reasons.join('；')],
        ]
      })
      if (rows.length === 0) return []
      return [{ name, rows: [...headRows(grid, start, width), ...rows] }]
    }),
  )
}

/** The rows that a repaired file stands for; empty for any other file. */
export function repairedRows(documents: readonly SourceDocument[]): RepairedRow[] {
  return documents.flatMap((document) =>
    document.grids.flatMap((grid) => {
      const column = keyColumn(grid)
      if (column === null) return []
      const ownSheet = placeName(documents, document, grid)
      return grid.rows.flatMap((cells, row): RepairedRow[] => {
        const key = parseRepairKey(cells[column] ?? '')
        return key === null ? [] : [{ ...key, ownSheet, ownRow: numberOf(grid, row) }]
      })
    }),
  )
}

function keyColumn({ rows }: Grid): number | null {
  for (const cells of rows.slice(0, SEARCHED_ROWS)) {
    const column = cells.findIndex((text) => text.trim() === REPAIR_KEY)
    if (column >= 0) return column
  }
  return null
}

/** The last row of the heading, from 0; null where the sheet has none. */
function firstDataRow(grid: Grid, context: Omit<RecogniseContext, 'findings'>): number | null {
  const header = findHeader(grid, 0, { ...context, findings: new FindingList() })
  return header === null ? (findAxes(grid, context)?.lastHeadRow ?? null) : header.firstDataRow - 1
}

/** The key's heading stands in the last line, where a table with several lines of headings has most. */
function headRows(grid: Grid, last: number, width: number): string[][] {
  return grid.rows.slice(0, last + 1).map((cells, row) => {
    const isLast = row === last
    return [isLast ? REPAIR_KEY : '', ...padded(cells, width), isLast ? REPAIR_REASON : '']
  })
}

/** A row with the words of merged cells that begin above it. */
function filled({ rows, merges = [] }: Grid, row: number): string[] {
  const cells = [...(rows[row] ?? [])]
  for (const merge of merges) {
    if (row > merge.row && row < merge.row + merge.rows)
      cells[merge.column] = rows[merge.row]?.[merge.column] ?? ''
  }
  return cells
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => cells[column] ?? '')
}

function numberOf(grid: Grid, row: number): number {
  return grid.rowNumbers?.[row] ?? row + 1
}
