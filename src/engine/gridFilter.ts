import { decisions } from '@/data/segment'
import type { Finding, FindingCode, Severity } from '@/domain/finding'
import { countOf } from './countOf'
import type { DraftGrid, GridPart } from './draftGrid'
import { placeFindings } from './placedFindings'
import type { GridCounts, GridFilter, GridPlace, ReviewGrid } from './reviewProtocol'

/** A draft's grid as a filter shows it. */
export interface FilteredGrid {
  /** Rows and columns of the whole grid, ascending. */
  readonly rows: Uint32Array
  readonly columns: Uint32Array
  /** Cells that the filter is about (row × columns + column of the whole grid), ascending. */
  readonly marked: Float64Array
}

const REFUSED = decisions.indexOf('refused')
const CHOSEN = decisions.indexOf('chosen')

/** Rows and columns that have a cell which the filter is about; all for `all`. */
export function filterGrid(grid: DraftGrid, filter: GridFilter): FilteredGrid {
  const width = grid.indicators.length
  const marked = markedCells(grid, filter)
  if (filter.show === 'all') {
    return {
      rows: rowsOfSource(grid, filter),
      columns: Uint32Array.from(grid.indicators.keys()),
      marked,
    }
  }
  const rows = new Uint8Array(grid.rows)
  const columns = new Uint8Array(width)
  for (const cell of marked) {
    rows[Math.floor(cell / width)] = 1
    columns[cell % width] = 1
  }
  if (filter.show === 'problems') markReports(grid, filter, rows)
  return { rows: setPlaces(rows), columns: setPlaces(columns), marked }
}

/** The axes as pages see them. */
export function gridAxes(grid: DraftGrid, { rows, columns, marked }: FilteredGrid): ReviewGrid {
  const width = grid.indicators.length
  const ofColumn = new Uint32Array(width)
  for (const cell of marked) ofColumn[cell % width] = (ofColumn[cell % width] ?? 0) + 1
  return {
    rows: rows.length,
    columns: [...columns].map((column) => ({
      indicator: grid.indicators[column] ?? '',
      marked: ofColumn[column] ?? 0,
    })),
    allRows: grid.rows,
    allColumns: width,
    marked: marked.length,
    counts: countGrid(grid),
  }
}

/** The next marked cell in reading order; null beyond the last. */
export function nextPlace(
  grid: DraftGrid,
  { rows, columns, marked }: FilteredGrid,
  from: GridPlace,
  backwards: boolean,
): GridPlace | null {
  const width = grid.indicators.length
  const here = (rows[from.row] ?? 0) * width + (columns[from.column] ?? -1)
  const cell = backwards
    ? marked.findLast((each) => each < here)
    : marked.find((each) => each > here)
  if (cell === undefined) return null
  const row = rows.indexOf(Math.floor(cell / width))
  const column = columns.indexOf(cell % width)
  return { row, column }
}

function markedCells(grid: DraftGrid, filter: GridFilter): Float64Array {
  const cells: number[] = []
  for (const part of grid.parts) {
    if (!isOfSource(part, filter)) continue
    const first = grid.startOf(part) * grid.indicators.length
    for (const cell of markedIn(grid, part, filter)) cells.push(first + cell)
  }
  return Float64Array.from(cells).sort()
}

/** Cells of a part: row × columns of the grid + column. */
function markedIn(grid: DraftGrid, part: GridPart, { show, code }: GridFilter): Iterable<number> {
  if (show === 'fixed') return part.fixesAt.keys()
  if (show === 'differing') return differingIn(grid, part)
  if (show === 'conflicts') return conflictsIn(grid, part)
  return problemsIn(grid, part, (finding) => isProblem(finding) && isOfCode(finding, code))
}

function* differingIn(grid: DraftGrid, part: GridPart): Generator<number> {
  const { columns, decision, rows } = part.compared.segment
  const width = grid.indicators.length
  for (const [at, { standing }] of part.fixesAt)
    if (standing === 'changed' || standing === 'blanked') yield at
  if (decision === null) return
  for (const [position, { indicator }] of columns.entries()) {
    const column = grid.columnOf(indicator)
    for (let row = 0; row < rows; row++) {
      const decided = decision[position * rows + row]
      if (decided !== REFUSED && decided !== CHOSEN) continue
      const at = row * width + column
      if (!part.fixesAt.has(at)) yield at
    }
  }
}

