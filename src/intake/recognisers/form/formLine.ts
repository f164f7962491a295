import type { Grid, Merge } from '../../document'
import { NUMERAL_SIGNS } from '../../cell/numeral'
import { parseCell, type CellMeasure } from '../../parseCell'
import { extraColumns, isOtherFigure, type ExtraColumn } from './extraColumns'

/** A cell of a line with its place in the source; cells that a merged one covers are left out. */
export interface FormCell {
  readonly text: string
  /** Source column, from 1. */
  readonly column: number
  /** Source row, from 1; in text with a cell a line it differs from cell to cell. */
  readonly row: number
}

/** One row of a table as printed: labels, then values. */
export interface FormLine {
  /** Index of the grid it stands in. */
  readonly grid: number
  readonly labels: readonly FormCell[]
  /** From the first value on; blanks at the end and between values included. */
  readonly values: readonly FormCell[]
  /** All cells in order, labels and values and blanks. */
  readonly cells: readonly FormCell[]
  /** Its figures stand in a line of their own below its label. */
  readonly isJoined?: true
  /** The column of other figures beside those of the form, where it cannot be told which one that is. */
  readonly unsure?: string
  /** A column of other figures that was left out has none in this row: its cells may have slipped. */
  readonly lacksExtra?: true
}

const FIGURE: CellMeasure = { kind: 'signed', unit: '' }
/** An amount with its unit beside it: `251000元`. */
const AMOUNT: CellMeasure = { kind: 'money', unit: '元' }

/** Whether a text can stand for a figure: a number, with remark or unit, or a mark for none. */
export function isValue(text: string): boolean {
  if (text.trim() === '' || LABEL_LIKE.test(text.trim())) return false
  const measure = text.includes('元') ? AMOUNT : FIGURE
  const { cell } = parseCell(text, measure)
  return cell.kind === 'value' || cell.kind === 'notApplicable' || /^[\d\s.,，+-]+$/.test(text)
}

/** The number of a section, or the beginning of a label: 三, 三类. No count is written so but 零 and of cases. */
const LABEL_LIKE = new RegExp(`^(?!零$)[${NUMERAL_SIGNS}](?:[^${NUMERAL_SIGNS}件元])?$`, 'u')

const PAGE_NUMBER = /^(?:[-—–―·]\s*\d{1,3}\s*[-—–―·]|第\s*\d{1,3}\s*页.*|\d{1,3}\s*\/\s*\d{1,3})$/

/**
 * The lines of all grids in reading order, without columns that the form has not; page numbers are no lines.
 * `year`: of the report, where columns are named by years.
 */
export function formLines(grids: readonly Grid[], year: number | null = null): FormLine[] {
  const extras = extrasOf(grids, year)
  return grids.flatMap((grid, at) => {
    const own = extras[at] ?? []
    const rows = gridRows(grid, own).filter(({ cells }) => !isPageNumber(cells))
    if (!hasOneCellALine(rows.map(({ cells }) => cells))) {
      return rows.map(({ cells, row }) => ({
        ...lineOf(cells, at),
        ...besideExtras(
          grid.rows[row] ?? [],
          own.filter(({ from, until }) => row >= from && row < until),
        ),
      }))
    }
    const places = new Map(rows.flatMap(({ cells, row }) => cells.map((cell) => [cell.row, row])))
    return reflow(rows.map(({ cells }) => cells)).map((cells) => ({
      ...lineOf(cells, at),
      ...amongExtras(
        cells.map((cell) => places.get(cell.row) ?? 0),
        own,
      ),
    }))
  })
}

/** What other columns mean for the figures of a row. */
function besideExtras(
  texts: readonly string[],
  extras: readonly ExtraColumn[],
): Pick<FormLine, 'unsure' | 'lacksExtra'> {
  const unsure = extras.find(({ isSure }) => !isSure)
  if (unsure !== undefined) return { unsure: unsure.name }
  const lacks = extras.some(
    ({ column, kind }) => isOtherFigure(kind) && (texts[column] ?? '').trim() === '',
  )
  return lacks ? { lacksExtra: true } : {}
}

/** A cell a line has no columns: below a header with other figures, none can be told from the form's. */
function amongExtras(
  rows: readonly number[],
  extras: readonly ExtraColumn[],
): Pick<FormLine, 'unsure'> {
  const unsure = extras.find(
    ({ isSure, from, until }) => !isSure && rows.some((row) => row >= from && row < until),
  )
  return unsure === undefined ? {} : { unsure: unsure.name }
}

