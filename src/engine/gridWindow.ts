import { missingStates, editions } from '@/data/segment'
import { placeAt, rawAt } from '@/data/traceCell'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { UnitRegistry } from '@/domain/unit'
import type { CellStanding, DraftGrid, GridRow } from './draftGrid'
import { EngineFailure } from './failure'
import type { FilteredGrid } from './gridFilter'
import {
  gridMarks,
  type DraftCellKey,
  type GridRange,
  type GridRemark,
  type GridRowHead,
  type ReviewCell,
  type ReviewWindow,
} from './reviewProtocol'
import { placeOf } from './sourcePlace'

/** The cells of a part of a filtered grid; the range is cut to what is there. */
export function windowOf(
  grid: DraftGrid,
  filtered: FilteredGrid,
  { rows, columns }: GridRange,
  registry: UnitRegistry,
): ReviewWindow {
  const shownRows = filtered.rows.subarray(rows[0], rows[1])
  const shownColumns = filtered.columns.subarray(columns[0], columns[1])
  const size = shownRows.length * shownColumns.length
  const values = new Float64Array(size)
  const states = new Uint8Array(size)
  const marks = new Uint16Array(size)
  const remarks: GridRemark[] = []
  const heads: GridRowHead[] = []
  let at = 0
  for (const number of shownRows) {
    const place = grid.rowAt(number)
    heads.push(headOf(grid, place, registry))
    for (const column of shownColumns) {
      const cell = shownCell(grid, place, column)
      const { value } = cell
      if (value.kind === 'value') values[at] = value.value
      else states[at] = 1 + missingStates.indexOf(value.kind)
      marks[at] = cell.marks
      const text = value.kind === 'value' ? value.text : undefined
      if (cell.isRemarkable || text !== undefined) {
        const { findings, before } = cell
        const remark = { at, findings, before, raw: rawText(place, column) }
        remarks.push(text === undefined ? remark : { ...remark, text })
      }
      at++
    }
  }
  const range: GridRange = {
    rows: [rows[0], rows[0] + shownRows.length],
    columns: [columns[0], columns[0] + shownColumns.length],
  }
  return { range, heads, values, states, marks, remarks }
}

/** All that is to be known of a cell but its likes. Throws `not-found`. */
export function reviewCell(
  grid: DraftGrid,
  key: DraftCellKey,
  registry: UnitRegistry,
): Omit<ReviewCell, 'alike'> {
  const found = grid.find(key)
  if (found === null) throw new EngineFailure('not-found', key.indicator)
  const { place, column } = found
  const { part, row } = place
  const position = part.positions[column] ?? -1
  const source = position < 0 ? null : placeAt(part.compared.segment, position, row)
  const { unitName, edition, file } = headOf(grid, place, registry)
  const read = grid.readAt(place, column)
  const fix = grid.fixAt(place, column)
  return {
    key,
    unitName,
    edition,
    file,
    raw: rawText(place, column),
    read,
    value: fix?.value ?? read,
    place: source === null ? null : placeOf(source, part.file.file.draft.name),
    findings: grid.findingsAt(place, column),
    before: grid.onRecord(place, column),
    ...grid.standingAt(place, column),
    fix:
      fix === null ? null : { id: fix.fix.id, reason: fix.fix.reason, cells: fix.fix.cells.length },
  }
}

/** The text of a cell as written; empty for one that the file does not have. */
export function rawText({ part, row }: GridRow, column: number): string {
  const position = part.positions[column] ?? -1
  return position < 0 ? '' : rawAt(part.compared.segment, position, row)
}

/** What a report of the draft is called: its unit, or while that is open, its text. */
export function unitNameOf({ part, row }: GridRow, registry: UnitRegistry): string {
  const { segment } = part.compared
  const id = segment.units[segment.unit[row] ?? -1] ?? ''
  const unit = registry.byId(id)
  if (unit !== undefined) return unit.name
  const open = part.file.file.draft.openUnits.find(({ placeholder }) => placeholder === id)
  return open === undefined ? id : open.text.name || open.text.code
}

function headOf(grid: DraftGrid, place: GridRow, registry: UnitRegistry): GridRowHead {
  const { part, row } = place
  return {
    key: grid.keyOf(place),
    unitName: unitNameOf(place, registry),
    edition: editions[part.compared.segment.edition[row] ?? 0] ?? 'unknown',
    file: part.file.file.draft.path,
    findings: grid.rowFindingsAt(place),
  }
}

interface ShownCell {
  readonly value: Cell
  readonly marks: number
  readonly findings: readonly Finding[]
  readonly before: Cell | null
  readonly isRemarkable: boolean
}

function shownCell(grid: DraftGrid, place: GridRow, column: number): ShownCell {
  const fix = grid.fixAt(place, column)
  const value = fix?.value ?? grid.readAt(place, column)
  const findings = grid.findingsAt(place, column)
  const cell = grid.standingAt(place, column)
  const { standing } = cell
  const ofValue = value.kind === 'value' && value.approximate ? gridMarks.approximate : 0
  const isDifferent = standing === 'changed' || standing === 'blanked'
  return {
    value,
    marks: findingMarks(fix === null ? findings : null) | standingMarks(cell) | ofValue,
    findings,
    before: isDifferent ? grid.onRecord(place, column) : null,
    isRemarkable: findings.length > 0 || isDifferent || fix !== null,
  }
}

/** What is fixed (null) is no problem any more; the findings stay to be read. */
function findingMarks(findings: readonly Finding[] | null): number {
  if (findings === null) return gridMarks.fixed
  return findings.reduce((marks, { severity }) => marks | gridMarks[severity], 0)
}

function standingMarks({ standing, conflicts, takesFile }: CellStanding): number {
  const isDifferent = standing === 'changed' || standing === 'blanked'
  return (
    (standing === 'added' ? gridMarks.added : 0) |
    (isDifferent ? gridMarks.differs : 0) |
    (conflicts ? gridMarks.conflicts : 0) |
    (takesFile ? gridMarks.takesFile : 0)
  )
}
