import { matchKeyColumn } from '@/domain/labels'
import { labelKey } from '@/domain/normaliseLabel'
import { isMeasure, writtenMeasure } from '../cell/measureUnit'
import { coveredText, type Grid } from '../document'

type Row = readonly string[]

/** What the row of a figure says of its unit of measure. */
export interface RowUnit {
  /** Empty where the row's cell is. */
  readonly unit: string
  /** As written, at a column from 1. */
  readonly raw: string
  readonly column: number
  /** The row has figures of several indicators: not each of them need have a unit in it. */
  readonly isShared: boolean
}

/** Rows that are looked at to tell units of measure from units that report. */
export const SAMPLED_ROWS = 80

/** Headings under which either may stand. */
const openHeadings: ReadonlySet<string> = new Set(['单位', 'unit', '计量'])

/**
 * Whether units of measure stand under a heading that may mean other things: most of the cells
 * that are not empty, without a heading at least two.
 */
export function holdsMeasures(heading: string, below: readonly Row[], column: number): boolean {
  const isNameless = heading.trim() === ''
  if (!isNameless && !openHeadings.has(labelKey(heading))) return false
  const filled = below.map((cells) => cells[column] ?? '').filter((text) => text.trim() !== '')
  const known = filled.filter(isMeasure).length
  return known > filled.length / 2 && (!isNameless || known >= 2)
}

/** The column (from 0) of units of measure under a row of headings (from 0); null: none. */
export function measureColumn(rows: readonly Row[], row: number): number | null {
  const heading = rows[row] ?? []
  const named = heading.findIndex((text) => matchKeyColumn(text) === 'measure')
  if (named >= 0) return named
  const below = rows.slice(row + 1, row + 1 + SAMPLED_ROWS)
  const found = heading.findIndex((text, column) => holdsMeasures(text, below, column))
  return found < 0 ? null : found
}

/** What a row (from 0) says in the column (from 0) of units of measure, where the table has one. */
export function rowUnitAt(
  grid: Grid,
  row: number,
  column: number | null,
  isShared: boolean,
): RowUnit | null {
  if (column === null) return null
  const raw = coveredText(grid, row, column)
  return { unit: writtenMeasure(raw), raw, column: column + 1, isShared }
}
