import type { KeyColumn } from '@/domain/aliases'
import { matchKeyColumn } from '@/domain/labels'

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

/** Whether a row's cells name at least a unit and a year. */
export function isHeaderRow(cells: readonly string[]): boolean {
  return isComplete(keyColumns(cells))
}

/** Whether every row can say whose report it is and of which year. */
export function isComplete(keys: ReadonlyMap<KeyColumn, number>): boolean {
  return keys.has('year') && (keys.has('unitName') || keys.has('unitCode'))
}
