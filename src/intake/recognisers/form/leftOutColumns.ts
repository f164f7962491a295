import type { Grid } from '../../document'
import type { ExtraColumn } from './extraColumns'
import { extrasOf } from './formLine'
import type { FormNote } from './reading'

/** What is said of columns that the form has not and that were left out, once for each header; row numbers are no loss. */
export function leftOutColumns(grids: readonly Grid[], year: number | null): FormNote[] {
  return extrasOf(grids, year).flatMap((extras, at) => {
    const told = extras.filter(
      ({ isSure, isEmpty, kind, from }) => isSure && !isEmpty && kind !== 'rowNumber' && from > 0,
    )
    const key = ({ name, kind, from }: ExtraColumn) => `${from} ${kind} ${name}`
    return [...new Set(told.map(key))].map((each) =>
      note(
        told.filter((extra) => key(extra) === each),
        { grid: grids[at], at, year },
      ),
    )
  })
}

function note(
  same: readonly ExtraColumn[],
  { grid, at, year }: { grid: Grid | undefined; at: number; year: number | null },
): FormNote {
  const [{ header, kind, name } = NONE] = same
  const isNamedByYear = year !== null && /^\s*\d{4}/u.test(name)
  const row = grid?.rowNumbers?.[header.row] ?? header.row + 1
  return {
    code: 'form-column-left-out',
    severity: kind === 'words' ? 'info' : 'warning',
    indicators: [],
    place: { grid: at, row, column: header.column + 1 },
    raw: name,
    detail: { name, kind, count: same.length, ...(isNamedByYear ? { year } : {}) },
  }
}

const NONE: Pick<ExtraColumn, 'header' | 'kind' | 'name'> = {
  header: { row: 0, column: 0 },
  kind: 'words',
  name: '',
}
