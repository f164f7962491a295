import type { ReportKey } from '@/data/batch'
import { scopes, type Segment } from '@/data/segment'
import type { Cell } from '@/domain/report'
import type { FixedCell } from '@/data/compareFixes'
import type { ReadRows } from './draftSegments'
import type { DraftCellKey } from './reviewProtocol'

/** One thing the user fixed in a review: a cell, or all alike. */
export interface ReviewFix {
  readonly id: number
  readonly reason: string
  readonly cells: readonly FixedDraftCell[]
}

export interface FixedDraftCell extends DraftCellKey {
  readonly value: Cell
}

/** A fixed cell in a segment, and the fix it comes from. */
export interface PlacedFix extends FixedCell {
  readonly fix: ReviewFix
}

/** The fixes of one file by report, in each the latest word on every indicator. */
export type FileFixes = ReadonlyMap<string, ReadonlyMap<string, FixOfCell>>

export interface FixOfCell {
  readonly fix: ReviewFix
  readonly value: Cell
}

/** The fixes of each file that has any. */
export function fixesBySource(fixes: readonly ReviewFix[]): ReadonlyMap<string, FileFixes> {
  const files = new Map<string, Map<string, Map<string, FixOfCell>>>()
  for (const fix of fixes) {
    for (const cell of fix.cells) {
      const reports = files.get(cell.source) ?? new Map<string, Map<string, FixOfCell>>()
      files.set(cell.source, reports)
      const key = reportText(cell)
      const report = reports.get(key) ?? new Map<string, FixOfCell>()
      reports.set(key, report.set(cell.indicator, { fix, value: cell.value }))
    }
  }
  return files
}

/** The fixes of the rows of a decided segment. */
export function placedFixes(
  fixes: FileFixes,
  read: readonly Segment[],
  from: ReadRows,
  rows: number,
): PlacedFix[] {
  const placed: PlacedFix[] = []
  for (let row = 0; row < rows; row++) {
    const report = fixes.get(reportText(readKey(read, from, row)))
    for (const [indicator, { fix, value }] of report ?? [])
      placed.push({ row, indicator, value, reason: fix.reason, fix })
  }
  return placed
}

/** The key of a row as the file was read, its unit undecided. */
export function readKey(
  read: readonly Segment[],
  { segment, rows }: ReadRows,
  row: number,
): ReportKey {
  const found = read[segment]
  const at = rows?.[row] ?? row
  return {
    unit: found?.units[found.unit[at] ?? -1] ?? '',
    year: found?.year[at] ?? 0,
    scope: scopes[found?.scope[at] ?? 0] ?? 'whole',
  }
}

/** The fixes with another one, the latest. */
export function withFix(
  fixes: readonly ReviewFix[],
  cells: readonly FixedDraftCell[],
  reason: string,
): readonly ReviewFix[] {
  return [...fixes, { id: 1 + Math.max(0, ...fixes.map(({ id }) => id)), reason, cells }]
}

/** The fixes without one of them, or without one cell of it: what was fixed before is back. */
export function withoutFix(
  fixes: readonly ReviewFix[],
  id: number,
  key: DraftCellKey | null,
): readonly ReviewFix[] {
  return fixes.flatMap((fix) => {
    if (fix.id !== id) return [fix]
    const cells = key === null ? [] : fix.cells.filter((cell) => !isSameCell(cell, key))
    return cells.length === 0 ? [] : [{ ...fix, cells }]
  })
}

function isSameCell(a: DraftCellKey, b: DraftCellKey): boolean {
  return a.source === b.source && a.indicator === b.indicator && reportText(a) === reportText(b)
}

/** Names a report within a file. */
export function reportText({ unit, year, scope }: ReportKey): string {
  return JSON.stringify([unit, year, scope])
}
