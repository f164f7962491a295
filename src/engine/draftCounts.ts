import { withCell } from '@/data/addCell'
import type { Segment } from '@/data/segment'
import { customId } from '@/domain/catalogue'
import { countCells } from '@/intake/cellCounts'
import type { TakenCount } from './documentProtocol'
import type { Draft, DraftFile } from './draft'
import { readKey, reportText } from './draftFixes'
import type { DraftReportKey } from './reviewProtocol'

/** A counted phrase of a document that the user keeps as a figure of a report. */
export interface DraftCount {
  readonly report: DraftReportKey
  readonly count: TakenCount
}

/** The indicator of the user's own that a count becomes. */
function countIndicator({ name, unit }: TakenCount): string {
  return customId(name, unit)
}

/** The draft with one more count kept; of one name in one report the latest stands. */
export function withCount(draft: Draft, report: DraftReportKey, count: TakenCount): Draft {
  const others = withoutCount(draft, report, countIndicator(count))
  return { ...others, counts: [...others.counts, { report, count }] }
}

/** The draft without a count that was kept. */
export function withoutCount(draft: Draft, report: DraftReportKey, indicator: string): Draft {
  const counts = draft.counts.filter(
    (each) => countIndicator(each.count) !== indicator || !isSame(each.report, report),
  )
  return { ...draft, counts }
}

/** The files of a draft with the counts that are kept as figures at their places in the text. */
export function filesWithCounts({ files, counts }: Draft): readonly DraftFile[] {
  if (counts.length === 0) return files
  return files.map((file): DraftFile => {
    const own = counts.filter(({ report }) => report.source === file.draft.source)
    if (own.length === 0) return file
    const segments = own.reduce(withOne, file.draft.segments)
    return { ...file, draft: { ...file.draft, segments, cells: countCells(segments) } }
  })
}

function withOne(segments: readonly Segment[], { report, count }: DraftCount): readonly Segment[] {
  const { table, page, row = 1, column = 1 } = count.place
  const place = {
    table: { ...(table === undefined ? {} : { table }), ...(page === undefined ? {} : { page }) },
    row,
    column,
  }
  const { cell, raw } = count
  const added = { indicator: countIndicator(count), cell, raw, place }
  return segments.map((segment, index) => {
    const at = rowOf(segments, index, report)
    return at < 0 ? segment : withCell(segment, at, added)
  })
}

/** The row of a report in a segment as it was read, or -1. */
function rowOf(segments: readonly Segment[], segment: number, report: DraftReportKey): number {
  const rows = segments[segment]?.rows ?? 0
  const text = reportText(report)
  return Array.from({ length: rows }, (_, row) => row).findIndex(
    (row) => reportText(readKey(segments, { segment, rows: null }, row)) === text,
  )
}

function isSame(a: DraftReportKey, b: DraftReportKey): boolean {
  return a.source === b.source && reportText(a) === reportText(b)
}
