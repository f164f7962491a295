import type { Cell } from '@/domain/report'
import { blockCode, blockState, blockValue, buildColumn, isMarked, widen } from './column'
import type { CubeBlock } from './cube'
import { decisions, missingStates, SEGMENT_ROWS, type Segment } from './segment'

/** Rows that can be laid over one another: a segment, or a block of a cube. */
export type RowSource = Pick<Segment, 'rows' | 'edition' | 'columns' | 'approximate' | 'decision'>

/** Which rows of a source go where; both lists have the same length. */
export interface RowTargets {
  readonly rows: Uint32Array
  readonly targets: Uint32Array
}

/** Keys of the merged rows. */
export interface RowKeys {
  readonly unit: Uint32Array
  readonly year: Uint16Array
  readonly scope: Uint8Array
}

interface OpenColumn {
  readonly block: Float64Array
  readonly approximate: Set<number>
  readonly corrected: Set<number>
}

const ABSENT = blockCode('absent')
const STATE_CODES = missingStates.map(blockCode)
const ABSENT_STATE = 1 + missingStates.indexOf('absent')
const TAKEN = decisions.indexOf('taken')
const REFUSED = decisions.indexOf('refused')
const CHOSEN = decisions.indexOf('chosen')

/**
 * Lays rows over one another, the oldest first, and makes one block of them: a later cell replaces
 * an earlier one, but a missing state replaces a number only where the user chose so; a refused or
 * absent cell replaces nothing. Holds `SEGMENT_ROWS` rows; used again after `close`.
 */
export class RowMerger {
  readonly #columns = new Map<string, OpenColumn>()
  readonly #edition = new Uint8Array(SEGMENT_ROWS)
  /** The column being laid, widened. */
  readonly #entries = new Float64Array(SEGMENT_ROWS)
  readonly #states = new Uint8Array(SEGMENT_ROWS)

  /** Lays rows of one source over what is there. */
  lay(source: RowSource, rows: RowTargets): void {
    for (const [i, row] of rows.rows.entries()) {
      const edition = source.edition[row] as number
      if (edition !== 0) this.#edition[rows.targets[i] as number] = edition
    }
    for (const [position, column] of source.columns.entries()) {
      widen(column, this.#entries, this.#states)
      const open = this.#column(column.indicator)
      layColumn(open, source, position, rows, this.#entries, this.#states)
    }
  }

  /** Sets one cell by a correction, whatever is there. */
  correct(target: number, indicator: string, cell: Cell): void {
    const column = this.#column(indicator)
    column.block[target] = blockValue(cell)
    column.corrected.add(target)
    if (cell.kind === 'value' && cell.approximate) column.approximate.add(target)
    else column.approximate.delete(target)
  }

  /** The block of the first `keys.unit.length` targets. */
  close(keys: RowKeys): CubeBlock {
    const rows = keys.unit.length
    const open = [...this.#columns]
    const block: CubeBlock = {
      rows,
      ...keys,
      edition: this.#edition.slice(0, rows),
      columns: open.map(([indicator, column]) =>
        buildColumn(indicator, column.block.subarray(0, rows)),
      ),
      positions: new Map(open.map(([indicator], position) => [indicator, position])),
      approximate: marks(open, rows, (column) => column.approximate),
      corrected: marks(open, rows, (column) => column.corrected),
    }
    this.#edition.fill(0)
    for (const [, column] of open) {
      column.block.fill(ABSENT)
      column.approximate.clear()
      column.corrected.clear()
    }
    return block
  }

  #column(indicator: string): OpenColumn {
    const known = this.#columns.get(indicator)
    if (known !== undefined) return known
    const column = {
      block: new Float64Array(SEGMENT_ROWS).fill(ABSENT),
      approximate: new Set<number>(),
      corrected: new Set<number>(),
    }
    this.#columns.set(indicator, column)
    return column
  }
}

function layColumn(
  { block, approximate }: OpenColumn,
  { rows: sourceRows, decision, approximate: markedCells }: RowSource,
  position: number,
  { rows, targets }: RowTargets,
  entries: Float64Array,
  states: Uint8Array,
): void {
  const first = position * sourceRows
  const marked = markedCells.length > 0
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number
    const target = targets[i] as number
    const state = states[row] as number
    if (state === ABSENT_STATE) continue
    const decided = decision === null ? TAKEN : (decision[first + row] as number)
    if (decided === REFUSED) continue
    if (state === 0) block[target] = entries[row] as number
    else if (decided === CHOSEN || blockState(block[target] as number) !== 0)
      block[target] = STATE_CODES[state - 1] as number
    else continue
    if (state === 0 && marked && isMarked(markedCells, first + row)) approximate.add(target)
    else if (approximate.size > 0) approximate.delete(target)
  }
}

function marks(
  open: readonly (readonly [string, OpenColumn])[],
  rows: number,
  marked: (column: OpenColumn) => ReadonlySet<number>,
): Uint32Array {
  const cells = open.flatMap(([, column], position) =>
    [...marked(column)].map((target) => position * rows + target),
  )
  return Uint32Array.from(cells).sort()
}
