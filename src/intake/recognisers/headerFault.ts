import type { KeyColumn } from '@/domain/aliases'
import { matchIndicator } from '@/domain/labels'
import { parseYear } from './keyTexts'
import { keyColumns, keyColumnsAt } from './keyColumns'

export interface HeaderFault {
  readonly code:
    'years-as-columns' | 'layout-unknown' | 'column-unit-missing' | 'column-year-missing'
  /** Row of the grid, from 0. */
  readonly row: number
  readonly detail: Readonly<Record<string, string>>
}

/** What the most header-like of some rows lacks to be one: a unit, a year, or any known word. */
export function headerFault(rows: readonly (readonly string[])[]): HeaderFault[] {
  const row = bestRow(rows)
  if (row === null) return [{ code: 'layout-unknown', row: 0, detail: {} }]
  const cells = rows[row] ?? []
  const keys = keyColumnsAt(rows, row)
  const hasUnit = hasUnitColumn(keys)
  const years = cells.filter((cell) => parseYear(cell) !== null)
  if (hasUnit && years.length >= 2) {
    return [{ code: 'years-as-columns', row, detail: { years: years.slice(0, 20).join('、') } }]
  }
  const header = cells.filter((cell) => cell !== '')
  const detail = { header: header.slice(0, 8).join('、') }
  return [
    ...(hasUnit ? [] : [{ code: 'column-unit-missing' as const, row, detail }]),
    ...(keys.has('year') ? [] : [{ code: 'column-year-missing' as const, row, detail }]),
  ]
}

function hasUnitColumn(keys: ReadonlyMap<KeyColumn, number>): boolean {
  return keys.has('unitName') || keys.has('unitCode')
}

function bestRow(rows: readonly (readonly string[])[]): number | null {
  let best: number | null = null
  let most = 0
  for (const [row, cells] of rows.entries()) {
    const keys = keyColumns(cells).size
    // Below a row with a key column, more rows of the header may name the figures.
    const below = keys === 0 ? [] : rows.slice(row + 1, row + 1 + ROWS_BELOW)
    const figures = [cells, ...below].reduce((sum, each) => sum + countIndicators(each), 0)
    const known = keys * 2 + figures
    if (known <= most) continue
    most = known
    best = row
  }
  return best
}

const ROWS_BELOW = 2

/** Cells looked at to tell a header; a wide table shows itself in its first columns. */
const SAMPLED_CELLS = 300

function countIndicators(cells: readonly string[]): number {
  return cells
    .slice(0, SAMPLED_CELLS)
    .filter((cell) => cell !== '' && matchIndicator(cell).length > 0).length
}
