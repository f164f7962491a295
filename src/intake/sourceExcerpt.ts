import type { Place } from '@/domain/finding'
import {
  headTable,
  isHeadTable,
  isProseTable,
  PROSE_TABLE,
  type Grid,
  type SourceDocument,
} from './document'
import { sourceDocuments, sourceFile, type KeptSource } from './keptReading'
import { decode } from './readers/decode'
import { encodingOf } from './readers/encoding/encodings'
import { nameInArchive } from './recognisers/inArchive'

/** A few rows and columns of a table around a cell; numbers as its source counts them, from 1. */
export interface GridExcerpt {
  readonly kind: 'grid'
  readonly columns: readonly number[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
}

/** A few lines of a text around a place. */
export interface LineExcerpt {
  readonly kind: 'lines'
  readonly lines: readonly ExcerptLine[]
}

/** A line in three parts; only in the line that is meant is something marked. */
export interface ExcerptLine {
  readonly number: number
  readonly before: string
  readonly marked: string
  readonly after: string
}

export type SourceExcerpt = GridExcerpt | LineExcerpt

/** Rows and columns shown on each side of the cell. */
const AROUND = 2
/** Columns at the left edge always shown: they usually name the unit and the year. */
const LEADING = 2
const MAX_TEXT = 120

/**
 * Takes what was read in a source, else reads it again, and cuts out the surroundings of a place: of a table as cells, of JSON and
 * plain text as lines. Null when the place is not found in it.
 */
export async function readExcerpt(source: KeptSource, place: Place): Promise<SourceExcerpt | null> {
  const read = await sourceDocuments(source)
  const documents = read.length > 1 ? read.map(nameInArchive) : read
  const named = documents.filter((document) => document.file === place.file)
  const meant = named.length > 0 ? named : documents
  if (isHeadTable(place.table)) return headExcerpt(meant, place)
  if (isProseTable(place.table)) return proseExcerpt(meant, place)
  const isJson = meant.some(({ kind }) => kind === 'json')
  const grid = isJson ? null : gridExcerpt(meant, place)
  if (grid !== null || !(isJson || meant.some(({ kind }) => kind === 'text'))) return grid
  // Inside an archive the lines are those of another text than the file's own.
  if (documents.length > 1) return null
  const { text } = decode((await sourceFile(source)).bytes, encodingOf(source))
  return text === null ? null : lineExcerpt(text, place)
}

/**
 * The surroundings of a cell as they stand in its source, the first row and the first columns with
 * them; null when no table of the source has the place.
 */
export function gridExcerpt(
  documents: readonly Pick<SourceDocument, 'grids'>[],
  place: Place,
): GridExcerpt | null {
  const { row, column } = place
  if (row === undefined) return null
  for (const grid of documents.flatMap(({ grids }) => grids)) {
    if (!isMeant(grid, place)) continue
    const index = rowIndex(grid, row)
    if (index !== null) return cutOut(grid, index, column ?? 1)
  }
  return null
}

/** The lines of a text around a place, its value marked; null when it has no such line. */
export function lineExcerpt(text: string, place: Place): LineExcerpt | null {
  const lines = text.split(/\r\n|\r|\n/)
  const { row, column } = place
  if (row === undefined || row < 1 || row > lines.length) return null
  const from = Math.max(1, row - AROUND)
  return {
    kind: 'lines',
    lines: lines.slice(from - 1, row + AROUND).map((line, at) => {
      const number = from + at
      if (number === row) return { number, ...markedLine(line, column) }
      return { number, before: shortened(line), marked: '', after: '' }
    }),
  }
}

/** A whole file can stand in one line: then only the part around the place is shown. */
function markedLine(
  line: string,
  column: number | undefined,
  valueAt = JSON_VALUE,
): Omit<ExcerptLine, 'number'> {
  if (column === undefined) return { before: '', marked: shortened(line), after: '' }
  const start = column - 1
  const value = valueAt.exec(line.slice(start))?.[0] ?? ''
  const before = line.slice(0, start)
  const after = line.slice(start + value.length)
  return {
    before: before.length > MAX_TEXT / 2 ? `…${before.slice(-MAX_TEXT / 2)}` : before,
    marked: shortened(value),
    after: after.length > MAX_TEXT / 2 ? `${after.slice(0, MAX_TEXT / 2)}…` : after,
  }
}

/** The paragraphs of running text around a place, what is counted there marked; null without them. */
export function proseExcerpt(
  documents: readonly Pick<SourceDocument, 'prose' | 'proseTable'>[],
  { table, row, column, page }: Place,
): LineExcerpt | null {
  for (const { prose, proseTable } of documents) {
    if (proseTable !== undefined && proseTable !== table) continue
    const meant = prose.findIndex((each) => each.line === row && each.page === page)
    if (meant < 0) continue
    const from = Math.max(0, meant - AROUND)
    const lines = prose.slice(from, meant + AROUND + 1).map(({ text, line }, at) => {
      if (from + at === meant) return { number: line, ...markedLine(text, column, COUNTED) }
      return { number: line, before: shortened(text), marked: '', after: '' }
    })
    return { kind: 'lines', lines }
  }
  return null
}

/** What a page says of itself unseen, from a column on marked; null where it says nothing there. */
function headExcerpt(
  documents: readonly Pick<SourceDocument, 'head' | 'proseTable'>[],
  { table, row, column = 1 }: Place,
): LineExcerpt | null {
  const statements = documents.find(
    ({ head, proseTable = PROSE_TABLE }) =>
      headTable(proseTable) === table && head?.some(({ line }) => line === row),
  )?.head
  if (statements === undefined) return null
  return {
    kind: 'lines',
    lines: statements.map(({ text, line }) => {
      const from = line === row ? column - 1 : text.length
      const [before, marked] = [text.slice(0, from), text.slice(from)]
      return { number: line, before: shortened(before), marked: shortened(marked), after: '' }
    }),
  }
}

/** A value of JSON: a text in quotes, or all up to what ends it. */
const JSON_VALUE = /^(?:"(?:[^"\\]|\\.)*"|[^\s,\]}]+)/
/** How many characters of a text, from a place on, are a number with its unit; else the clause. */
export function countedLength(text: string, from: number): number {
  return COUNTED.exec(text.slice(from))?.[0].length ?? 0
}

