import type { Grid, SourceDocument } from './document'
import type { ReplacedRow } from './fileAnswers'

/**
 * The documents without the rows that another file has in their place. In an archive, a sheet is
 * named as in places: `file / sheet`.
 */
export function withoutReplacedRows(
  documents: readonly SourceDocument[],
  replaced: readonly ReplacedRow[],
): readonly SourceDocument[] {
  if (replaced.length === 0) return documents
  const rowsOf = new Map<string, Set<number>>()
  for (const { sheet, row } of replaced) {
    const rows = rowsOf.get(sheet) ?? new Set<number>()
    rowsOf.set(sheet, rows.add(row))
  }
  return documents.map((document) => ({
    ...document,
    grids: document.grids.map((grid) => {
      const rows = rowsOf.get(placeName(documents, document, grid))
      return rows === undefined ? grid : withoutRows(grid, rows)
    }),
  }))
}

/** What a grid is called in places. */
export function placeName(
  documents: readonly SourceDocument[],
  document: SourceDocument,
  grid: Grid,
): string {
  if (documents.length === 1) return grid.name
  return grid.name === '' ? document.file : `${document.file} / ${grid.name}`
}

/** Emptied, so that the others keep their numbers; a merged cell is carried on to the rows that stay. */
function withoutRows(grid: Grid, replaced: ReadonlySet<number>): Grid {
  const isReplaced = (row: number) => replaced.has(grid.rowNumbers?.[row] ?? row + 1)
  const rows = grid.rows.map((cells, row) => (isReplaced(row) ? [] : [...cells]))
  const merges = grid.merges?.flatMap((merge) => {
    const { row, column, rows: height } = merge
    const text = grid.rows[row]?.[column] ?? ''
    let first = row
    while (first < row + height && isReplaced(first)) first++
    if (first === row) return [merge]
    const cells = rows[first]
    if (first === row + height || cells === undefined) return []
    cells[column] = text
    return [{ ...merge, row: first, rows: height - (first - row) }]
  })
  return { ...grid, rows, ...(merges === undefined ? {} : { merges }) }
}
