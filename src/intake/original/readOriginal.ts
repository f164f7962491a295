import type { Grid, Prose, SourceDocument } from '../document'
import { nameInArchive } from '../recognisers/inArchive'
import {
  cellKey,
  lineKey,
  type OriginalCell,
  type OriginalDocument,
  type OriginalGrid,
  type OriginalPage,
  type OriginalPart,
  type OriginalSpot,
} from './original'

/** What was read in a source, to be drawn; of an archive every document with something in it. */
export function originalsOf(documents: readonly SourceDocument[]): OriginalDocument[] {
  return documents
    .filter(({ grids, prose }) => grids.length + prose.length > 0)
    .map((document) => originalOf(documents.length > 1 ? nameInArchive(document) : document))
}

function originalOf(document: SourceDocument): OriginalDocument {
  const { file, kind, positions } = document
  if (positions === undefined) return { file, kind, parts: partsOf(document), pages: [] }
  return { file, kind, parts: [], pages: pagesOf(document, positions) }
}

function partsOf({ kind, grids, prose, proseBefore }: SourceDocument): OriginalPart[] {
  if (kind === 'text' || ((kind === 'html' || kind === 'docx') && proseBefore === undefined))
    return grids.flatMap(textParts)
  const parts: OriginalPart[] = []
  let told = 0
  grids.forEach((grid, at) => {
    const before = proseBefore?.[at] ?? told
    parts.push(...prose.slice(told, before).map(lineOf), ...cut(gridOf(grid)))
    told = Math.max(told, before)
  })
  return [...parts, ...prose.slice(told).map(lineOf)]
}

function lineOf({ text, line }: Prose): OriginalPart {
  return { kind: 'line', text, keys: [lineKey(line)] }
}

/** Longer tables are drawn in pieces, so that no piece holds up the page. */
const LONGEST = 80

function cut(grid: OriginalGrid): OriginalGrid[] {
  if (grid.rows.length <= LONGEST) return [grid]
  const pieces: OriginalCell[][][] = [[]]
  let open = 0
  grid.rows.forEach((row, at) => {
    // Where a merged cell goes on, a table cannot be cut.
    if (at >= open && (pieces.at(-1)?.length ?? 0) >= LONGEST / 2) pieces.push([])
    pieces.at(-1)?.push([...row])
    open = Math.max(open, ...row.map(({ rows }) => at + rows))
  })
  return pieces.map((rows) => ({ ...grid, rows }))
}

/** A text file, or a page without tables, is one grid of all lines: rows of one cell are its running text. */
function textParts(grid: Grid): OriginalPart[] {
  const parts: OriginalPart[] = []
  let table: OriginalCell[][] = []
  const endTable = (): void => {
    if (table.length > 0) parts.push(...cut({ kind: 'grid', name: grid.name, rows: table }))
    table = []
  }
  gridOf(grid).rows.forEach((row, at) => {
    const [only, ...others] = row
    if (only === undefined) return
    if (others.length > 0) table.push([...row])
    else {
      endTable()
      const line = grid.rowNumbers?.[at] ?? at + 1
      parts.push({ kind: 'line', text: only.text, keys: [lineKey(line), ...only.keys] })
    }
  })
  endTable()
  return parts
}

function gridOf(grid: Grid): OriginalGrid {
  const spans = new Map((grid.merges ?? []).map((merge) => [`${merge.row} ${merge.column}`, merge]))
  const covered = new Set<string>()
  for (const { row, column, rows, columns } of grid.merges ?? []) {
    for (let down = row; down < row + rows; down++)
      for (let right = column; right < column + columns; right++)
        if (down !== row || right !== column) covered.add(`${down} ${right}`)
  }
  const rows = grid.rows.map((texts, at) => {
    const number = grid.rowNumbers?.[at] ?? at + 1
    const isAlone = texts.filter((text) => text !== '').length === 1
    return texts.flatMap((text, column): OriginalCell[] => {
      if (covered.has(`${at} ${column}`)) return []
      const span = spans.get(`${at} ${column}`)
      const own = cellKey(grid.name, number, column + 1)
      // In a file of cells, running text is what stands alone in its row.
      const keys = isAlone && text !== '' ? [own, lineKey(number)] : [own]
      return [{ text, rows: span?.rows ?? 1, columns: span?.columns ?? 1, keys }]
    })
  })
  return { kind: 'grid', name: grid.name, rows }
}

function pagesOf(
  { grids, prose }: SourceDocument,
  { pages, cells, lines }: NonNullable<SourceDocument['positions']>,
): OriginalPage[] {
  const spots = new Map<number, OriginalSpot[]>(pages.map(({ number }) => [number, []]))
  grids.forEach((grid, at) => {
    const drawn = spots.get(grid.page ?? 0)
    grid.rows.forEach((row, down) => {
      row.forEach((text, right) => {
        const box = cells[at]?.[down]?.[right]
        const keys = [cellKey(grid.name, down + 1, right + 1)]
        if (box !== undefined) drawn?.push({ text, from: 0, box, keys })
      })
    })
  })
  prose.forEach(({ text, line }, at) => {
    const pieces = lines[at] ?? []
    pieces.forEach(({ from, page, box }, index) => {
      const keys = [lineKey(line)]
      const own = text.slice(from, pieces[index + 1]?.from)
      spots.get(page)?.push({ text: own, from, box, keys })
    })
  })
  return pages.map((page) => ({ ...page, spots: spots.get(page.number) ?? [] }))
}
