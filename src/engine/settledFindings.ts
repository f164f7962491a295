import { cellAt } from '@/data/column'
import type { Segment } from '@/data/segment'
import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import { documentOfTable } from '@/intake/recognisers/inArchive'
import type { ComparedFile, ComparedPart } from './draft'
import { placeFindings, type PlacedFindings } from './placedFindings'

/**
 * Positions in the findings of a file that speak of nothing but cells which the review gave another
 * value, or of a sum that holds with them: they stay to be read, and ask for nothing any more.
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
      ? rows.some((row) => isOf(row, finding) && isDealtWith(finding, row))
      : own.length > 0 && own.every((cell) => cells.has(cell))
    return isSettled ? [at] : []
  })
}

interface FixedRow {
  readonly year: number
  /** The file of an archive that the report stands in; null outside of archives. */
  readonly document: string | null
  readonly fixed: ReadonlySet<string>
  /** A cell as it would be written. */
  readonly cell: (indicator: string) => Cell
}

/** The reports of a part that were fixed, each with its fixed indicators. */
function fixedRows({ compared: { segment }, fixes }: ComparedPart): FixedRow[] {
  const byRow = new Map<number, Map<string, Cell>>()
  for (const { row, indicator, value } of fixes)
    byRow.set(row, (byRow.get(row) ?? new Map<string, Cell>()).set(indicator, value))
  const positions = new Map(segment.columns.map(({ indicator }, at) => [indicator, at]))
  return [...byRow].map(([row, fixed]) => ({
    year: segment.year[row] ?? 0,
    document: documentOfTable(segment.tables[0]?.table ?? ''),
    fixed: new Set(fixed.keys()),
    cell: (indicator) =>
      fixed.get(indicator) ?? cellAt(segment, positions.get(indicator) ?? -1, row),
  }))
}

function isDealtWith({ code, detail, indicators = [] }: Finding, row: FixedRow): boolean {
  if (indicators.every((one) => row.fixed.has(one))) return true
  if (code !== 'form-sum-fails' || !indicators.some((one) => row.fixed.has(one))) return false
  const found = identities.filter(
    ({ rule, label }) => rule === detail?.['rule'] && label === detail['label'],
  )
  return (
    found.length > 0 && found.every((one) => evaluateIdentity(one, row.cell)?.outcome === 'passed')
  )
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
