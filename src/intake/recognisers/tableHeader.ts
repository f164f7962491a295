import type { KeyColumn } from '@/domain/aliases'
import type { Finding } from '@/domain/finding'
import { isComplete, keyColumnsAt } from './keyColumns'
import type { Grid } from '../document'
import { moneyUnitOf } from '../cell/measureUnit'
import { headerColumns, headerWords } from './headerWords'
import { headerFault, type HeaderFault } from './headerFault'
import { isNote, relativeYear } from './keyTexts'
import { surroundingsOf } from './cross/surroundings'
import { placeIn, type RecogniseContext } from './recognition'
import type { HeaderColumn } from './mapColumns'
import { yearColumns } from './yearColumns'

/** The header of a table with a unit and a year in every row. */
export interface TableHeader {
  /** Row of the grid (from 0) with the key columns, and of the first row of data. */
  readonly row: number
  readonly firstDataRow: number
  /** Cells in a row. */
  readonly width: number
  /** Columns from 0. */
  readonly keys: ReadonlyMap<KeyColumn, number>
  /** All other columns that have a header. */
  readonly columns: readonly HeaderColumn[]
  /** The unit of money that a line above the header, or a note below, states (`单位：元`). */
  readonly moneyUnit: string | null
  /** What of the key columns that it lacks is said around it. */
  readonly said?: ReadonlyMap<'unit' | 'year', string>
}

type Row = readonly string[]

/** How far below the top a header may stand. */
const SEARCHED_ROWS = 40

/**
 * Finds the header at or below `from`. Where there is none but something like one, the finding says
 * what it lacks; `null` in either case. With `isSaid` one that lacks a single key column will do where title,
 * sheet or file say it, which is told.
 */
export function findHeader(
  grid: Grid,
  from: number,
  context: RecogniseContext,
  isSaid = false,
): TableHeader | null {
  const rows = grid.rows
  const last = Math.min(rows.length, from + SEARCHED_ROWS)
  for (let row = from; row < last; row++) {
    const keys = keyColumnsAt(rows, row)
    if (!isComplete(keys)) continue
    return readHeader(grid, from, row, keys, context)
  }
  if (from === 0) {
    const faults = headerFault(rows.slice(0, last))
    const [fault, ...others] = faults
    if (fault !== undefined && others.length === 0 && isAnswered(fault.code, grid, context))
      return readHeader(grid, from, fault.row, keyColumnsAt(rows, fault.row), context)
    const said = isSaid && others.length === 0 && fault !== undefined
    const header = said ? headerWithSaid(grid, fault, context) : null
    if (header !== null) return header
    for (const { code, row, detail } of faults) reportRow(code, grid, row, context, detail)
  }
  return null
}

/** Whether the user said for the whole table what its header lacks. */
function isAnswered(
  code: HeaderFault['code'],
  { name }: Grid,
  { answers, file }: RecogniseContext,
): boolean {
  const answer = answers?.table(file, name)
  if (code === 'column-year-missing') return answer?.year !== undefined
  return code === 'column-unit-missing' && answer?.unit !== undefined
}

/** A header whose one missing key is said around the table; null: it is not. */
function headerWithSaid(
  grid: Grid,
  { code, row }: HeaderFault,
  context: RecogniseContext,
): TableHeader | null {
  const key =
    code === 'column-year-missing' ? 'year' : code === 'column-unit-missing' ? 'unit' : null
  const { said, disagreements } = surroundingsOf(grid, row, context.file, context)
  const found = key === null ? undefined : said.get(key)
  if (key === null || found === undefined) return null
  const { text: taken, by } = found
  reportRow('table-key-inferred', grid, row, context, { dimension: key, taken, by })
  for (const { dimension, other } of disagreements) {
    if (dimension !== key) continue
    const detail = { dimension, taken, by, other: other.text, otherBy: other.by }
    reportRow('table-key-conflict', grid, row, context, detail)
  }
  const keys = keyColumnsAt(grid.rows, row)
  return { ...readHeader(grid, 0, row, keys, context), said: new Map([[key, taken]]) }
}

