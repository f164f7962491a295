import { requestRows } from '@/domain/tableThree'
import { gridPart, type FileKind, type Grid, type SourceDocument } from '../../document'
import { formLines } from './formLine'
import { labelScore } from './labelScore'
import { pageParts } from './pageParts'
import { readForm } from './readForm'
import { titleOf } from './reportTitle'

/** The report or reports that a document holds. */
export type FormParts =
  | { readonly kind: 'one'; readonly document: SourceDocument }
  /** A report a sheet, or several below each other in a sheet or a page, each under its title. */
  | { readonly kind: 'sheets'; readonly documents: readonly SourceDocument[] }
  /** Several, and no saying which title and which tables belong together. */
  | { readonly kind: 'several'; readonly count: number }

const CLEAR = 0.86

/** Parts a document by its tables 三: every one of them is another report. */
export function formParts(document: SourceDocument): FormParts {
  const kept = withoutRepeats(document)
  const { grids } = kept
  const counts = grids.map(tablesIn)
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count <= 1) return { kind: 'one', document: kept }
  const documents = kept.proseBefore === undefined ? null : reportsOfPage(kept)
  if (documents?.length === count) return { kind: 'sheets', documents }
  if (!isOnlyCells(kept)) return { kind: 'several', count }
  const parts = grids.flatMap((grid, at) => reportsIn(grid, counts[at] ?? 0))
  if (parts.length !== count) return { kind: 'several', count }
  return {
    kind: 'sheets',
    documents: parts.map((grid) => ({ ...document, grids: [grid], prose: [] })),
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
    (grids) => grids.reduce((sum, grid) => sum + tablesIn(grid), 0) === 1,
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
  const kept = [...document.grids.keys()].filter((at) => {
    const { rows, page } = document.grids[at] ?? { rows: [], page: 0 }
    if (page !== undefined) return true
    const key = JSON.stringify(rows)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
  const { grids, proseBefore } = document
  return {
    ...document,
    grids: kept.flatMap((at) => grids[at] ?? []),
    ...(proseBefore === undefined ? {} : { proseBefore: kept.map((at) => proseBefore[at] ?? 0) }),
  }
}

/** How often the first row of table 三, 本年新收, stands in a grid with figures. */
function tablesIn(grid: Grid): number {
  const official = requestRows.find(({ key }) => key === 'new')?.label ?? ''
  return formLines([grid]).filter(
    ({ labels, values }) =>
      values.some(({ text }) => text !== '') &&
      labelScore(labels.at(-1)?.text ?? '', official) >= CLEAR,
  ).length
}
