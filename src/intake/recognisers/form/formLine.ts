import type { Grid, Merge } from '../../document'
import { NUMERAL_SIGNS } from '../../cell/numeral'
import { parseCell, type CellMeasure } from '../../parseCell'

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

/** The lines of all grids in reading order; page numbers are no lines. */
export function formLines(grids: readonly Grid[]): FormLine[] {
  return grids.flatMap((grid, at) => {
    const rows = gridRows(grid).filter((cells) => !isPageNumber(cells))
    return (hasOneCellALine(rows) ? reflow(rows) : rows).map((cells) => lineOf(cells, at))
  })
}

function gridRows(grid: Grid): FormCell[][] {
  const covered = coveredCells(grid.merges ?? [])
  const numbers = numberColumn(grid.rows)
  return grid.rows.map((texts, at) =>
    texts.flatMap((text, column) => {
      if (column === numbers || covered.has(at * COLUMNS + column)) return []
      return [{ text: text.trim(), column: column + 1, row: grid.rowNumbers?.[at] ?? at + 1 }]
    }),
  )
}

/** The column (from 0) that numbers the rows and is called so; no figure stands in it. */
function numberColumn(rows: Grid['rows']): number | null {
  const [head] = rows
  const column = head?.findIndex((text) => /^(?:序号|行次|编号|行号)$/u.test(text.trim())) ?? -1
  if (column < 0) return null
  const below = rows.slice(1).flatMap((cells) => {
    const text = (cells[column] ?? '').trim()
    return text === '' ? [] : [text]
  })
  return below.every((text) => /^\d{1,3}$/.test(text)) ? column : null
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
