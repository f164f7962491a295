import type { Grid } from '../document'
import type { FigureColumn } from './mapColumns'
import type { TableHeader } from './tableHeader'

/** Before a figure that stands in a merged cell, which makes it unreadable. */
const MERGED = '合并单元格：'

/**
 * The figures of a table that are merged over several rows with a unit or a year of their own, or over several
 * columns of figures: whose they are cannot be told, so that none of the cells can be read. By row and column
 * (from 0), what is said of each.
 */
export function mergedFigures(
  { rows, merges = [] }: Grid,
  { firstDataRow, keys }: TableHeader,
  figures: readonly FigureColumn[],
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const columns = new Set(figures.map(({ index }) => index))
  const keyColumns = [...keys.values()]
  const hasKeys = (row: number) =>
    keyColumns.some((column) => (rows[row]?.[column] ?? '').trim() !== '')
  const found = new Map<number, Map<number, string>>()
  for (const merge of merges) {
    const text = rows[merge.row]?.[merge.column] ?? ''
    if (merge.row < firstDataRow || !columns.has(merge.column) || !/\d/.test(text)) continue
    const down = Array.from({ length: merge.rows }, (_, by) => merge.row + by).filter(hasKeys)
    const across = Array.from({ length: merge.columns }, (_, by) => merge.column + by)
    const covered = across.filter((column) => columns.has(column))
    if (down.length < 2 && covered.length < 2) continue
    for (const row of down) {
      const texts = found.get(row) ?? new Map<number, string>()
      for (const column of covered) texts.set(column, MERGED + text.trim())
      found.set(row, texts)
    }
  }
  return found
}
