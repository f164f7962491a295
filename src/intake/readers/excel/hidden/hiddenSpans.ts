import type { Finding, Place } from '@/domain/finding'

/** Rows or columns, counted from 0, the last one included. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What the screen does not show of a sheet, whether anything stands there or not. */
export interface HiddenSpans {
  readonly rows: readonly Span[]
  readonly columns: readonly Span[]
}

/**
 * Tells of rows and columns that hold something and are not shown. Whole stretches without a cell are
 * hidden to make a sheet look small: nothing is read there, so nothing is told.
 */
export function hiddenFindings(
  place: Place,
  cells: readonly (readonly string[])[],
  { rows, columns }: HiddenSpans,
): Finding[] {
  const findings: Finding[] = []
  const hiddenRows = within(rows, cells.length).filter((row) => (cells[row]?.length ?? 0) > 0)
  if (hiddenRows.length > 0) {
    const detail = { rows: hiddenRows.length }
    findings.push({ code: 'rows-hidden', severity: 'info', place, detail })
  }
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0)
  const hiddenColumns = within(columns, width).filter((column) =>
    cells.some((row) => (row[column] ?? '') !== ''),
  )
  if (hiddenColumns.length > 0) {
    const detail = {
      columns: hiddenColumns.length,
      list: hiddenColumns.map((column) => column + 1).join(' '),
    }
    findings.push({ code: 'columns-hidden', severity: 'info', place, detail })
  }
  return findings
}

/** The places of some spans below a bound, each once, in order. */
function within(spans: readonly Span[], bound: number): number[] {
  const found = new Set<number>()
  for (const { from, to } of spans)
    for (let at = Math.max(0, from); at <= to && at < bound; at += 1) found.add(at)
  return [...found].toSorted((a, b) => a - b)
}
