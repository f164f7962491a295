import type { Cell } from '@/domain/report'
import type { DecisionCounts, ReportKey } from './batch'
import { cellAt, isMarked, presentCells, sameCell, widen } from './column'
import type { Cube, CubeBlock, RowSelection } from './cube'
import {
  decisions,
  missingStates,
  scopes,
  SEGMENT_ROWS,
  type Segment,
  type SegmentColumn,
} from './segment'

/** How the cells of new segments stand against the data; absent cells are not counted. */
export interface Comparison {
  /** Nothing was there. */
  readonly added: number
  readonly same: number
  /** Something else was there, and a number or another state comes. */
  readonly changed: number
  /** A number was there, and a missing state comes. */
  readonly blanked: number
}

/** A cell of a new segment that differs from the data. */
export interface CellDifference extends ReportKey {
  readonly indicator: string
  readonly before: Cell
  readonly after: Cell
}

export interface ComparedSegment {
  /** With the decisions; null decisions where every cell is new. */
  readonly segment: Segment
  readonly comparison: Comparison
  /** Of the cells that differ, those that take the file's value. */
  readonly replaced: number
  /** Cells (column × rows + row) where a correction by hand counts that says something else. */
  readonly conflicts: readonly number[]
  /** The first differences, `CHANGES_SHOWN` at most. */
  readonly changes: readonly CellDifference[]
}

/** Whether a cell that differs takes the file's value; by row of the segment and indicator. */
export type TakesFile = boolean | ((row: number, indicator: string) => boolean)

/** First differences that are listed. */
export const CHANGES_SHOWN = 200
const ABSENT_STATE = 1 + missingStates.indexOf('absent')
const SAME = decisions.indexOf('same')
const REFUSED = decisions.indexOf('refused')
const CHOSEN = decisions.indexOf('chosen')

/**
 * Decides each cell of a segment against what the imports in the cube say (corrections by hand are
 * left aside where there is an import, so that a file read again is the same): new cells are taken,
 * equal ones marked as the same, others refused, or chosen where `takesFile` says so.
 */
export function compareSegment(
  cube: Cube,
  segment: Segment,
  takesFile: TakesFile,
): ComparedSegment {
  const known = cube.select(slotsOf(cube, segment))
  const compared = new OpenComparison(cube, segment, takesFile)
  for (const selection of known) compared.compareRows(selection)
  return compared.close()
}

/** Whether these segments add or change anything; if not, there is nothing to commit. */
export function addsAnything(segments: readonly Segment[]): boolean {
  return countDecisions(segments).taken > 0
}

/** Cells by what became of them; absent cells are not counted, `chosen` counts as taken. */
export function countDecisions(segments: readonly Segment[]): DecisionCounts {
  const counts = { taken: 0, same: 0, refused: 0 }
  for (const { rows, columns, decision } of segments) {
    for (const [position, column] of columns.entries()) {
      const present = presentCells(column)
      if (decision === null) {
        counts.taken += present
        continue
      }
      // Absent cells are never anything but taken, so they need not be looked for.
      let same = 0
      let refused = 0
      const end = (position + 1) * rows
      for (let cell = position * rows; cell < end; cell++) {
        if (decision[cell] === SAME) same++
        else if (decision[cell] === REFUSED) refused++
      }
      counts.same += same
      counts.refused += refused
      counts.taken += present - same - refused
    }
  }
  return counts
}

class OpenComparison {
  readonly #cube: Cube
  readonly #segment: Segment
  readonly #takesFile: TakesFile
  readonly #conflicts: number[] = []
  #replaced = 0
  readonly #counts = { same: 0, changed: 0, blanked: 0 }
  readonly #changes: CellDifference[] = []
  #decision: Uint8Array | null = null
  /** The columns being compared, widened. */
  readonly #entries = new Float64Array(SEGMENT_ROWS)
  readonly #states = new Uint8Array(SEGMENT_ROWS)
  readonly #entriesThere = new Float64Array(SEGMENT_ROWS)
  readonly #statesThere = new Uint8Array(SEGMENT_ROWS)

  constructor(cube: Cube, segment: Segment, takesFile: TakesFile) {
    this.#cube = cube
    this.#segment = segment
    this.#takesFile = takesFile
  }

  /** Compares the rows of the segment (targets) whose reports stand in one block. */
  compareRows(selection: RowSelection): void {
    for (const [position, column] of this.#segment.columns.entries()) {
      const there = selection.block.positions.get(column.indicator)
      if (there !== undefined) this.#compareColumn(selection, position, there)
    }
  }