/** A number with its unit; where none stands, the clause. */
const COUNTED = /^(?:[^\d，。；]{0,3}\d[\d,.]*\s*[余多万亿]{0,3}[\p{L}%％]{0,1}|[^，。；]+)/u

function isMeant(grid: Grid, { sheet, table, page }: Place): boolean {
  if (sheet !== undefined && sheet !== '' && grid.name !== sheet) return false
  if (table !== undefined && table !== '' && grid.name !== table) return false
  return page === undefined || grid.page === undefined || grid.page === page
}

function rowIndex({ rows, rowNumbers }: Grid, row: number): number | null {
  const index = rowNumbers === undefined ? row - 1 : rowNumbers.indexOf(row)
  return index >= 0 && index < rows.length ? index : null
}

function cutOut(grid: Grid, index: number, column: number): GridExcerpt {
  const rows = spread(index, grid.rows.length, 1)
  const widest = Math.max(column, ...rows.map((at) => grid.rows[at]?.length ?? 0))
  const columns = spread(column - 1, widest, LEADING)
  return {
    kind: 'grid',
    columns: columns.map((at) => at + 1),
    rows: rows.map((at) => ({
      number: grid.rowNumbers?.[at] ?? at + 1,
      cells: columns.map((cell) => shortened(grid.rows[at]?.[cell] ?? '')),
    })),
  }
}

/** Indexes around one, and the first few; ascending, each once. */
function spread(index: number, length: number, leading: number): number[] {
  const first = Array.from({ length: Math.min(leading, length) }, (_, at) => at)
  const from = Math.max(0, index - AROUND)
  const near = Array.from(
    { length: Math.min(length, index + AROUND + 1) - from },
    (_, at) => from + at,
  )
  return [...new Set([...first, ...near])].toSorted((a, b) => a - b)
}

function shortened(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}
