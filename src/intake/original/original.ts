import type { PageBox, Place } from '@/domain/finding'
import { isProseTable, type FileKind, type SourcePage } from '../document'

/** A document as we draw it again: text and grids in their order, or the pages of a PDF. */
export interface OriginalDocument {
  /** Its path; of one in an archive, that inside it. */
  readonly file: string
  readonly kind: FileKind
  readonly parts: readonly OriginalPart[]
  /** Only of a PDF, and then in place of the parts. */
  readonly pages: readonly OriginalPage[]
}

export type OriginalPart = OriginalLine | OriginalGrid

/** A line of running text. */
export interface OriginalLine extends Spot {
  readonly kind: 'line'
  readonly text: string
}

export interface OriginalGrid {
  readonly kind: 'grid'
  readonly name: string
  readonly rows: readonly (readonly OriginalCell[])[]
}

export interface OriginalCell extends Spot {
  readonly text: string
  readonly rows: number
  readonly columns: number
}

export interface OriginalPage extends SourcePage {
  readonly spots: readonly OriginalSpot[]
}

/** A cell, or a line of running text from its character `from` on, as it stands on a page. */
export interface OriginalSpot extends Spot {
  readonly text: string
  readonly from: number
  readonly box: PageBox
}

/** What a place may mean: its keys, as `placeKeys` makes them of a place. */
interface Spot {
  readonly keys: readonly string[]
}

/** The key of a cell of a table; tables of one document differ by name. */
export function cellKey(table: string, row: number, column: number): string {
  return JSON.stringify([table, row, column])
}

/** The key of a line of running text, whatever stands in it. */
export function lineKey(line: number): string {
  return JSON.stringify(['', line])
}

/** The key of what a place means; null for a place that is only a file. */
export function placeKey(place: Place): string | null {
  const { table, sheet, row, column } = place
  if (row === undefined) return null
  if (isProseTable(table)) return lineKey(row)
  return cellKey(table ?? sheet ?? '', row, column ?? 1)
}
