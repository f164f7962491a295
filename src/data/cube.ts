import type { Cell } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { cellOf, isMarked } from './column'
import { scopes, type SegmentColumn } from './segment'
import type { Correction, ReportKey } from './batch'

/**
 * Reports of the cube by columns: a segment used in place, or rows that several batches made
 * together. Only rows that the cube's index points to count.
 */
export interface CubeBlock {
  readonly rows: number
  /** Index in the cube's `units`. */
  readonly unit: Uint32Array
  readonly year: Uint16Array
  /** Index in `scopes`. */
  readonly scope: Uint8Array
  /** Index in `editions`. */
  readonly edition: Uint8Array
  readonly columns: readonly SegmentColumn[]
  /** Position of an indicator in `columns`. */
  readonly positions: ReadonlyMap<string, number>
  /** Cells (position × rows + row, ascending) marked 约. */
  readonly approximate: Uint32Array
  /** Cells (the same) that a correction by hand decided. */
  readonly corrected: Uint32Array
}

/** A correction that no longer holds: the imports beneath say something else than it expected. */
export interface Conflict {
  readonly batch: number
  readonly correction: Correction
  /** What the imports say now. */
  readonly found: Cell
}

/** A current cell, and whether a correction by hand decided it. */
export interface CubeCell {
  readonly cell: Cell
  readonly corrected: boolean
}

/** Where the rows of the cube are: 1 + row number over all blocks, 0 where there is no report. */
export interface CubeIndex {
  /** Index = (unit × years + year) × scopes + scope, by the cube's units and years. */
  readonly rows: Uint32Array
  /** First row number of each block. */
  readonly starts: Uint32Array
}

/** All current values: the fold of the active batches. */
export class Cube {
  /** Every unit that has a report, in order of first appearance. */
  readonly units: readonly UnitId[]
  /** Every year that has a report, ascending. */
  readonly years: readonly number[]
  readonly reports: number
  readonly blocks: readonly CubeBlock[]
  readonly index: CubeIndex
  readonly conflicts: readonly Conflict[]
  readonly #unitIndexes: ReadonlyMap<UnitId, number>
  readonly #beneath: ReadonlyMap<string, Cell>

  constructor(parts: {
    readonly unitIndexes: ReadonlyMap<UnitId, number>
    readonly years: readonly number[]
    readonly reports: number
    readonly blocks: readonly CubeBlock[]
    readonly index: CubeIndex
    readonly conflicts: readonly Conflict[]
    /** What the imports say under each correction that holds, by `correctionKey`. */
    readonly beneath: ReadonlyMap<string, Cell>
  }) {
    this.#unitIndexes = parts.unitIndexes
    this.units = [...parts.unitIndexes.keys()]
    this.years = parts.years
    this.reports = parts.reports
    this.blocks = parts.blocks
    this.index = parts.index
    this.conflicts = parts.conflicts
    this.#beneath = parts.beneath
  }

  /** Index of a unit in `units`, or -1. */
  unitIndex(unit: UnitId): number {
    return this.#unitIndexes.get(unit) ?? -1
  }

  /** Index of a year in `years`, or -1. */
  yearIndex(year: number): number {
    return this.years.indexOf(year)
  }

  /** 1 + row number over all blocks of a report, or 0; arguments as `unitIndex`, `yearIndex`, `scopes` give them. */
  rowNumber(unit: number, year: number, scope: number): number {
    if (unit < 0 || year < 0) return 0
    return this.index.rows[(unit * this.years.length + year) * scopes.length + scope] as number
  }

  /** Whether there is a report. */
  has(key: ReportKey): boolean {
    return this.#find(key) !== null
  }

  /** The current cell, or null without a report. An indicator that the report lacks is `absent`. */
  cellAt(key: ReportKey, indicator: string): CubeCell | null {
    const found = this.#find(key)
    if (found === null) return null
    const { block, row } = found
    const position = block.positions.get(indicator)
    if (position === undefined) return { cell: { kind: 'absent' }, corrected: false }
    const mark = position * block.rows + row
    const column = block.columns[position] as SegmentColumn
    return {
      cell: cellOf(column, row, isMarked(block.approximate, mark)),
      corrected: isMarked(block.corrected, mark),
    }
  }

  /** What the imports say, corrections by hand left aside; null without a report. */
  importedCellAt(key: ReportKey, indicator: string): Cell | null {
    const current = this.cellAt(key, indicator)
    if (current?.corrected !== true) return current?.cell ?? null
    return this.#beneath.get(correctionKey(key, indicator)) ?? null
  }

  #find(key: ReportKey): { block: CubeBlock; row: number } | null {
    const number = this.rowNumber(
      this.unitIndex(key.unit),
      this.yearIndex(key.year),
      scopes.indexOf(key.scope),
    )
    return number === 0 ? null : this.#locate(number - 1)
  }

  #locate(number: number): { block: CubeBlock; row: number } {
    const { starts } = this.index
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= number) low = middle
      else high = middle - 1
    }
    return { block: this.blocks[low] as CubeBlock, row: number - (starts[low] as number) }
  }
}

/** One text for a cell that corrections speak of. */
export function correctionKey(key: ReportKey, indicator: string): string {
  return JSON.stringify([key.unit, key.year, key.scope, indicator])
}
