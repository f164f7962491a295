import type { Grid } from '../../document'
import type { ExtraColumn } from './extraColumns'
import { extrasOf } from './formLine'
import type { FormNote } from './reading'

/** What is said of columns that the form has not and that were left out, once for each header; row numbers are no loss. */
export function leftOutColumns(grids: readonly Grid[]): FormNote[] {
  return extrasOf(grids).flatMap((extras, at) => {
    const told = extras.filter(
      ({ isSure, isEmpty, kind, from }) => isSure && !isEmpty && kind !== 'rowNumber' && from > 0,
    )
    const key = ({ name, kind, from }: ExtraColumn) => `${from} ${kind} ${name}`
    return [...new Set(told.map(key))].map((each) =>
      note(
        told.filter((extra) => key(extra) === each),
        grids[at],
        at,
      ),
    )
  })
}

function note(same: readonly ExtraColumn[], grid: Grid | undefined, at: number): FormNote {
  const [{ header, kind, name } = NONE] = same
  const row = grid?.rowNumbers?.[header.row] ?? header.row + 1
  return {
    code: 'form-column-left-out',
    severity: kind === 'words' ? 'info' : 'warning',
    indicators: [],
    place: { grid: at, row, column: header.column + 1 },
    raw: name,
    detail: { name, kind, count: same.length },
  }
}

const NONE: Pick<ExtraColumn, 'header' | 'kind' | 'name'> = {
  header: { row: 0, column: 0 },
  kind: 'words',
  name: '',
}
