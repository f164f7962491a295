import { applicants } from '@/domain/tableThree'
import type { FormCell, FormLine } from './formLine'
import { labelScore } from './labelScore'

/** Source column of every kind of applicant in one grid, in the order of the form. */
export type RequestColumns = readonly number[]

/** Whether a table has the kinds of applicants in another order than the form. */
export function isMoved(columns: RequestColumns | null | undefined): boolean {
  return columns?.some((column, at) => column < (columns[at - 1] ?? 0)) === true
}

/**
 * Where the header of table 三 puts its seven columns; null where the header is lost or incomplete. Header
 * cells may stand on several rows (自然人 and 总计 span two). Out of order they count where each stands
 * just once.
 */
export function requestColumns(lines: readonly FormLine[], grid: number): RequestColumns | null {
  return columnsInOrder(lines, grid) ?? columnsByName(lines, grid)
}

function columnsByName(lines: readonly FormLine[], grid: number): RequestColumns | null {
  const own = lines.filter((line) => line.grid === grid)
  const first = own.findIndex(({ values }) => values.length > 0)
  const header = own.slice(0, Math.max(0, first)).flatMap(({ cells }) => cells)
  const columns = applicants.map(({ label }) => {
    const [found, ...others] = header.filter((cell) => labelScore(cell.text, label) >= 0.86)
    return found === undefined || others.length > 0 ? 0 : found.column
  })
  const isClear = !columns.includes(0) && new Set(columns).size === columns.length
  return isClear ? columns : null
}

function columnsInOrder(lines: readonly FormLine[], grid: number): RequestColumns | null {
  const header = lines
    .filter((line) => line.grid === grid && line.values.length === 0)
    .flatMap(({ cells }) => cells)
  const columns: number[] = []
  for (const { label } of applicants) {
    const after = columns.at(-1) ?? 0
    const found = header
      .filter((cell) => cell.column > after && labelScore(cell.text, label) >= 0.86)
      .toSorted((a, b) => a.column - b.column)
    // 其他 is the last of the organisations, 总计 the last column of all.
    const [first] = label === '其他' ? found.slice(-1) : found
    if (!first) return null
    columns.push(first.column)
  }
  return columns
}

/** The seven values of a line, or why they cannot be told. */
export type RowValues =
  | { readonly kind: 'values'; readonly cells: readonly FormCell[] }
  /** Nothing but blanks. */
  | { readonly kind: 'empty' }
  /** Blanks among them: perhaps left blank, perhaps shifted. The figures are read, and doubted. */
  | { readonly kind: 'gaps'; readonly cells: readonly FormCell[] }
  | { readonly kind: 'wrongCount'; readonly found: number }
  /** Other figures stand among them, in which column cannot be told. */
  | { readonly kind: 'unsure' }

/** The seven values of a line of table 三, by the header's columns or as seven cells in a row. */
export function rowValues(line: FormLine, columns: RequestColumns | null): RowValues {
  const values = trimBlanks(line.values)
  const filled = values.filter(({ text }) => text !== '')
  if (filled.length === 0) return { kind: 'empty' }
  if (line.unsure !== undefined) return { kind: 'unsure' }
  if (columns !== null && isMoved(columns)) return movedValues(line, columns, filled.length)
  if (values.length === applicants.length && filled.length === applicants.length)
    return { kind: 'values', cells: values }
  const byHeader = columns && underHeader(line, columns)
  if (byHeader) return { kind: 'gaps', cells: byHeader }
  // From the first figure to the last there is room for just seven.
  if (values.length === applicants.length) return { kind: 'gaps', cells: values }
  if (filled.length === applicants.length && ownSumHolds(filled)) {
    return { kind: 'gaps', cells: filled }
  }
  return { kind: 'wrongCount', found: filled.length }
}

/** Out of order only the header tells what a figure is. */
function movedValues(line: FormLine, columns: RequestColumns, found: number): RowValues {
  const cells = underHeader(line, columns)
  if (cells === null) return { kind: 'wrongCount', found }
  return { kind: cells.every(({ text }) => text !== '') ? 'values' : 'gaps', cells }
}

/** The cells at the header's columns, if all filled cells of the line fit under it. */
function underHeader(line: FormLine, columns: RequestColumns): FormCell[] | null {
  const cells = columns.map((column) => line.cells.find((cell) => cell.column === column))
  const fits = line.values.every(({ text, column }) => text === '' || columns.includes(column))
  return fits && cells.every((cell) => cell !== undefined) ? cells : null
}

/** Whether whole numbers add up to the last of them. */
function ownSumHolds(cells: readonly FormCell[]): boolean {
  const numbers = cells.map(({ text }) => (/^\d{1,9}$/.test(text) ? Number(text) : NaN))
  const parts = numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)
  return parts === numbers.at(-1)
}

function trimBlanks(cells: readonly FormCell[]): readonly FormCell[] {
  const last = cells.findLastIndex(({ text }) => text !== '')
  return cells.slice(0, last + 1)
}
