import type { Finding, PageBox } from '@/domain/finding'
import type { JsonDocument } from './readers/json/jsonValue'

/** A file as it was given. */
export interface SourceFile {
  readonly name: string
  /** Path inside a dropped folder or archive, else the name. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** Cells covered by one merged cell; rows and columns count from 0 within the grid. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

/** Raw text by row and column. A reader says what stands in the file, not what it means. */
export interface Grid {
  /** Sheet name, table caption, or empty. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** Source row (from 1) of each row, where rows were skipped; else row + 1. */
  readonly rowNumbers?: Uint32Array
  readonly merges?: readonly Merge[]
  readonly page?: number
}

/** The text of a cell (row and column from 0), or that of the merged cell that covers it. */
export function coveredText({ rows, merges }: Grid, row: number, column: number): string {
  const own = rows[row]?.[column] ?? ''
  if (own.trim() !== '') return own
  const merge = merges?.find(
    (each) =>
      row >= each.row &&
      row < each.row + each.rows &&
      column >= each.column &&
      column < each.column + each.columns,
  )
  return merge ? (rows[merge.row]?.[merge.column] ?? '') : ''
}

/** Some rows of a grid (from 0, `until` not included) as a grid of their own, where they stand. */
export function gridPart(grid: Grid, from: number, until = grid.rows.length): Grid {
  const { rows, rowNumbers, merges = [] } = grid
  const inside = merges.filter(({ row }) => row >= from && row < until)
  return {
    ...grid,
    rows: rows.slice(from, until),
    rowNumbers: Uint32Array.from(
      rows.slice(from, until),
      (_, row) => rowNumbers?.[from + row] ?? from + row + 1,
    ),
    merges: inside.map((merge) => ({ ...merge, row: merge.row - from })),
  }
}

/** What the running text of a document is called in places, beside the names of its tables. */
export const PROSE_TABLE = '正文'

/** What the head of a page is called in places; a row is then a statement. */
const HEAD_TABLE = '网页头'

/** The name of the head of a document whose running text is called so. */
export function headTable(proseTable: string): string {
  return proseTable.slice(0, -PROSE_TABLE.length) + HEAD_TABLE
}

/** Whether a table of places is the head of a page: a row is a statement, a column a character. */
export function isHeadTable(table: string | undefined): boolean {
  return table === HEAD_TABLE || table?.endsWith(` / ${HEAD_TABLE}`) === true
}

/** Whether a table of places is running text: a row is then a line, a column a character. */
export function isProseTable(table: string | undefined): boolean {
  return table === PROSE_TABLE || table?.endsWith(` / ${PROSE_TABLE}`) === true
}

/** Running text outside tables. */
export interface Prose {
  readonly text: string
  /** Line (from 1) in the source text, or paragraph number. */
  readonly line: number
  readonly page?: number
}

/** A text on a page. */
export interface PageText {
  readonly text: string
  readonly box: PageBox
}

/** A page as it is seen, in points, with its text. */
export interface SourcePage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly texts: readonly PageText[]
}

/** A line of a piece of prose on its page; `from` is where it begins in the text of the piece. */
export interface ProseLine {
  readonly from: number
  readonly page: number
  readonly box: PageBox
}

/** Where everything stands in a document of pages. */
export interface PagePositions {
  readonly pages: readonly SourcePage[]
  /** The box of every cell, by grid, row and column as in `grids`. */
  readonly cells: readonly (readonly (readonly PageBox[])[])[]
  /** The lines of every piece of prose, as in `prose`. */
  readonly lines: readonly (readonly ProseLine[])[]
}

export type FileKind =
  | 'csv'
  | 'json'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'html'
  | 'docx'
  | 'pdf'
  | 'text'
  | 'clipboard'
  /** An archive; the files inside are documents of their own. */
  | 'zip'
  /** Nothing that can be read; the findings say what it is. */
  | 'unknown'

/** What every reader returns: grids and prose in reading order, and what it noticed. */
export interface SourceDocument {
  readonly file: string
  readonly kind: FileKind
  /** e.g. `UTF-8`, `GB18030`, for text files. */
  readonly encoding?: string
  /** The tree of a JSON file, with the place of every value. */
  readonly json?: JsonDocument
  readonly grids: readonly Grid[]
  readonly prose: readonly Prose[]
  /** What a page says of itself where no one sees it, a statement a line. */
  readonly head?: readonly Prose[]
  /** How many pieces of prose stand before each grid, where both are in one order. */
  readonly proseBefore?: readonly number[]
  readonly positions?: PagePositions
  /** What its running text is called in places, where not `PROSE_TABLE`. */
  readonly proseTable?: string
  readonly findings: readonly Finding[]
}
