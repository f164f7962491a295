import { matchKeyColumn } from '@/domain/labels'
import type { Grid } from '../../document'
import { isRepairHeading } from '../../repairColumns'
import { isTotal } from '../keyTexts'
import { measureColumn } from '../measureColumn'
import { columnNames, isKeyOrBlank, type ColumnNames } from './columnNames'
import { dimensionOf, namesIn, type Dimension, type NameKey, type Names } from './names'

/** A table whose columns are units, years or indicators and whose rows are others of these. */
export interface CrossAxes extends ColumnNames {
  /** The first row of the grid (from 0) that names the columns. */
  readonly headerRow: number
  readonly across: Dimension
  /** Columns to the left that name the rows; an indicator may take two (group and row). */
  readonly labels: ReadonlyMap<NameKey, readonly number[]>
  /** Whether names of rows have a year in them. */
  readonly datedRows: boolean
  /** The column (from 0) of the rows' units of measure; null: none. */
  readonly measure: number | null
}

type Row = readonly string[]

const SEARCHED_ROWS = 20
const SAMPLED_ROWS = 80
/** Labels stand in the first columns: number, group, name. */
const LABEL_COLUMNS = 6

/** The columns that have names of one kind. */
interface Axis {
  readonly across: Dimension
  readonly columns: readonly number[]
}

/**
 * Finds the row that names the columns and the columns that name the rows. Null where no row names at
 * least two columns, or one, of one kind, or where the rows have no names.
 */
export function findAxes(grid: Grid, names: Names): CrossAxes | null {
  for (let row = 0; row < Math.min(SEARCHED_ROWS, grid.rows.length); row++) {
    const measure = measureColumn(grid.rows, row)
    const heading = headingAt(grid, row)
    const axis = columnAxis(heading, names)
    if (axis === null || isCaption(grid, row, axis, names)) continue
    const labels = rowAxes(grid, row, axis, names)
    if (labels.size === 0) continue
    const columns = allColumns(heading, axis, labels)
    const found = { headerRow: row, across: axis.across, labels, measure }
    const named = columnNames(grid, { ...found, columns }, names)
    return { ...found, ...named, datedRows: hasDatedRows(grid, row, labels, names) }
  }
  return null
}

/** The heading of units of measure names no figure. */
function headingAt({ rows }: Grid, row: number): Row {
  const measure = measureColumn(rows, row)
  return (rows[row] ?? []).map((text, column) => (column === measure ? '' : text))
}

function columnAxis(cells: Row, names: Names): Axis | null {
  const kinds = cells.map((text) => namesIn(text, names).keys().next().value ?? null)
  if (isLoneNumber(cells, kinds)) return null
  const found = (['year', 'unit', 'indicator'] as const).map((across) => ({
    across,
    columns: kinds.flatMap((kind, column) => (kind === across && column > 0 ? [column] : [])),
  }))
  const [best] = found.toSorted((a, b) => b.columns.length - a.columns.length)
  const [first] = best?.columns ?? []
  if (best === undefined || first === undefined) return null
  const named = cells
    .slice(first)
    .filter((text) => text.trim() !== '' && !isTotal(text) && !isBeside(text))
  return best.columns.length >= named.length * 0.6 ? best : null
}

/** What stands beside figures and is none of them: remarks, and what is counted from them. */
const BESIDE = /^备注|^说明|^附注|同比|环比|增减|增长|增幅|占比|比重|变化|排名|位次/u

function isBeside(heading: string): boolean {
  return BESIDE.test(heading.trim()) || isRepairHeading(heading)
}

/** Whether a row is but the caption of the next one, which names more columns of that kind: a city over its counties. */
function isCaption(grid: Grid, row: number, { across, columns }: Axis, names: Names): boolean {
  if (across === 'indicator' || row + 1 >= grid.rows.length) return false
  const below = headingAt(grid, row + 1)
  const axis = columnAxis(below, names)
  const [first] = axis?.columns ?? []
  return (
    axis?.across === across &&
    axis.columns.length > columns.length &&
    below.slice(0, first).every(isKeyOrBlank)
  )
}

/** Beside columns that are known as indicators, those with another header: to be asked about. */
function allColumns(
  heading: Row,
  { across, columns }: Axis,
  labels: ReadonlyMap<NameKey, readonly number[]>,
): readonly number[] {
  if (across !== 'indicator') return columns
  const lastLabel = Math.max(...[...labels.values()].flat())
  return heading.flatMap((text, column) => {
    const isNamed =
      column > lastLabel && text.trim() !== '' && !isTotal(text) && !isRepairHeading(text)
    return isNamed || columns.includes(column) ? [column] : []
  })
}

/** One figure of 2019 is no year that names a column, unless words of a header stand beside it. */
function isLoneNumber(cells: Row, kinds: readonly (Dimension | null)[]): boolean {
  if (cells.some((text) => matchKeyColumn(text) !== null)) return false
  const years = cells.filter((_, column) => kinds[column] === 'year')
  return years.length === 1 && years.every((text) => /^\s*\d+\s*$/.test(text))
}

function rowAxes(
  { rows }: Grid,
  headerRow: number,
  { across, columns }: Axis,
  names: Names,
): Map<NameKey, number[]> {
  const labels = new Map<NameKey, number[]>()
  const heading = rows[headerRow] ?? []
  const data = rows
    .slice(headerRow + 1, headerRow + 1 + SAMPLED_ROWS)
    .filter((cells) => !isRowOfYears(cells, names))
  const until = Math.min(columns[0] ?? 0, LABEL_COLUMNS)
  for (let column = 0; column < until; column++) {
    const texts = data.map((cells) => cells[column] ?? '')
    const kind = labelKind(texts, across, names)
    if (kind !== null) labels.set(kind, [...(labels.get(kind) ?? []), column])
  }
  if (labels.size === 0) return labels
  for (const [column, text] of heading.slice(0, until).entries()) {
    const key = matchKeyColumn(text)
    if (key === 'scope' || key === 'edition') labels.set(key, [column])
  }
  return labels
}

/** Whether a row says nothing but years, which the columns below a header have. */
function isRowOfYears(cells: Row, names: Names): boolean {
  const filled = cells.filter((text) => text.trim() !== '')
  return filled.length > 1 && filled.every((text) => dimensionOf(text, names) === 'year')
}

/** The kind that most of a column's texts have; single words of a group count for indicators. */
function labelKind(texts: readonly string[], across: Dimension, names: Names): Dimension | null {
  const filled = texts
    .map((text) => text.trim())
    .filter((text) => text !== '' && !isTotal(text) && matchKeyColumn(text) === null)
  if (filled.length === 0) return null
  const counts = new Map<Dimension, number>()
  for (const text of filled) {
    const [kind] = namesIn(text, names).keys()
    if (kind !== undefined && kind !== across) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a)
  return best !== undefined && best[1] >= filled.length * 0.5 ? best[0] : null
}

function hasDatedRows(
  { rows }: Grid,
  headerRow: number,
  labels: ReadonlyMap<NameKey, readonly number[]>,
  names: Names,
): boolean {
  const columns = [...(labels.get('indicator') ?? []), ...(labels.get('unit') ?? [])]
  return rows
    .slice(headerRow + 1, headerRow + 1 + SAMPLED_ROWS)
    .some((cells) => columns.some((column) => namesIn(cells[column] ?? '', names).size > 1))
}
