import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Grid, Merge } from '../../document'
import { limits } from '../limits'
import type { HiddenSpans } from '../excel/hidden/hiddenSpans'
import { exactNumber } from './exactNumber'
import { cellText, isElement, isUnseen, type Element } from './text'

interface Placed {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly text: string
  readonly isUnseen: boolean
}

/** A table as a grid, and what a browser does not show of it. */
export interface ReadTable {
  readonly grid: Grid
  readonly hidden: HiddenSpans
}

/**
 * The grid of one `<table>`: rowspan and colspan resolved into merges, the text of a merged cell at
 * its upper left. Cells of tables inside its cells are not part of it.
 */
export function readTable(table: Element, name: string): ReadTable {
  const elements = rowsOf(table)
  const placed = placeCells(elements)
  const height = placed.reduce((most, cell) => Math.max(most, cell.row + 1), 0)
  const rows = widths(placed, height).map((width) => Array.from({ length: width }, () => ''))
  const merges: Merge[] = []
  for (const cell of placed) {
    const row = rows[cell.row]
    if (row) row[cell.column] = cell.text
    const tall = Math.min(cell.rows, height - cell.row)
    if (tall > 1 || cell.columns > 1) {
      merges.push({ row: cell.row, column: cell.column, rows: tall, columns: cell.columns })
    }
  }
  return { grid: { name, rows, merges }, hidden: hiddenIn(elements, placed) }
}

/** Rows that a filter hid before a spreadsheet was saved as a page, and hidden columns. */
function hiddenIn(elements: readonly Element[], placed: readonly Placed[]): HiddenSpans {
  const hiddenRows = new Set(elements.flatMap((row, at) => (isUnseen(row) ? [at] : [])))
  const columns = placed
    .filter((cell) => cell.isUnseen && !hiddenRows.has(cell.row))
    .map(({ column, columns: width }) => ({ from: column, to: column + width - 1 }))
  return { rows: [...hiddenRows].map((row) => ({ from: row, to: row })), columns }
}

/** Columns of every row as it is marked up: a row that lacks cells at its end is shorter. */
function widths(placed: readonly Placed[], height: number): number[] {
  const most = Array.from({ length: height }, () => 0)
  for (const { row, column, rows, columns } of placed) {
    for (let down = row; down < Math.min(row + rows, height); down++) {
      most[down] = Math.max(most[down] ?? 0, column + columns)
    }
  }
  return most
}

function rowsOf(table: Element): Element[] {
  return elementsIn(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    return /^(thead|tbody|tfoot)$/.test(child.tagName)
      ? elementsIn(child).filter(({ tagName }) => tagName === 'tr')
      : []
  })
}

function elementsIn(node: DefaultTreeAdapterTypes.ParentNode): Element[] {
  return node.childNodes.filter(isElement)
}

function placeCells(rows: readonly Element[]): Placed[] {
  const placed: Placed[] = []
  /** Row below which each column is free again. */
  const takenUntil: number[] = []
  rows.forEach((element, row) => {
    let column = 0
    for (const cell of elementsIn(element)) {
      if (cell.tagName !== 'td' && cell.tagName !== 'th') continue
      while ((takenUntil[column] ?? 0) > row) column++
      const columns = span(cell, 'colspan', limits.columns - column)
      const tall = span(cell, 'rowspan', rows.length - row)
      for (let at = column; at < column + columns; at++) takenUntil[at] = row + tall
      const shown = cellText(cell)
      const text = exactNumber(cell, shown) ?? shown
      placed.push({ row, column, rows: tall, columns, text, isUnseen: isUnseen(cell) })
      column += columns
    }
  })
  return placed
}

/** `rowspan=0` means to the end of the table; nonsense means 1. */
function span(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const written = cell.attrs.find((attribute) => attribute.name === name)?.value
  const count = written === undefined ? 1 : Number.parseInt(written, 10)
  if (name === 'rowspan' && count === 0) return most
  return Number.isInteger(count) && count > 0 ? Math.max(1, Math.min(count, most)) : 1
}
