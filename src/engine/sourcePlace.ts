import type { SourceCell } from '@/data/traceCell'
import type { Place } from '@/domain/finding'

/** A place in a source as findings and pages have it. */
export function placeOf({ sheet, table, page, row, column }: SourceCell, file: string): Place {
  return {
    file,
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(page === undefined ? {} : { page }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
  }
}
