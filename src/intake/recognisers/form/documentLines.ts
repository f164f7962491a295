import type { Prose, SourceDocument } from '../../document'

/**
 * The running text of a document by lines. In a file of cells the text is what stands alone in its
 * row, so that a form in a spreadsheet has its title too.
 */
export function documentLines({ prose, grids }: Pick<SourceDocument, 'prose' | 'grids'>): Prose[] {
  if (prose.length > 0) return [...prose]
  return grids.flatMap((grid) =>
    grid.rows.flatMap((cells, at): Prose[] => {
      const [only, ...others] = cells.filter((cell) => cell.trim() !== '')
      if (only === undefined || others.length > 0) return []
      const line = grid.rowNumbers?.[at] ?? at + 1
      return [{ text: only.trim(), line, ...(grid.page === undefined ? {} : { page: grid.page }) }]
    }),
  )
}