  close(): ComparedSegment {
    const { same, changed, blanked } = this.#counts
    const present = this.#segment.columns.reduce((sum, column) => sum + presentCells(column), 0)
    const decided = same + changed + blanked > 0
    return {
      segment: { ...this.#segment, decision: decided ? this.#decision : null },
      comparison: { added: present - same - changed - blanked, same, changed, blanked },
      replaced: this.#replaced,
      conflicts: this.#conflicts,
      changes: this.#changes,
    }
  }

  #compareColumn({ block, rows, targets }: RowSelection, position: number, there: number): void {
    const column = this.#segment.columns[position] as SegmentColumn
    const columnThere = block.columns[there] as SegmentColumn
    widen(column, this.#entries, this.#states)
    widen(columnThere, this.#entriesThere, this.#statesThere)
    const marks = block.approximate.length + block.corrected.length
    const marked = marks + this.#segment.approximate.length > 0
    const decision = this.#decisions()
    const first = position * this.#segment.rows
    let same = 0
    for (let i = 0; i < rows.length; i++) {
      const row = targets[i] as number
      const rowThere = rows[i] as number
      const state = this.#states[row] as number
      const stateThere = this.#statesThere[rowThere] as number
      if (state === ABSENT_STATE) continue
      if (marked) this.#compareCell(position, row, block, rowThere)
      else if (stateThere !== ABSENT_STATE) {
        const equal = state !== 0 || this.#entries[row] === this.#entriesThere[rowThere]
        if (state === stateThere && equal) {
          decision[first + row] = SAME
          same++
        } else this.#differ(position, row, this.#cube.blockCell(block, there, rowThere))
      }
    }
    this.#counts.same += same
  }

  /** The slower way, for blocks with 约 or corrected cells. */
  #compareCell(position: number, row: number, block: CubeBlock, rowThere: number): void {
    const after = cellAt(this.#segment, position, row)
    const { current, imported } = this.#cellsThere(position, row, block, rowThere)
    if (imported.kind !== 'absent') {
      if (sameCell(imported, after)) {
        this.#keepSame(position, row)
        return
      }
      this.#differ(position, row, imported)
    } else if (current.kind !== 'absent' && !sameCell(current, after)) {
      // Only a correction says something here, and the file contradicts it.
      this.#differ(position, row, current)
    } else return
    if (!sameCell(imported, current) && !sameCell(current, after))
      this.#conflicts.push(position * this.#segment.rows + row)
  }

  #cellsThere(
    position: number,
    row: number,
    block: CubeBlock,
    rowThere: number,
  ): { current: Cell; imported: Cell } {
    const { indicator } = this.#segment.columns[position] as SegmentColumn
    const there = block.positions.get(indicator) as number
    const mark = there * block.rows + rowThere
    const current = this.#cube.blockCell(block, there, rowThere)
    if (!isMarked(block.corrected, mark)) return { current, imported: current }
    const imported = this.#cube.importedCellAt(keyAt(this.#segment, row), indicator)
    return { current, imported: imported ?? { kind: 'absent' } }
  }

  #keepSame(position: number, row: number): void {
    this.#counts.same++
    this.#decisions()[position * this.#segment.rows + row] = SAME
  }

  #differ(position: number, row: number, before: Cell): void {
    const after = cellAt(this.#segment, position, row)
    const blanks = before.kind === 'value' && after.kind !== 'value'
    this.#counts[blanks ? 'blanked' : 'changed']++
    const { indicator } = this.#segment.columns[position] as SegmentColumn
    const takes =
      typeof this.#takesFile === 'boolean' ? this.#takesFile : this.#takesFile(row, indicator)
    if (takes) this.#replaced++
    this.#decisions()[position * this.#segment.rows + row] = takes ? CHOSEN : REFUSED
    if (this.#changes.length >= CHANGES_SHOWN) return
    this.#changes.push({ ...keyAt(this.#segment, row), indicator, before, after })
  }

  #decisions(): Uint8Array {
    return (this.#decision ??= new Uint8Array(this.#segment.rows * this.#segment.columns.length))
  }
}

/** The slot in the cube of every row, -1 where the cube has no room for it. */
function slotsOf(cube: Cube, segment: Segment): Int32Array {
  const slots = new Int32Array(segment.rows).fill(-1)
  if (cube.units.length === 0) return slots
  const units = segment.units.map((unit) => cube.unitIndex(unit))
  const years = new Map(cube.years.map((year, index) => [year, index]))
  for (let row = 0; row < segment.rows; row++) {
    const unit = units[segment.unit[row] as number] as number
    const year = years.get(segment.year[row] as number)
    if (unit < 0 || year === undefined) continue
    slots[row] = (unit * cube.years.length + year) * scopes.length + (segment.scope[row] as number)
  }
  return slots
}

/** The key of a row of a segment. */
export function keyAt(segment: Segment, row: number): ReportKey {
  return {
    unit: segment.units[segment.unit[row] as number] as string,
    year: segment.year[row] as number,
    scope: scopes[segment.scope[row] as number] as ReportKey['scope'],
  }
}
