import { requestRows } from '@/domain/tableThree'
import { gridPart, type FileKind, type Grid, type SourceDocument } from '../../document'
import { formLines } from './formLine'
import { labelScore } from './labelScore'
import { pageParts } from './pageParts'
import { readForm } from './readForm'
import { titleOf } from './reportTitle'
import { titledParts } from './titledParts'

/** The report or reports that a document holds. */
export type FormParts =
  | {
      readonly kind: 'one'
      readonly document: SourceDocument
      /** Forms without figures that stand beside the report, and were taken out of the document. */
      readonly empty: number
    }
  /** A report a sheet, or several below each other in a sheet or a page, each under its title. */
  | { readonly kind: 'sheets'; readonly documents: readonly SourceDocument[] }
  /** Several, and no saying which title and which tables belong together. */
  | { readonly kind: 'several'; readonly count: number }

const CLEAR = 0.86
const LINES_OR_PAGES: readonly FileKind[] = ['text', 'pdf']

/** Whether text and tables stand in one order of lines or pages, as in a page that sets its tables in blocks. */
function isOfLines({ kind, proseBefore }: SourceDocument): boolean {
  return LINES_OR_PAGES.includes(kind) || (kind === 'html' && proseBefore === undefined)
}

/** Parts a document by its tables 三: every one of them is another report, filled in or not. */
export function formParts(document: SourceDocument): FormParts {
  if (isOfLines(document)) {
    const titled = titledParts(document)
    if (titled.kind === 'unclear') return { kind: 'several', count: titled.count }
    const { documents } = titled
    if (documents.length > 1) return { kind: 'sheets', documents }
  }
  const kept = withoutRepeats(document)
  const { grids } = kept
  const counts = grids.map((grid) => tablesIn(grid))
  const count = formsIn(grids)
  if (count <= 1) return { kind: 'one', document: kept, empty: 0 }
  const documents = kept.proseBefore === undefined ? null : reportsOfPage(kept)
  if (documents?.length === count) return { kind: 'sheets', documents }
  if (isOnlyCells(kept)) {
    const parts = grids.flatMap((grid, at) => reportsIn(grid, counts[at] ?? 0))
    const own = parts.map((grid) => ({ ...document, grids: [grid], prose: [] }))
    if (parts.length === count) return { kind: 'sheets', documents: own }
  }
  const filled = formsIn(grids, 'filled')
  if (filled > 1) return { kind: 'several', count: filled }
  const isOne = filled === 1
  return {
    kind: 'one',
    document: isOne ? withGrids(kept, grids.map(hasFigures)) : kept,
    empty: isOne ? count - 1 : 0,
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, each) => sum + each, 0)
}

function hasFigures(grid: Grid): boolean {
  return formLines([grid]).some(({ values }) => values.length > 0)
}

function withGrids(document: SourceDocument, kept: readonly boolean[]): SourceDocument {
  const { grids, proseBefore, positions } = document
  const only = <T>(each: readonly T[]): T[] => each.filter((_, at) => kept[at])
  return {
    ...document,
    grids: only(grids),
    ...(proseBefore === undefined ? {} : { proseBefore: only(proseBefore) }),
    ...(positions === undefined
      ? {}
      : { positions: { ...positions, cells: only(positions.cells) } }),
  }
}

const SHEETS: readonly FileKind[] = ['xlsx', 'xls', 'ods', 'csv', 'clipboard']

/** Whether what a document says, it says in its cells: of a page, all of it in tables. */
function isOnlyCells({ kind, prose }: SourceDocument): boolean {
  return SHEETS.includes(kind) || (kind === 'html' && prose.length === 0)
}

function reportsOfPage(document: SourceDocument): SourceDocument[] | null {
  return pageParts(
    document,
    (grids) => total(grids.map((grid) => tablesIn(grid))) === 1,
    (grids) => readForm(grids) !== null,
  )
}

/** A grid a report; none where titles and tables do not go together. */
function reportsIn(grid: Grid, count: number): Grid[] {
  if (count <= 1) return count === 1 ? [grid] : []
  const titles = grid.rows.flatMap((cells, row) => (isTitle(cells) ? [row] : []))
  const parts = titles.map((row, at) => gridPart(grid, at === 0 ? 0 : row, titles[at + 1]))
  return parts.every((part) => tablesIn(part) === 1) ? parts : []
}

/** Whether a row is nothing but the title of a report, with whose it is and of which year. */
function isTitle(cells: readonly string[]): boolean {
  const [text, ...others] = cells.filter((cell) => cell.trim() !== '')
  const title = text === undefined || others.length > 0 ? null : titleOf(text)
  return title !== null && title.unit !== '' && title.year !== null
}

/** Pages show a table twice, once for wide and once for narrow screens. */
function withoutRepeats(document: SourceDocument): SourceDocument {
  const seen = new Set<string>()
  const kept = document.grids.map(({ rows, page }) => {
    if (page !== undefined) return true
    const key = JSON.stringify(rows)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
  return withGrids(document, kept)
}

type Which = 'any' | 'filled'

/**
 * How many tables 三 stand in a document. Each has its first row, 本年新收, once; where that is wrapped around
 * its figures, two shorter rows speak for it. A table may go on in the grid of the next page.
 */
function formsIn(grids: readonly Grid[], which: Which = 'any'): number {
  const all = (key: string) => total(grids.map((grid) => rowsIn(grid, key, which)))
  return Math.max(all('new'), Math.min(all('granted'), all('carriedOut')))
}

/** How often the first row of table 三 stands in a grid: in any table, or in one with figures. */
function tablesIn(grid: Grid): number {
  return rowsIn(grid, 'new', 'any')
}

function rowsIn(grid: Grid, key: string, which: Which): number {
  const official = requestRows.find((row) => row.key === key)?.label ?? ''
  return formLines([grid]).filter(
    ({ labels, values }) =>
      (which === 'any' || values.some(({ text }) => text !== '')) &&
      labelScore(labels.at(-1)?.text ?? '', official) >= CLEAR,
  ).length
}
