import type { ReportEdition } from '@/domain/indicator'
import type { Cell } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { withText, type CellTexts } from './cellTexts'
import { cellOf, isMarked } from './column'
import { countSlots, reportSlots } from './reportedRows'
import { editions, scopes, type SegmentColumn, type ToldText } from './segment'
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

/** Where the rows of the cube are. */
export interface CubeIndex {
  /**
   * 1 + row number over all blocks, or 0 without a report. Index = slot, that is
   * (unit × years + year) × scopes + scope, by the cube's units and years.
   */
  readonly rows: Uint32Array
  /** First row number of each block, and the number of all rows at the end. */
  readonly starts: Uint32Array
}

/** What the latest source of a report that has running text says in it. */
export interface ToldReport extends ToldText {
  /** Id of the source. */
  readonly source: string
}

export interface CubeParts {
  readonly unitIndexes: ReadonlyMap<UnitId, number>
  readonly years: readonly number[]
  readonly blocks: readonly CubeBlock[]
  readonly index: CubeIndex
  readonly conflicts: readonly Conflict[]
  /** What the imports say under each correction that holds, by `correctionKey`. */
  readonly beneath: ReadonlyMap<string, Cell>
  /** By slot. */
  readonly told: ReadonlyMap<number, ToldReport>
  readonly texts: CellTexts
}

/** Rows of one block, and what number the asker gave to the report of each. */
export interface RowSelection {
  readonly block: CubeBlock
  readonly rows: Uint32Array
  readonly targets: Uint32Array
}

/** All current values: the fold of the active batches. */
export class Cube {
  /** Every unit that an active batch speaks of, in order of first appearance. */
  readonly units: readonly UnitId[]
  /** Every year that an active batch speaks of, ascending. */
  readonly years: readonly number[]
  readonly blocks: readonly CubeBlock[]
  readonly index: CubeIndex
  readonly conflicts: readonly Conflict[]
  /** What the texts of reports say, by slot. */
  readonly told: ReadonlyMap<number, ToldReport>
  /** The texts of cells that hold one. */
  readonly texts: CellTexts
  readonly #unitIndexes: ReadonlyMap<UnitId, number>
  readonly #beneath: ReadonlyMap<string, Cell>

  constructor(parts: CubeParts) {
    this.#unitIndexes = parts.unitIndexes
    this.units = [...parts.unitIndexes.keys()]
    this.years = parts.years
    this.blocks = parts.blocks
    this.index = parts.index
    this.conflicts = parts.conflicts
    this.told = parts.told
    this.texts = parts.texts
    this.#beneath = parts.beneath
  }

  /** Index of a unit in `units`, or -1. */
  unitIndex(unit: UnitId): number {
    return this.#unitIndexes.get(unit) ?? -1
  }

  /** Index of a report in `index.rows`, or -1 where there is no room for it. */
  slot({ unit, year, scope }: ReportKey): number {
    const unitIndex = this.unitIndex(unit)
    const yearIndex = this.years.indexOf(year)
    if (unitIndex < 0 || yearIndex < 0) return -1
    return (unitIndex * this.years.length + yearIndex) * scopes.length + scopes.indexOf(scope)
  }

  /** How many reports there are; rows of auxiliary or own figures alone are none. */
  get reports(): number {
    return countSlots(this)
  }

  /** Whether something is on record under the key: a report, or figures of no report. */
  has(key: ReportKey): boolean {
    return this.#find(key) !== null
  }

  /** Whether there is a report: see `reportSlots`. */
  hasReport(key: ReportKey): boolean {
    const slot = this.slot(key)
    return slot >= 0 && reportSlots(this)[slot] === 1
  }

  /** The current cell, or null without a report. An indicator that the report lacks is `absent`. */
  cellAt(key: ReportKey, indicator: string): CubeCell | null {
    const found = this.#find(key)
    if (found === null) return null
    const { block, row } = found
    const position = block.positions.get(indicator)
    if (position === undefined) return { cell: { kind: 'absent' }, corrected: false }
    const mark = position * block.rows + row
    return {
      cell: this.blockCell(block, position, row),
      corrected: isMarked(block.corrected, mark),
    }
  }

