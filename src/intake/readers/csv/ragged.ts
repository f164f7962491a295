import type { Finding, Severity } from '@/domain/finding'

export interface RaggedRow {
  /** Index of the row. */
  readonly row: number
  readonly code: 'row-short' | 'row-long'
  readonly severity: Severity
  readonly detail: NonNullable<Finding['detail']>
}

/**
 * Rows whose number of cells is not that of their block (blocks end at blank rows). Such a row may
 * be shifted, so it is an error; a single cell is rather a title or a note, and empty cells beyond the width say nothing.
 */
export function raggedRows(rows: readonly (readonly string[])[], endsInLine: boolean): RaggedRow[] {
  const ragged: RaggedRow[] = []
  let start = 0
  while (start < rows.length) {
    let end = start
    while (end < rows.length && !isBlankRow(rows[end] ?? [])) end += 1
    if (end > start) ragged.push(...raggedInBlock(rows, start, end, endsInLine))
    start = end + 1
  }
  return ragged
}

function raggedInBlock(
  rows: readonly (readonly string[])[],
  start: number,
  end: number,
  endsInLine: boolean,
): RaggedRow[] {
  const width = usualWidth(rows, start, end)
  const isFull = (row: number): boolean => rows[row]?.length === width
  const isWhole = (row: number): boolean =>
    isFull(row) || (row === start && hasAllHeaders(rows, start, end, width))
  let first = start
  while (first < end && !isFull(first)) first += 1
  let last = end - 1
  while (last > first && !isFull(last)) last -= 1

  const isOutside = (row: number): boolean => row < first || row > last
  const ragged: RaggedRow[] = []
  for (let row = start; row < end; row += 1) {
    const cells = rows[row] ?? []
    if (isWhole(row)) continue
    const detail = { cells: cells.length, expected: width }
    if (cells.length < width) {
      const isCut = row === rows.length - 1 && !endsInLine
      const severity = cells.length > 1 || isCut ? 'error' : isOutside(row) ? 'info' : 'warning'
      ragged.push({ row, code: 'row-short', severity, detail })
    } else {
      const severity = cells.slice(width).every((cell) => cell.trim() === '') ? 'info' : 'error'
      ragged.push({ row, code: 'row-long', severity, detail })
    }
  }
  return ragged
}

/** A header that lost one separator is short by one cell. */
const SURELY_EMPTY = 2

/** Whether a header is short only of what is empty in every row below it: commas or tabs at the ends. */
function hasAllHeaders(
  rows: readonly (readonly string[])[],
  start: number,
  end: number,
  width: number,
): boolean {
  const { length } = rows[start] ?? []
  if (length < 2 || width - length < SURELY_EMPTY) return false
  return rows.slice(start + 1, end).every((cells) => isBlankRow(cells.slice(length)))
}

/** The width of most rows; among equals that of the first row, if it is no title, else the widest. */
function usualWidth(rows: readonly (readonly string[])[], start: number, end: number): number {
  const frequency = new Map<number, number>()
  for (let row = start; row < end; row += 1) {
    const width = rows[row]?.length ?? 0
    frequency.set(width, (frequency.get(width) ?? 0) + 1)
  }
  const header = rows[start]?.length ?? 0
  let usual = header > 1 ? header : 0
  let most = frequency.get(usual) ?? 0
  for (const [width, count] of frequency) {
    if (count > most || (count === most && usual !== header && width > usual)) {
      usual = width
      most = count
    }
  }
  return usual
}

function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '')
}
