import type { Segment } from '@/data/segment'
import type { Finding } from '@/domain/finding'
import { documentOfTable } from '@/intake/recognisers/inArchive'
import type { ComparedFile, ComparedPart } from './draft'
import { placeFindings, type PlacedFindings } from './placedFindings'

/**
 * Positions in the findings of a file that speak of nothing but cells which the review gave another
 * value: they stay to be read, and ask for nothing any more.
 */
export function settledFindings({ file, parts, findings, fixed }: ComparedFile): number[] {
  if (fixed === 0) return []
  const cells = fixedCells(file.draft.segments, parts)
  const rows = parts.flatMap(fixedRows)
  const placed = cellsByFinding(placeFindings(file.draft))
  return findings.flatMap((finding, at) => {
    const { indicators = [] } = finding
    const own = placed.get(finding) ?? []
    // In a list, what is said of an indicator is said of a whole column.
    const isOfFigures = file.draft.layout === 'form' && indicators.length > 0
    const isSettled = isOfFigures
      ? rows.some((row) => isOf(row, finding) && indicators.every((one) => row.fixed.has(one)))
      : own.length > 0 && own.every((cell) => cells.has(cell))
    return isSettled ? [at] : []
  })
}

interface FixedRow {
  readonly year: number
  /** The file of an archive that the report stands in; null outside of archives. */
  readonly document: string | null
  readonly fixed: ReadonlySet<string>
}

/** The reports of a part that were fixed, each with its fixed indicators. */
function fixedRows({ compared: { segment }, fixes }: ComparedPart): FixedRow[] {
  const byRow = new Map<number, Set<string>>()
  for (const { row, indicator } of fixes)
    byRow.set(row, (byRow.get(row) ?? new Set<string>()).add(indicator))
  return [...byRow].map(([row, fixed]) => ({
    year: segment.year[row] ?? 0,
    document: documentOfTable(segment.tables[0]?.table ?? ''),
    fixed,
  }))
}

function isOf({ year, document }: FixedRow, finding: Finding): boolean {
  return (
    (finding.year === undefined || finding.year === year) &&
    (document === null || document === finding.place.file)
  )
}

/** The fixed cells as they were read, each as `cellName` calls it. */
function fixedCells(read: readonly Segment[], parts: readonly ComparedPart[]): ReadonlySet<string> {
  const cells = new Set<string>()
  for (const { from, fixes } of parts) {
    const { columns = [], rows = 0 } = read[from.segment] ?? {}
    for (const { row, indicator } of fixes) {
      const position = columns.findIndex((column) => column.indicator === indicator)
      if (position >= 0)
        cells.add(cellName(from.segment, position * rows + (from.rows?.[row] ?? row)))
    }
  }
  return cells
}

function cellsByFinding({ cells }: PlacedFindings): ReadonlyMap<Finding, readonly string[]> {
  const placed = new Map<Finding, string[]>()
  for (const [segment, found] of cells.entries()) {
    for (const [cell, findings] of found) {
      const name = cellName(segment, cell)
      for (const finding of findings) {
        const known = placed.get(finding)
        if (known === undefined) placed.set(finding, [name])
        else known.push(name)
      }
    }
  }
  return placed
}

function cellName(segment: number, cell: number): string {
  return `${segment} ${cell}`
}