  /** The cell in a column (position) and a row of one of the blocks. */
  blockCell(block: CubeBlock, position: number, row: number): Cell {
    const column = block.columns[position] as SegmentColumn
    const cell = cellOf(column, row, isMarked(block.approximate, position * block.rows + row))
    return withText(cell, column.indicator, this.texts)
  }

  /** What the imports say, corrections by hand left aside; null without a report. */
  importedCellAt(key: ReportKey, indicator: string): Cell | null {
    const current = this.cellAt(key, indicator)
    if (current?.corrected !== true) return current?.cell ?? null
    return this.#beneath.get(correctionKey(key, indicator)) ?? null
  }

  /** The edition of a report, or null without one. */
  editionOf(key: ReportKey): ReportEdition | null {
    const found = this.hasReport(key) ? this.#find(key) : null
    return found === null ? null : (editions[found.block.edition[found.row] as number] ?? null)
  }

  /**
   * The reports in these slots by block, for plain loops over columns; a slot's place in the list
   * is its target. Slots below 0 and slots without a report are left out.
   */
  select(slots: Int32Array): RowSelection[] {
    const { starts, rows } = this.index
    const blockOfTarget = new Int32Array(slots.length).fill(-1)
    const counts = new Uint32Array(this.blocks.length)
    let block = 0
    for (let target = 0; target < slots.length; target++) {
      const slot = slots[target] as number
      if (slot < 0 || rows[slot] === 0) continue
      const row = (rows[slot] as number) - 1
      if (row < (starts[block] as number) || row >= (starts[block + 1] as number))
        block = blockOf(starts, row)
      blockOfTarget[target] = block
      counts[block] = (counts[block] as number) + 1
    }
    return this.#fill(slots, blockOfTarget, counts)
  }

  #fill(slots: Int32Array, blockOfTarget: Int32Array, counts: Uint32Array): RowSelection[] {
    const { starts, rows } = this.index
    const selections = this.blocks.map((block, number) => ({
      block,
      rows: new Uint32Array(counts[number] as number),
      targets: new Uint32Array(counts[number] as number),
    }))
    const filled = new Uint32Array(counts.length)
    for (let target = 0; target < slots.length; target++) {
      const number = blockOfTarget[target] as number
      const selection = selections[number]
      if (selection === undefined) continue
      const place = filled[number] as number
      selection.rows[place] =
        (rows[slots[target] as number] as number) - 1 - (starts[number] as number)
      selection.targets[place] = target
      filled[number] = place + 1
    }
    return selections.filter((selection) => selection.rows.length > 0)
  }

  #find(key: ReportKey): { block: CubeBlock; row: number } | null {
    const { rows, starts } = this.index
    const slot = this.slot(key)
    if (slot < 0 || rows[slot] === 0) return null
    const row = (rows[slot] as number) - 1
    const number = blockOf(starts, row)
    return { block: this.blocks[number] as CubeBlock, row: row - (starts[number] as number) }
  }
}

/** First row number of each block when they are counted through, and the number of all rows. */
export function startsOf(blocks: readonly { readonly rows: number }[]): Uint32Array {
  const starts = new Uint32Array(blocks.length + 1)
  for (const [number, { rows }] of blocks.entries())
    starts[number + 1] = (starts[number] as number) + rows
  return starts
}

/** The block that a row number falls in. */
export function blockOf(starts: Uint32Array, row: number): number {
  let low = 0
  let high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= row) low = middle
    else high = middle - 1
  }
  return low
}

/** One text for a cell that corrections speak of. */
export function correctionKey(key: ReportKey, indicator: string): string {
  return JSON.stringify([key.unit, key.year, key.scope, indicator])
}
