import type { ReportKey } from '@/data/batch'
import { cellAt } from '@/data/column'
import { editions, type Segment } from '@/data/segment'
import { placeAt, rawAt } from '@/data/traceCell'
import { keyAt } from '@/data/compare'
import type { UnitId } from '@/domain/unit'
import { documentOfTable } from '@/intake/recognisers/inArchive'
import type { CellFix, SourceCellView, SourceReport } from './documentProtocol'
import { placeOf } from './sourcePlace'

/** Which file the reports are asked of, what its units are called, and what was fixed in it. */
export interface AboutSource {
  readonly source: string
  readonly file: string
  readonly unitName: (id: UnitId) => string
  /** The report as the file says it. */
  readonly readKey: (segment: number, row: number) => ReportKey
  /** By indicator. */
  readonly fixesOf: (read: ReportKey, decided: ReportKey) => ReadonlyMap<string, CellFix>
}

/** The reports that segments have of one source, in their order. */
export function sourceReportsIn(segments: readonly Segment[], about: AboutSource): SourceReport[] {
  return segments.flatMap((segment, index) =>
    Array.from({ length: segment.rows }, (_, row) => row)
      .filter((row) => segment.sources[segment.origin.source[row] ?? -1] === about.source)
      .map((row) => reportAt(segment, row, about.readKey(index, row), about)),
  )
}

function reportAt(
  segment: Segment,
  row: number,
  read: ReportKey,
  { source, file, unitName, fixesOf }: AboutSource,
): SourceReport {
  const decided = keyAt(segment, row)
  const fixes = fixesOf(read, decided)
  const cells = segment.columns.flatMap(({ indicator }, column): SourceCellView[] => {
    const cell = cellAt(segment, column, row)
    if (cell.kind === 'absent') return []
    const place = placeAt(segment, column, row)
    return [
      {
        indicator,
        cell,
        raw: rawAt(segment, column, row),
        place: place === null ? null : placeOf(place, file),
        fix: fixes.get(indicator) ?? null,
      },
    ]
  })
  const there = new Set(cells.map(({ indicator }) => indicator))
  const added = [...fixes].flatMap(([indicator, fix]): SourceCellView[] =>
    there.has(indicator)
      ? []
      : [{ indicator, cell: { kind: 'absent' }, raw: '', place: null, fix }],
  )
  return {
    key: { ...read, source },
    unit: decided.unit,
    unitName: unitName(decided.unit),
    year: decided.year,
    scope: decided.scope,
    edition: editions[segment.edition[row] ?? -1] ?? 'unknown',
    document: documentOf(cells),
    cells: [...cells, ...added],
  }
}

function documentOf(cells: readonly SourceCellView[]): string | null {
  const place = cells.find((cell) => cell.place !== null)?.place
  return documentOfTable(place?.table ?? place?.sheet ?? '')
}

/** A report of a document with several, as it is listed. */
export interface ListedReport {
  readonly unit: UnitId
  readonly year: number
  readonly document: string | null
}

/** The reports that the segments of one file have, in the order of `sourceReportsIn`. */
export function listReports(segments: readonly Segment[]): ListedReport[] {
  return segments.flatMap((segment) =>
    Array.from({ length: segment.rows }, (_, row) => {
      const { unit, year } = keyAt(segment, row)
      const placed = segment.columns.findIndex((__, column) => placeAt(segment, column, row))
      const place = placed < 0 ? null : placeAt(segment, placed, row)
      return { unit, year, document: documentOfTable(place?.table ?? place?.sheet ?? '') }
    }),
  )
}
