import { withCell, withoutColumn } from '@/data/addCell'
import type { Segment } from '@/data/segment'
import { countCells } from '@/intake/cellCounts'
import type { TakenCount } from './documentProtocol'
import type { Draft, DraftFile } from './draft'
import { readKey } from './draftFixes'
import type { DraftReportKey } from './reviewProtocol'

/** The indicator of the user's own that a count becomes; its unit of measure is part of its name. */
export function countIndicator({ name, unit }: Pick<TakenCount, 'name' | 'unit'>): string {
  return unit === '' ? `custom.${name}` : `custom.${name}（${unit}）`
}

/** The draft with a counted phrase of a document as a figure of its report, at its place in the text. */
export function withCount(draft: Draft, of: DraftReportKey, count: TakenCount): Draft {
  const { cell, raw, place } = count
  const { table, page, row = 1, column = 1 } = place
  return withSegments(draft, of, (segment, at) =>
    withCell(segment, at, {
      indicator: countIndicator(count),
      cell,
      raw,
      place: {
        table: {
          ...(table === undefined ? {} : { table }),
          ...(page === undefined ? {} : { page }),
        },
        row,
        column,
      },
    }),
  )
}

/** The draft without such a figure. */
export function withoutCount(draft: Draft, of: DraftReportKey, indicator: string): Draft {
  return withSegments(draft, of, (segment) => withoutColumn(segment, indicator))
}

function withSegments(
  draft: Draft,
  of: DraftReportKey,
  change: (segment: Segment, row: number) => Segment,
): Draft {
  const files = draft.files.map((file): DraftFile => {
    if (file.draft.source !== of.source) return file
    const segments = file.draft.segments.map((segment, index) => {
      const row = rowOf(file.draft.segments, index, of)
      return row < 0 ? segment : change(segment, row)
    })
    return { ...file, draft: { ...file.draft, segments, cells: countCells(segments) } }
  })
  return { ...draft, files }
}

/** The row of a report in a segment as it was read, or -1. */
function rowOf(segments: readonly Segment[], index: number, of: DraftReportKey): number {
  const rows = segments[index]?.rows ?? 0
  return Array.from({ length: rows }, (_, row) => row).findIndex((row) => {
    const { unit, year, scope } = readKey(segments, { segment: index, rows: null }, row)
    return unit === of.unit && year === of.year && scope === of.scope
  })
}
