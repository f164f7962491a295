import type { Grid } from '../../document'
import { isValue } from './formLine'
import { headerBlocks, isFormHeader, isRequestHeader, isRowHeader } from './headerBlocks'
import { readForm } from './readForm'

/** Fewer columns of table 二 under its header may be a list that only calls its labels so. */
const COLUMNS_OF_TWO = 3
/** A table of more rows is a list. */
const MOST_ROWS = 2_000

/** Whether a grid is a statutory table as printed, by its header: the applicants of table 三, or all of table 二. */
export function isFormSheet(grid: Grid): boolean {
  if (grid.rows.length > MOST_ROWS) return false
  const blocks = headerBlocks(grid, (row) => (grid.rows[row] ?? []).some(isValue), null)
  const isTwo = blocks.some(
    ({ cells }) =>
      cells.some(({ text }) => isRowHeader(text)) &&
      cells.filter(({ text }) => isFormHeader(text)).length > COLUMNS_OF_TWO,
  )
  return isTwo || (blocks.some(isRequestHeader) && readForm([grid]) !== null)
}
