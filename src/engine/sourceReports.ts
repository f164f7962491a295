import { cellAt } from '@/data/column'
import { editions, scopes, type Segment } from '@/data/segment'
import { placeAt, rawAt } from '@/data/traceCell'
import type { UnitId } from '@/domain/unit'
import type { SourceCellView, SourceReport } from './documentProtocol'
import { placeOf } from './sourcePlace'

/** Which file the reports are asked of, and what its units are called. */
interface About {
  readonly source: string
  readonly file: string
  readonly unitName: (id: UnitId) => string
}

/** The reports that segments have of one source, in their order. */
export function sourceReportsIn(segments: readonly Segment[], about: About): SourceReport[] {
  return segments.flatMap((segment) =>
    Array.from({ length: segment.rows }, (_, row) => row)
      .filter((row) => segment.sources[segment.origin.source[row] ?? -1] === about.source)
      .map((row) => reportAt(segment, row, about)),
  )
}

function reportAt(segment: Segment, row: number, { file, unitName }: About): SourceReport {
  const unit = segment.units[segment.unit[row] ?? -1] ?? ''
  const cells = segment.columns.flatMap(({ indicator }, column): SourceCellView[] => {
    const cell = cellAt(segment, column, row)
    if (cell.kind === 'absent') return []
    const place = placeAt(segment, column, row)
    const raw = rawAt(segment, column, row)
    return [{ indicator, cell, raw, place: place === null ? null : placeOf(place, file) }]
  })
  return {
    unit,
    unitName: unitName(unit),
    year: segment.year[row] ?? NaN,
    scope: scopes[segment.scope[row] ?? -1] ?? 'whole',
    edition: editions[segment.edition[row] ?? -1] ?? 'unknown',
    document: documentOf(cells),
    cells,
  }
}

/** In an archive, tables are called `file / table`. */
function documentOf(cells: readonly SourceCellView[]): string | null {
  const table = cells.find(({ place }) => place?.table !== undefined)?.place?.table ?? ''
  const end = table.lastIndexOf(' / ')
  return end < 0 ? null : table.slice(0, end)
}
