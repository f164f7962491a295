import { matchKeyColumn } from '@/domain/labels'
import type { Grid } from '../document'
import { isComplete, keyColumns } from './keyColumns'
import { isNote } from './keyTexts'
import { holdsMeasures, SAMPLED_ROWS } from './measureColumn'

type Row = readonly string[]

/** Columns of a grid (from 0, both included) that are a table of their own. */
export interface TableSpan {
  readonly from: number
  readonly to: number
}

/** The tables of a grid that stand beside each other. */
export interface TablesBeside {
  /** The row of their headers, from 0. */
  readonly headerRow: number
  readonly spans: readonly TableSpan[]
  /** A grid for each, its cells where they stand, all others blank; one where every row has the same keys. */
  readonly grids: readonly Grid[]
}

/** How far below the top a header may stand. */
const SEARCHED_ROWS = 40

/**
 * Tables beside each other, each with its own columns of units and years. Where all rows name the same unit and
 * year in each, they are one table that only repeats these. Null where a grid holds no such.
 */
export function tablesBeside(grid: Grid): TablesBeside | null {
  const { rows } = grid
  const headerRow = rows.slice(0, SEARCHED_ROWS).findIndex((cells) => isComplete(keyColumns(cells)))
  const header = rows[headerRow]
  if (header === undefined) return null
  const below = rows.slice(headerRow + 1, headerRow + 1 + SAMPLED_ROWS)
  const named = header.map((text, column) => (holdsMeasures(text, below, column) ? '' : text))
  const starts = startsOf(named)
  if (starts.length < 2) return null
  const width = Math.max(...rows.map((cells) => cells.length))
  const spans = starts.map((from, at) => ({ from, to: (starts[at + 1] ?? width) - 1 }))
  const keys = spans.map(({ from, to }) => keysIn(named, from, to))
  if (!keys.every((each) => isComplete(each) || isSameHeading(each, keys[0], named))) return null
  const isRepeated = rows.slice(headerRow + 1).every((cells) => hasSameKeys(cells, keys))
  const grids = isRepeated
    ? [
        withoutColumns(
          grid,
          new Set(keys.slice(1).flatMap((each) => [...each.values()])),
          headerRow,
        ),
      ]
    : spans.map((span, at) => partOf(grid, span, headerRow, sharedUnit(keys[at], keys[0])))
  return { headerRow, spans, grids }
}

type Keys = ReturnType<typeof keyColumns>

/** A column that is called as the first of its kind begins a table, though one that may lack a year. */
function isSameHeading(keys: Keys, first: Keys | undefined, header: Row): boolean {
  return [...keys].every(([key, column]) => {
    const other = header[first?.get(key) ?? -1]
    return other !== undefined && other.trim() === (header[column] ?? '').trim()
  })
}

/** A table with years but no units of its own has those of the first, in the same rows. */
function sharedUnit(keys: Keys | undefined, first: Keys | undefined): readonly number[] {
  if (keys === undefined || first === undefined) return []
  if (keys.has('unitName') || keys.has('unitCode')) return []
  return [first.get('unitName'), first.get('unitCode')].filter((column) => column !== undefined)
}

const KEYS: ReadonlySet<string | null> = new Set(['unitName', 'unitCode', 'year'])

/** Where each table begins: with a unit or a year that the one before it has already, and figures behind it. */
function startsOf(header: Row): number[] {
  const starts = [0]
  let seen = new Set<string>()
  let figures = 0
  for (const [column, text] of header.entries()) {
    const key = matchKeyColumn(text)
    if (key === null || !KEYS.has(key)) {
      if (text.trim() !== '') figures++
      continue
    }
    if (seen.has(key) && seen.has('year') && figures > 0) {
      starts.push(isNumbering(header[column - 1]) ? column - 1 : column)
      seen = new Set()
      figures = 0
    }
    seen.add(key)
  }
  return figures > 0 ? starts : []
}

function isNumbering(text = ''): boolean {
  return /^(?:序号|编号|行号)$/u.test(text.trim())
}

function keysIn(header: Row, from: number, to: number): Keys {
  const own = header.map((text, column) => (column < from || column > to ? '' : text))
  const keys = keyColumns(own)
  for (const key of [...keys.keys()]) if (!KEYS.has(key)) keys.delete(key)
  return keys
}

function hasSameKeys(cells: Row, keys: readonly Keys[]): boolean {
  const [first, ...others] = keys
  if (first === undefined) return false
  const textOf = (column: number | undefined) =>
    column === undefined ? '' : (cells[column] ?? '').trim()
  return others.every((each) =>
    [...each].every(([key, column]) => textOf(column) === textOf(first.get(key))),
  )
}

function withoutColumns(grid: Grid, gone: ReadonlySet<number>, from: number): Grid {
  const rows = grid.rows.map((cells, row) =>
    row < from ? cells : cells.map((text, column) => (gone.has(column) ? '' : text)),
  )
  return { ...grid, rows }
}

/** One of the tables; a line of words above or below all of them is said of each. */
function partOf(
  grid: Grid,
  { from, to }: TableSpan,
  headerRow: number,
  shared: readonly number[],
): Grid {
  const isOwn = (column: number) => (column >= from && column <= to) || shared.includes(column)
  const rows = grid.rows.map((cells, row) => {
    const filled = cells.filter((text) => text.trim() !== '')
    const isOfAll = filled.length === 1 && (row < headerRow || isNote(filled.join('')))
    if (isOfAll) return cells
    return cells.map((text, column) => (isOwn(column) ? text : ''))
  })
  const merges = grid.merges?.filter(
    ({ column, columns }) => isOwn(column) && isOwn(column + columns - 1),
  )
  return { ...grid, rows, ...(merges === undefined ? {} : { merges }) }
}
