import type { RowText } from '@/wording/tableText'

/** Rows drawn beyond each edge, so that a scroll does not show blanks. */
const BEYOND = 8

/** The rows of a long table to draw: first, and one past the last. */
export interface RowWindow {
  readonly from: number
  readonly to: number
}

/** Which of `count` rows, each `rowHeight` pixels high, lie in sight or close by. */
export function rowWindow(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): RowWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight) - BEYOND
  const last = Math.ceil((Math.max(0, scrollTop) + height) / rowHeight) + BEYOND
  const to = Math.min(count, Math.max(0, last))
  return { from: Math.min(Math.max(0, first), to), to }
}

/** A cell by row and column; column −1 is the row's heading. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Where a key leads to from a cell, within the table; null for other keys. */
export function cellBeyond(
  from: CellPlace,
  key: string,
  rows: number,
  columns: number,
  pageRows: number,
): CellPlace | null {
  const { row, column } = from
  const to = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
    PageUp: { row: row - pageRows, column },
    PageDown: { row: row + pageRows, column },
  }
  const found = Object.entries(to).find(([name]) => name === key)?.[1]
  return found
    ? { row: clamp(found.row, rows - 1), column: clamp(found.column, columns - 1) }
    : null
}

function clamp(place: number, last: number): number {
  return Math.max(0, Math.min(place, last))
}

/**
 * Columns in which a number of these rows has a sign beside it: there all leave room for one, so that
 * the numbers stay in line.
 */
export function signedColumns(rows: readonly Pick<RowText, 'cells'>[]): ReadonlySet<number> {
  const signed = new Set<number>()
  for (const { cells } of rows)
    for (const [column, { sign }] of cells.entries()) if (sign !== '') signed.add(column)
  return signed
}