function* conflictsIn(grid: DraftGrid, part: GridPart): Generator<number> {
  const { columns, rows } = part.compared.segment
  const width = grid.indicators.length
  for (const [at, { conflicts }] of part.fixesAt) if (conflicts) yield at
  for (const cell of part.conflictsAt) {
    const { indicator } = columns[Math.floor(cell / rows)] ?? { indicator: '' }
    const at = (cell % rows) * width + grid.columnOf(indicator)
    if (!part.fixesAt.has(at)) yield at
  }
}

function* problemsIn(
  grid: DraftGrid,
  part: GridPart,
  counts: (finding: Finding) => boolean,
): Generator<number> {
  for (const { at, findings } of findingsIn(grid, part)) if (findings.some(counts)) yield at
}

/** The cells of a part that have findings and are not fixed. */
function* findingsIn(
  grid: DraftGrid,
  part: GridPart,
): Generator<{ readonly at: number; readonly findings: readonly Finding[] }> {
  const { draft } = part.file.file
  const read = draft.segments[part.from.segment]
  const found = placeFindings(draft).cells[part.from.segment]
  if (read === undefined || found === undefined || found.size === 0) return
  const rowOf = rowsBack(part, read.rows)
  for (const [cell, findings] of found) {
    const row = rowOf(cell % read.rows)
    const column = grid.columnOf(read.columns[Math.floor(cell / read.rows)]?.indicator ?? '')
    const at = row * grid.indicators.length + column
    if (row >= 0 && column >= 0 && !part.fixesAt.has(at)) yield { at, findings }
  }
}

/** From a row as it was read to the row of the part, or -1. */
function rowsBack({ from: { rows } }: GridPart, read: number): (row: number) => number {
  if (rows === null) return (row) => row
  const back = new Int32Array(read).fill(-1)
  for (const [row, at] of rows.entries()) back[at] = row
  return (row) => back[row] ?? -1
}

function markReports(grid: DraftGrid, filter: GridFilter, rows: Uint8Array): void {
  for (const part of grid.parts) {
    if (!isOfSource(part, filter)) continue
    const { draft } = part.file.file
    const read = draft.segments[part.from.segment]
    const found = placeFindings(draft).rows[part.from.segment]
    if (read === undefined || found === undefined || found.size === 0) continue
    const rowOf = rowsBack(part, read.rows)
    for (const [at, findings] of found) {
      const row = rowOf(at)
      if (row < 0) continue
      if (findings.some((one) => isProblem(one) && isOfCode(one, filter.code)))
        rows[grid.startOf(part) + row] = 1
    }
  }
}

function countGrid(grid: DraftGrid): GridCounts {
  const kinds = new Map<FindingCode, { severity: Severity; cells: number }>()
  const counts = { problems: 0, differing: 0, conflicts: 0, fixed: 0 }
  for (const part of grid.parts) {
    counts.fixed += part.fixesAt.size
    counts.differing += countOf(differingIn(grid, part))
    counts.conflicts += countOf(conflictsIn(grid, part))
    for (const { findings } of findingsIn(grid, part)) {
      if (findings.some(isProblem)) counts.problems++
      for (const [code, severity] of new Map(findings.map((one) => [one.code, one.severity]))) {
        const known = kinds.get(code) ?? { severity, cells: 0 }
        kinds.set(code, { ...known, cells: known.cells + 1 })
      }
    }
  }
  const list = [...kinds].map(([code, count]) => ({ code, ...count }))
  const order: readonly Severity[] = ['error', 'warning', 'info']
  return {
    ...counts,
    kinds: list.sort(
      (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.cells - a.cells,
    ),
  }
}

function isProblem({ severity }: Finding): boolean {
  return severity !== 'info'
}

function isOfCode(finding: Finding, code: FindingCode | null): boolean {
  return code === null || finding.code === code
}

function isOfSource(part: GridPart, { source }: GridFilter): boolean {
  return source === null || part.file.file.draft.source === source
}

function rowsOfSource(grid: DraftGrid, filter: GridFilter): Uint32Array {
  const parts = grid.parts.filter((part) => isOfSource(part, filter))
  const found = new Uint32Array(parts.reduce((sum, { rows }) => sum + rows, 0))
  let at = 0
  for (const part of parts) {
    const first = grid.startOf(part)
    for (let row = 0; row < part.rows; row++) found[at++] = first + row
  }
  return found
}

function setPlaces(flags: Uint8Array): Uint32Array {
  return Uint32Array.from(flags.keys()).filter((place) => flags[place] === 1)
}