function readHeader(
  grid: Grid,
  from: number,
  row: number,
  keys: Map<KeyColumn, number>,
  context: RecogniseContext,
): TableHeader {
  const { rows } = grid
  const year = (rows[row] ?? []).findIndex((text) => relativeYear(text) === 0)
  // In a list of figures by name 本年 is what others call 数值.
  if (keys.has('indicator') && !keys.has('value') && year >= 0) keys.set('value', year)
  if (!keys.has('indicator') || !keys.has('value')) {
    keys.delete('indicator')
    keys.delete('value')
  }
  const words = headerWords(rows, from, row, keys)
  const { levels, second } = words
  if (levels.length > 1) reportRow('header-joined', grid, row, context, { rows: levels.length })
  reportTitles(grid, from, row - words.above, context)
  const columns = headerColumns(levels, second, new Set(keys.values()))
  const firstDataRow = row + words.below + 1
  return {
    row,
    firstDataRow,
    width: Math.max(...[...levels, second ?? []].map((cells) => cells.length)),
    keys,
    columns: columnsOfRows(columns, grid, { row, firstDataRow, key: keys.get('year') }, context),
    moneyUnit: moneyUnitAround(grid, from, row, context),
  }
}

/**
 * Years over the figures of a list whose rows have a year themselves: the columns of that year are read where all
 * rows are of one, else it is asked which one holds.
 */
function columnsOfRows(
  columns: readonly HeaderColumn[],
  grid: Grid,
  { row, firstDataRow, key }: { row: number; firstDataRow: number; key: number | undefined },
  context: RecogniseContext,
): readonly HeaderColumn[] {
  if (key === undefined) return columns
  const found = yearColumns(columns, grid.rows.slice(firstDataRow), key)
  const years = found.years.join('、')
  const header = (grid.rows[row]?.[key] ?? '').trim()
  if (found.taken !== null)
    reportRow('columns-of-year', grid, row, context, { years, header, year: found.taken })
  else if (found.years.length > 1) reportRow('years-twice', grid, row, context, { years, header })
  return found.columns
}

/** Lines above a header are said to be no data. */
function reportTitles(grid: Grid, from: number, until: number, context: RecogniseContext): void {
  const titles = grid.rows.slice(from, until).map((cells) => cells.join(' ').trim())
  const title = titles.filter((text) => text !== '').join(' / ')
  if (title === '') return
  reportRow('header-found-below', grid, until, context, { title: title.slice(0, 80) })
}

/**
 * The unit of money that a line above the header (a row from 0) or a note below the table states; where the
 * two differ, the first of them, which is said.
 */
export function moneyUnitAround(
  grid: Grid,
  from: number,
  row: number,
  context: RecogniseContext,
): string | null {
  const above = moneyUnitIn(grid.rows.slice(from, row))
  const notes = grid.rows.slice(row + 1).filter((cells) => isNote(firstFilled(cells)))
  const below = moneyUnitIn(notes)
  if (above !== null && below !== null && above !== below)
    reportRow('money-unit-two', grid, row, context, { stated: above, other: below })
  return above ?? below
}

function moneyUnitIn(rows: readonly Row[]): string | null {
  for (const cells of rows) {
    const unit = moneyUnitOf(cells.join(' '))
    if (unit !== null) return unit
  }
  return null
}

function firstFilled(cells: Row): string {
  return cells.find((text) => text.trim() !== '') ?? ''
}

/** A table without a single row is said to have none. */
export function reportNoRows(grid: Grid, header: TableHeader, context: RecogniseContext): void {
  reportRow('no-data-rows', grid, header.row, context, {})
}

/** A table none of whose columns is known holds nothing for us. */
export function reportNoColumns(grid: Grid, header: TableHeader, context: RecogniseContext): void {
  reportRow('columns-all-unknown', grid, header.row, context, {})
}

export function isBlankRow(cells: Row): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/** A source row's number, from 1. */
export function rowNumber(grid: Grid, row: number): number {
  return grid.rowNumbers?.[row] ?? row + 1
}

const severities: ReadonlyMap<Finding['code'], Finding['severity']> = new Map([
  ['header-joined', 'info'],
  ['header-found-below', 'info'],
  ['table-key-inferred', 'info'],
  ['table-key-conflict', 'warning'],
  ['money-unit-two', 'warning'],
  ['years-twice', 'warning'],
  ['columns-of-year', 'info'],
])

function reportRow(
  code:
    | 'header-joined'
    | 'header-found-below'
    | 'money-unit-two'
    | 'table-key-inferred'
    | 'table-key-conflict'
    | 'years-as-columns'
    | 'years-twice'
    | 'columns-of-year'
    | 'layout-unknown'
    | 'no-data-rows'
    | 'columns-all-unknown'
    | 'column-unit-missing'
    | 'column-year-missing',
  grid: Grid,
  row: number,
  context: RecogniseContext,
  detail: Readonly<Record<string, string | number>>,
): void {
  context.findings.add({
    code,
    severity: severities.get(code) ?? 'error',
    place: placeIn(context.file, grid.name, rowNumber(grid, row)),
    detail,
  })
}
