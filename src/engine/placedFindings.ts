import { cellAt, missingCode, stateAt } from '@/data/column'
import { missingStates, type Origin, type Segment, type SegmentColumn } from '@/data/segment'
import { placeAt, rawAt, type SourceCell } from '@/data/traceCell'
import type { Finding, Place } from '@/domain/finding'
import type { FileDraft } from '@/intake/draft'
import { documentOfTable } from '@/intake/recognisers/inArchive'
import { numberCell, parseCell, type CellNote } from '@/intake/parseCell'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import { placeOf } from './sourcePlace'

/** The findings of a file's cells and reports, by segment as it was read. */
export interface PlacedFindings {
  /** By cell (column × rows + row). */
  readonly cells: readonly ReadonlyMap<number, readonly Finding[]>[]
  /** By row: what was found of the report as a whole. */
  readonly rows: readonly ReadonlyMap<number, readonly Finding[]>[]
}

const UNREADABLE = 1 + missingStates.indexOf('unreadable')
const known = new WeakMap<FileDraft, PlacedFindings>()

/**
 * Puts the findings of a file at the cells they speak of. A file keeps only the first findings of a
 * kind; for the rest the cells are read once more, so that every cell has its mark.
 */
export function placeFindings(file: FileDraft): PlacedFindings {
  const found = known.get(file)
  if (found !== undefined) return found
  const byRow = new Map<number, Finding[]>()
  for (const finding of file.findings) {
    const { row } = finding.place
    if (row !== undefined) push(byRow, row, finding)
  }
  const cut = new Set<string>(
    file.findings.filter(({ detail }) => detail?.['more'] !== undefined).map(({ code }) => code),
  )
  const placed = file.segments.map((segment) => {
    const cells = new Map<number, Finding[]>()
    const rows = new Map<number, Finding[]>()
    if (byRow.size > 0) placeKnown(segment, byRow, cells, rows)
    placeByIndicator(file, segment, cells)
    readAgain(file, segment, cut, cells)
    return { cells, rows }
  })
  const result = { cells: placed.map(({ cells }) => cells), rows: placed.map(({ rows }) => rows) }
  known.set(file, result)
  return result
}

type Found = Map<number, Finding[]>

function placeKnown(segment: Segment, byRow: Found, cells: Found, rows: Found): void {
  const { origin } = segment
  if (origin.kind === 'cells') placeByCell(segment, origin, byRow, cells)
  else placeByRow(segment, origin, byRow, cells, rows)
}

function placeByCell(
  { tables }: Segment,
  origin: Extract<Origin, { kind: 'cells' }>,
  byRow: Found,
  cells: Found,
): void {
  for (let cell = 0; cell < origin.row.length; cell++) {
    const found = byRow.get(origin.row[cell] as number)
    if (found === undefined) continue
    const table = tables[origin.table[cell] as number]
    for (const finding of found) {
      const { place } = finding
      if (place.column === origin.column[cell] && isInTable(place, table))
        push(cells, cell, finding)
    }
  }
}

function placeByRow(
  segment: Segment,
  origin: Extract<Origin, { kind: 'rows' }>,
  byRow: Found,
  cells: Found,
  rows: Found,
): void {
  for (let row = 0; row < segment.rows; row++) {
    const found = byRow.get(origin.row[row] as number)
    if (found === undefined) continue
    const layout = origin.layout[row] as number
    const columns = origin.layouts[layout] ?? []
    const table = segment.tables[origin.layoutTables?.[layout] ?? -1]
    for (const finding of found) {
      const { place } = finding
      if (!isInTable(place, table)) continue
      const position = place.column === undefined ? -1 : columns.indexOf(place.column)
      if (position < 0) push(rows, row, finding)
      else push(cells, position * segment.rows + row, finding)
    }
  }
}

/** What is said of a whole row of the statutory form, which the document may even have lost. */
const OF_ROWS: ReadonlySet<Finding['code']> = new Set([
  'form-row-lost',
  'form-row-width',
  'form-row-gaps',
  'form-row-by-order',
  'form-row-unsure',
])

function placeByIndicator(file: FileDraft, segment: Segment, cells: Found): void {
  if (file.layout !== 'form') return
  const positions = new Map(segment.columns.map(({ indicator }, at) => [indicator, at]))
  for (const finding of file.findings) {
    if (!OF_ROWS.has(finding.code)) continue
    const row = rowOf(file, segment, finding)
    if (row < 0) continue
    for (const indicator of finding.indicators ?? []) {
      const position = positions.get(indicator)
      const cell = (position ?? 0) * segment.rows + row
      if (position === undefined || cells.get(cell)?.includes(finding) === true) continue
      push(cells, cell, finding)
    }
  }
}

