import { requestRows } from '@/domain/tableThree'
import type { Grid, SourceDocument } from '../../document'
import { formLines } from './formLine'
import { labelScore } from './labelScore'

/** The report or reports that a document holds. */
export type FormParts =
  | { readonly kind: 'one'; readonly document: SourceDocument }
  /** A workbook with a report a sheet. */
  | { readonly kind: 'sheets'; readonly documents: readonly SourceDocument[] }
  /** Several, and no saying which title and which tables belong together. */
  | { readonly kind: 'several'; readonly count: number }

const CLEAR = 0.86

/** Parts a document by its tables 三: every one of them is another report. */
export function formParts(document: SourceDocument): FormParts {
  const grids = withoutRepeats(document.grids)
  const counts = grids.map(tablesIn)
  const count = counts.reduce((sum, each) => sum + each, 0)
  if (count <= 1) return { kind: 'one', document: { ...document, grids } }
  const isWorkbook = ['xlsx', 'xls', 'ods'].includes(document.kind)
  if (!isWorkbook || counts.some((each) => each > 1)) return { kind: 'several', count }
  const documents = grids.map((grid) => ({ ...document, grids: [grid], prose: [] }))
  return { kind: 'sheets', documents: documents.filter((_, at) => counts[at] === 1) }
}

/** Pages show a table twice, once for wide and once for narrow screens. */
function withoutRepeats(grids: readonly Grid[]): Grid[] {
  const seen = new Set<string>()
  return grids.filter(({ rows, page }) => {
    if (page !== undefined) return true
    const key = JSON.stringify(rows)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
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
