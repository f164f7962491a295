import type { Place } from '@/domain/finding'
import type { Grid, SourceDocument } from './document'

/** A few rows and columns of a table around a cell; numbers as its source counts them, from 1. */
export interface GridExcerpt {
  readonly kind: 'grid'
  readonly columns: readonly number[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** A few lines of a text around a place. */
export interface LineExcerpt {
  readonly kind: 'lines'
  readonly lines: readonly { readonly number: number; readonly text: string }[]
}

export type SourceExcerpt = GridExcerpt | LineExcerpt

/** Rows and columns shown on each side of the cell. */
const AROUND = 2
/** Columns at the left edge always shown: they usually name the unit and the year. */
const LEADING = 2
const MAX_TEXT = 120

/**
 * The surroundings of a cell as they stand in its source, the first row and the first columns with
 * them; null when no table of the source has the place.
 */
export function gridExcerpt(
  documents: readonly Pick<SourceDocument, 'grids'>[],
  place: Place,
): GridExcerpt | null {
  const { row, column } = place
  if (row === undefined) return null
  for (const grid of documents.flatMap(({ grids }) => grids)) {
    if (!isMeant(grid, place)) continue
    const index = rowIndex(grid, row)
    if (index !== null) return cutOut(grid, index, column ?? 1)
  }
  return null
}

/** The lines of a text around a place; null when it has no such line. */
export function lineExcerpt(text: string, place: Place): LineExcerpt | null {
  const lines = text.split(/\r\n|\r|\n/)
  const { row } = place
  if (row === undefined || row < 1 || row > lines.length) return null
  const from = Math.max(1, row - AROUND)
  const shown = lines.slice(from - 1, row + AROUND)
  const start = Math.max(0, (place.column ?? 1) - 1 - MAX_TEXT / 2)
  return {
    kind: 'lines',
    lines: shown.map((line, at) => ({
      number: from + at,
      // A whole file can stand in one line: then only the part around the place is shown.
      text: shortened(from + at === row && line.length > MAX_TEXT ? line.slice(start) : line),
    })),
  }
}

function isMeant(grid: Grid, { sheet, page }: Place): boolean {
  if (sheet !== undefined && sheet !== '' && grid.name !== sheet) return false
  return page === undefined || grid.page === undefined || grid.page === page
}

function rowIndex({ rows, rowNumbers }: Grid, row: number): number | null {
  const index = rowNumbers === undefined ? row - 1 : rowNumbers.indexOf(row)
  return index >= 0 && index < rows.length ? index : null
}

function cutOut(grid: Grid, index: number, column: number): GridExcerpt {
  const rows = spread(index, grid.rows.length, 1)
  const widest = Math.max(column, ...rows.map((at) => grid.rows[at]?.length ?? 0))
  const columns = spread(column - 1, widest, LEADING)
  return {
    kind: 'grid',
    columns: columns.map((at) => at + 1),
    rows: rows.map((at) => ({
      number: grid.rowNumbers?.[at] ?? at + 1,
      cells: columns.map((cell) => shortened(grid.rows[at]?.[cell] ?? '')),
    })),
  }
}

/** Indexes around one, and the first few; ascending, each once. */
function spread(index: number, length: number, leading: number): number[] {
  const first = Array.from({ length: Math.min(leading, length) }, (_, at) => at)
  const from = Math.max(0, index - AROUND)
  const near = Array.from(
    { length: Math.min(length, index + AROUND + 1) - from },
    (_, at) => from + at,
  )
  return [...new Set([...first, ...near])].toSorted((a, b) => a - b)
}

function shortened(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}