/** The columns of every grid that the form has not; those of a page go on where the next one is as wide. */
export function extrasOf(grids: readonly Grid[], year: number | null): ExtraColumn[][] {
  let before: { readonly grid: Grid; readonly extras: readonly ExtraColumn[] } | null = null
  return grids.map((grid) => {
    const own = ownExtras(grid, year)
    const carried =
      before === null || grid.page === undefined || widthOf(before.grid) !== widthOf(grid)
        ? []
        : carriedOn(before.extras, before.grid, own.firstHeader ?? grid.rows.length)
    const extras = [...carried, ...own.extras]
    before = { grid, extras }
    return extras
  })
}

function carriedOn(extras: readonly ExtraColumn[], grid: Grid, until: number): ExtraColumn[] {
  return extras
    .filter((each) => each.until === grid.rows.length && until > 0)
    .map((each) => ({ ...each, from: 0, until }))
}

function widthOf({ rows }: Grid): number {
  return Math.max(0, ...rows.map((row) => row.length))
}

type OwnExtras = ReturnType<typeof extraColumns>

/** Of grids met already: a document asks for the lines of its grids several times, mostly of no year. */
const known = new WeakMap<Grid, OwnExtras>()

function ownExtras(grid: Grid, year: number | null): OwnExtras {
  const found = year === null ? known.get(grid) : undefined
  if (found !== undefined) return found
  const covered = coveredCells(grid.merges ?? [])
  const isCovered = (row: number, column: number) => covered.has(row * COLUMNS + column)
  const extras = extraColumns(grid, { isValue, isCovered, year })
  if (year === null) known.set(grid, extras)
  return extras
}

interface GridRow {
  /** In the grid, from 0. */
  readonly row: number
  readonly cells: readonly FormCell[]
}

function gridRows(grid: Grid, extras: readonly ExtraColumn[]): GridRow[] {
  const covered = coveredCells(grid.merges ?? [])
  return grid.rows.map((texts, row) => {
    const gone = extras.filter((each) => each.isSure && row >= each.from && row < each.until)
    const cells = texts.flatMap((text, column) => {
      if (covered.has(row * COLUMNS + column)) return []
      if (gone.some((each) => each.column === column)) return []
      return [{ text: text.trim(), column: column + 1, row: grid.rowNumbers?.[row] ?? row + 1 }]
    })
    return { row, cells }
  })
}

/** More columns than any grid has. */
const COLUMNS = 2 ** 15

function coveredCells(merges: readonly Merge[]): Set<number> {
  const covered = new Set<number>()
  for (const { row, column, rows, columns } of merges) {
    for (let down = row; down < row + rows; down++) {
      for (let right = column; right < column + columns; right++) {
        if (down !== row || right !== column) covered.add(down * COLUMNS + right)
      }
    }
  }
  return covered
}

function filled(cells: readonly FormCell[]): FormCell[] {
  return cells.filter(({ text }) => text !== '')
}

function isPageNumber(cells: readonly FormCell[]): boolean {
  const [only, ...others] = filled(cells)
  return only !== undefined && others.length === 0 && PAGE_NUMBER.test(only.text)
}

/** A table that fell apart: hardly any row has a second cell, and many have nothing but a number. */
function hasOneCellALine(rows: readonly (readonly FormCell[])[]): boolean {
  const single = rows.filter((cells) => filled(cells).length === 1)
  const numbers = single.filter((cells) => filled(cells).every(({ text }) => isValue(text)))
  return numbers.length > 20 && single.length > rows.length * 0.8
}

/** Numbers go to the labels before them. */
function reflow(rows: readonly (readonly FormCell[])[]): FormCell[][] {
  const lines: FormCell[][] = []
  let wasValue = true
  for (const cell of rows.flatMap(filled)) {
    const value = isValue(cell.text)
    if (!value && wasValue) lines.push([])
    lines.at(-1)?.push(cell)
    wasValue = value
  }
  return lines.map((cells) => cells.map((cell, at) => ({ ...cell, column: cell.column || at + 1 })))
}

function lineOf(cells: readonly FormCell[], grid: number): FormLine {
  const first = cells.findIndex(({ text }) => isValue(text))
  const labels = filled(first < 0 ? cells : cells.slice(0, first))
  return { grid, labels, values: first < 0 ? [] : cells.slice(first), cells }
}