/** The report of a segment that a finding speaks of, or -1 where it may be another one. */
function rowOf({ segments }: FileDraft, segment: Segment, { year, place }: Finding): number {
  const isAbout = (each: Segment) => {
    const document = documentOfTable(each.tables[0]?.table ?? each.tables[0]?.sheet ?? '')
    const inPlace = document === null || document === place.file
    return inPlace && isInSheet(place, each) && each.year.some((own) => own === year)
  }
  const about = segments.filter(isAbout)
  return about.length === 1 && about[0] === segment && segment.rows === 1 ? 0 : -1
}

/** Of several reports in one file a place may tell which. */
function isInSheet(place: Place, { tables }: Segment): boolean {
  const isNamed = place.sheet !== undefined || place.table !== undefined
  return !isNamed || tables.some((table) => isInTable(place, table))
}

function isInTable(place: Place, table: Partial<SourceCell> | undefined): boolean {
  return (
    (place.sheet === undefined || table?.sheet === undefined || place.sheet === table.sheet) &&
    (place.table === undefined || table?.table === undefined || place.table === table.table) &&
    (place.page === undefined || table?.page === undefined || place.page === table.page)
  )
}

/** Finds what was counted but not listed, and makes sure that no unreadable cell is without a mark. */
function readAgain(
  file: FileDraft,
  segment: Segment,
  cut: ReadonlySet<string>,
  cells: Found,
): void {
  for (const cell of worthReading(segment, cut, file.cells.unreadable)) {
    if (cells.has(cell)) continue
    const position = Math.floor(cell / segment.rows)
    const row = cell % segment.rows
    const raw = rawAt(segment, position, row)
    const place = placeIn(file.name, segment, position, row)
    const notes = notesOf(segment, position, row)
    const isUnreadable = stateAt(columnAt(segment, position), row) === UNREADABLE
    const counted = isUnreadable
      ? unreadableNotes(notes)
      : notes.filter(({ code }) => cut.has(code))
    for (const note of counted) push(cells, cell, { ...note, raw, place })
  }
}

/** Cells that may have something to be said of: columns without them are passed over as a whole. */
function* worthReading(
  segment: Segment,
  cut: ReadonlySet<string>,
  unreadable: number,
): Generator<number> {
  const byValue = cut.has('cell-negative') || cut.has('cell-not-integer')
  if (unreadable === 0 && cut.size === 0) return
  for (const [position, column] of segment.columns.entries()) {
    if (!byValue && !holdsUnreadable(column)) continue
    for (let row = 0; row < segment.rows; row++)
      if (byValue || stateAt(column, row) === UNREADABLE) yield position * segment.rows + row
  }
  if (cut.size > 0 && !byValue) yield* segment.raw.keys()
}

function holdsUnreadable({ values, states }: SegmentColumn): boolean {
  return states === null
    ? values.includes(missingCode(values, 'unreadable'))
    : states.includes(UNREADABLE)
}

function columnAt(segment: Segment, position: number): SegmentColumn {
  const column = segment.columns[position]
  if (column === undefined) throw new Error(`The segment has no column ${position}`)
  return column
}

function notesOf(segment: Segment, position: number, row: number): readonly CellNote[] {
  const measure = indicatorMeasure(columnAt(segment, position).indicator)
  const raw = segment.raw.get(position * segment.rows + row)
  if (raw !== undefined) return parseCell(raw, measure).notes
  const cell = cellAt(segment, position, row)
  return cell.kind === 'value' ? numberCell(cell.value, measure).notes : []
}

function unreadableNotes(notes: readonly CellNote[]): readonly CellNote[] {
  const errors = notes.filter(({ severity }) => severity === 'error')
  return errors.length > 0 ? errors : [{ code: 'cell-unreadable', severity: 'error' }]
}

function placeIn(file: string, segment: Segment, position: number, row: number): Place {
  const place = placeAt(segment, position, row)
  return place === null ? { file } : placeOf(place, file)
}

function push(found: Found, at: number, finding: Finding): void {
  const there = found.get(at)
  if (there === undefined) found.set(at, [finding])
  else there.push(finding)
}
