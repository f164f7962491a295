import { matchKeyColumn } from '@/domain/labels'
import type { UnitRegistry, UnitId } from '@/domain/unit'
import type { Grid } from '../../document'
import type { AnswerBook } from '../../fileAnswers'
import { isRepairHeading } from '../../repairColumns'
import { isTotal, parseYear, unitText } from '../keyTexts'
import { measureColumn } from '../measureColumn'
import { chooseIndicator } from '../chooseIndicator'

/** What a figure needs to be known of. */
export type Dimension = 'unit' | 'year' | 'indicator'

/** Names of units are looked up in it, those of one city first. */
export interface Names {
  readonly registry: UnitRegistry
  readonly within: UnitId | null
  /** A header that the user mapped is an indicator. */
  readonly answers?: AnswerBook | undefined
}

/** A table whose columns are units, years or indicators and whose rows are others of these. */
export interface CrossAxes {
  /** Row of the grid (from 0) that names the columns. */
  readonly headerRow: number
  readonly across: Dimension
  /** Columns (from 0) that have a name of that kind. */
  readonly columns: readonly number[]
  /** Columns to the left that name the rows; an indicator may take two (group and row). */
  readonly labels: ReadonlyMap<Dimension, readonly number[]>
  /** The column (from 0) of the rows' units of measure; null: none. */
  readonly measure: number | null
}

type Row = readonly string[]

const SEARCHED_ROWS = 20
const SAMPLED_ROWS = 80
/** Labels stand in the first columns: number, group, name. */
const LABEL_COLUMNS = 6

/** What a text is the name of; null: nothing, or a total. */
export function dimensionOf(text: string, names: Names): Dimension | null {
  const written = text.trim()
  if (written === '' || isTotal(written) || isRepairHeading(written)) return null
  if (parseYear(written) !== null) return 'year'
  if (chooseIndicator([written]).kind === 'one') return 'indicator'
  if (names.answers?.header(written) !== undefined) return 'indicator'
  return isUnit(written, names) ? 'unit' : null
}

function isUnit(written: string, { registry, within }: Names): boolean {
  if (written.length < 2 || /^[\d.,，%+-]+$/.test(written)) return isCode(written, registry)
  const text = { code: '', name: written }
  const match = within === null ? registry.resolve(text) : registry.resolve(text, within)
  return match.kind === 'one' || match.kind === 'many'
}

function isCode(written: string, registry: UnitRegistry): boolean {
  const { code } = unitText(written, '')
  return /^\d{6}$/.test(code) && registry.resolve({ code, name: '' }).kind === 'one'
}

/**
 * Finds the row that names the columns and the columns that name the rows. Null where no row names at
 * least two columns, or one, of one kind, or where the rows have no names.
 */
export function findAxes(grid: Grid, names: Names): CrossAxes | null {
  for (let row = 0; row < Math.min(SEARCHED_ROWS, grid.rows.length); row++) {
    const measure = measureColumn(grid.rows, row)
    // The heading of units of measure names no figure.
    const heading = (grid.rows[row] ?? []).map((text, column) => (column === measure ? '' : text))
    const across = columnAxis(heading, names)
    if (across === null) continue
    const labels = rowAxes(grid, row, across, names)
    if (labels.size === 0) continue
    return { headerRow: row, ...allColumns(heading, across, labels), labels, measure }
  }
  return null
}

function columnAxis(
  cells: Row,
  names: Names,
): { readonly across: Dimension; readonly columns: readonly number[] } | null {
  const kinds = cells.map((text) => dimensionOf(text, names))
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
    .filter((text) => text.trim() !== '' && !isTotal(text) && !isRepairHeading(text))
  return best.columns.length >= named.length * 0.6 ? best : null
}

/** Beside columns that are known as indicators, those with another header: to be asked about. */
function allColumns(
  heading: Row,
  axis: { readonly across: Dimension; readonly columns: readonly number[] },
  labels: ReadonlyMap<Dimension, readonly number[]>,
): typeof axis {
  if (axis.across !== 'indicator') return axis
  const lastLabel = Math.max(...[...labels.values()].flat())
  const columns = heading.flatMap((text, column) => {
    const isNamed =
      column > lastLabel && text.trim() !== '' && !isTotal(text) && !isRepairHeading(text)
    return isNamed || axis.columns.includes(column) ? [column] : []
  })
  return { ...axis, columns }
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
  { across, columns }: { readonly across: Dimension; readonly columns: readonly number[] },
  names: Names,
): Map<Dimension, number[]> {
  const labels = new Map<Dimension, number[]>()
  const data = rows.slice(headerRow + 1, headerRow + 1 + SAMPLED_ROWS)
  const until = Math.min(columns[0] ?? 0, LABEL_COLUMNS)
  for (let column = 0; column < until; column++) {
    const kind = labelKind(
      data.map((cells) => cells[column] ?? ''),
      across,
      names,
    )
    if (kind !== null) labels.set(kind, [...(labels.get(kind) ?? []), column])
  }
  return labels
}

/** The kind that most of a column's texts have; single words of a group count for indicators. */
function labelKind(texts: readonly string[], across: Dimension, names: Names): Dimension | null {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== '' && !isTotal(text))
  if (filled.length === 0) return null
  const counts = new Map<Dimension, number>()
  for (const text of filled) {
    const kind = dimensionOf(text, names)
    if (kind !== null && kind !== across) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a)
  return best !== undefined && best[1] >= filled.length * 0.5 ? best[0] : null
}
