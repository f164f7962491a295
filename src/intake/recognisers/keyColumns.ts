import type { KeyColumn } from '@/domain/aliases'
import { matchKeyColumn } from '@/domain/labels'
import { holdsMeasures, SAMPLED_ROWS } from './measureColumn'

/** The first column of each key. */
export function keyColumns(cells: readonly string[]): Map<KeyColumn, number> {
  const keys = new Map<KeyColumn, number>()
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue
    const key = matchKeyColumn(cell)
    if (key !== null && !keys.has(key)) keys.set(key, index)
  }
  return keys
}

/**
 * The key columns of a row of headings. Under `单位` there may be units of measure: what stands below
 * tells.
 */
export function keyColumnsAt(
  rows: readonly (readonly string[])[],
  row: number,
): Map<KeyColumn, number> {
  const cells = rows[row] ?? []
  const keys = keyColumns(cells)
  if (keys.size < 2) return keys
  const below = rows.slice(row + 1, row + 1 + SAMPLED_ROWS)
  const measures = [...cells.keys()].filter((column) =>
    holdsMeasures(cells[column] ?? '', below, column),
  )
  const [first] = measures
  if (first === undefined) return keys
  if (!keys.has('measure')) keys.set('measure', first)
  if (measures.includes(keys.get('unitName') ?? -1)) {
    const others = keyColumns(cells.map((text, column) => (measures.includes(column) ? '' : text)))
    const next = others.get('unitName')
    if (next === undefined) keys.delete('unitName')
    else keys.set('unitName', next)
  }
  return keys
}

/** Whether a row's cells name at least a unit and a year. */
export function isHeaderRow(cells: readonly string[]): boolean {
  return isComplete(keyColumns(cells))
}

/** Whether every row can say whose report it is and of which year. */
export function isComplete(keys: ReadonlyMap<KeyColumn, number>): boolean {
  return keys.has('year') && (keys.has('unitName') || keys.has('unitCode'))
}
