import { ArrayRoom, padded } from '@/data/arrayRoom'
import { blockCode, blockState, blockValue, buildCounted, columnBytes, STATES } from '@/data/column'
import { editions, scopes, SEGMENT_ROWS, type Segment, type SegmentColumn } from '@/data/segment'
import { printsBack } from '@/data/segmentBuilder'
import { isInEdition } from '@/domain/catalogue'
import type { Cell } from '@/domain/report'
import { keptText } from '../recognisers/figureCell'
import type { FigureColumn } from '../recognisers/mapColumns'
import type { ReportHead } from '../recognisers/reportKeys'

/** Rows gathered before they are turned into columns; a few hundred KB, so that they stay in cache. */
const GATHERED = 128

/** A single digit is written into `gathered` without a look at `highest`. */
const HIGHEST_DIGIT = 9

/** Room of a column; a power of two would make all columns share the same lines of the cache. */
const STRIDE = SEGMENT_ROWS + 24

interface OddCell {
  readonly column: number
  readonly row: number
  readonly text: string | null
  readonly approximate: boolean
}

/**
 * One segment while it is being scanned. Figures of a row are written into `gathered` from `base`
 * on, one after the other, in the codes of `buildColumn`.
 */
export class ScanBlock {
  readonly #figures: readonly FigureColumn[]
  /** Figures of a row in `gathered`, a multiple of four: as many are spread at once. */
  readonly #width: number
  readonly #columns: Float64Array
  /** The code of an empty cell, an edition and a column. */
  readonly #empty: readonly Float64Array[]
  readonly gathered: Float64Array
  /** By column: no number so far is above it; Infinity where one is no whole number from 0. */
  readonly highest: Float64Array
  /** Cells of the closed segments, as `countStates` counts them. */
  readonly byState = new Float64Array(STATES)
  readonly #unit = new Uint16Array(SEGMENT_ROWS)
  readonly #year = new Uint16Array(SEGMENT_ROWS)
  readonly #scope = new Uint8Array(SEGMENT_ROWS)
  readonly #edition = new Uint8Array(SEGMENT_ROWS)
  readonly #row = new Uint32Array(SEGMENT_ROWS)
  readonly #unitIndex = new Map<string, number>()
  #odd: OddCell[] = []
  #gatheredRows = 0
  rows = 0

  constructor(figures: readonly FigureColumn[]) {
    this.#figures = figures
    this.#width = Math.ceil(figures.length / 4) * 4
    this.#columns = new Float64Array(this.#width * STRIDE)
    this.gathered = new Float64Array(this.#width * GATHERED)
    this.highest = new Float64Array(figures.length).fill(HIGHEST_DIGIT)
    this.#empty = editions.map((edition) =>
      Float64Array.from(figures, ({ indicator }) =>
        blockCode(isInEdition(indicator, edition) ? 'blank' : 'absent'),
      ),
    )
  }

  get isFull(): boolean {
    return this.rows === SEGMENT_ROWS
  }

  /** Begins a report; gives where its figures are to be written in `gathered`. */
  start(head: ReportHead, sourceRow: number): number {
    if (this.#gatheredRows === GATHERED) this.#spread()
    const row = this.rows++
    let unit = this.#unitIndex.get(head.unit)
    if (unit === undefined) {
      unit = this.#unitIndex.size
      this.#unitIndex.set(head.unit, unit)
    }
    this.#unit[row] = unit
    this.#year[row] = head.year
    this.#scope[row] = scopes.indexOf(head.scope)
    this.#edition[row] = editions.indexOf(head.edition)
    this.#row[row] = sourceRow
    return this.#gatheredRows++ * this.#width
  }

  /** What an empty cell stands for in each column of such a report. */
  emptyCodes(head: ReportHead): Float64Array {
    return this.#empty[editions.indexOf(head.edition)] as Float64Array
  }

  /** A cell of the report begun last, in the codes of `buildColumn`. */
  set(base: number, column: number, value: number): void {
    this.gathered[base + column] = value
    if (blockState(value) !== 0) return
    const whole = value >>> 0 === value ? value : Infinity
    if (whole > (this.highest[column] as number)) this.highest[column] = whole
  }

  /** A cell of the report begun last whose text says more than its number. */
  setOdd(base: number, column: number, cell: Cell, text: string): void {
    this.set(base, column, blockValue(cell))
    const approximate = cell.kind === 'value' && cell.approximate
    const kept = printsBack(cell, keptText(cell, text)) ? null : text
    if (approximate || kept !== null) {
      this.#odd.push({ column, row: this.rows - 1, text: kept, approximate })
    }
  }

  /** The segment, its source still to be named, as it is packed; then the block is empty again. */
  close(): Segment {
    this.#spread()
    const { rows } = this
    const odd = this.#odd.toSorted((a, b) => a.column - b.column || a.row - b.row)
    const cellOf = ({ column, row }: OddCell) => column * rows + row
    const approximate = odd.filter((cell) => cell.approximate).map(cellOf)
    const raw = odd.flatMap((cell) =>
      cell.text === null ? [] : [[cellOf(cell), cell.text] as const],
    )
    const room = this.#room(approximate.length, raw.length)
    const segment: Segment = {
      rows,
      units: [...this.#unitIndex.keys()],
      unit: filled(room.take(Uint16Array, rows), this.#unit),
      year: filled(room.take(Uint16Array, rows), this.#year),
      scope: filled(room.take(Uint8Array, rows), this.#scope),
      edition: filled(room.take(Uint8Array, rows), this.#edition),
      sources: [],
      tables: [],
      origin: {
        kind: 'rows',
        source: room.take(Uint16Array, rows),
        row: filled(room.take(Uint32Array, rows), this.#row),
        layouts: [this.#figures.map(({ index }) => index + 1)],
        layoutTables: [-1],
        layout: room.take(Uint16Array, rows),
      },
      approximate: filled(room.take(Uint32Array, approximate.length), approximate),
      raw: new Map(raw),
      decision: null,
      columns: this.#closeColumns(room, raw),
    }
    this.rows = 0
    this.highest.fill(HIGHEST_DIGIT)
    this.#odd = []
    this.#unitIndex.clear()
    return segment
  }

  /** Room for all arrays of the segment, in the order of `packSegment`. */
  #room(approximate: number, raw: number): ArrayRoom {
    const { rows } = this
    const heads = [2, 2, 1, 1, 2, 4, 2].map((bytes) => padded(bytes * rows))
    const lists = [approximate, raw].map((length) => padded(4 * length))
    const columns = Array.from(this.#figures, (_, column) =>
      columnBytes(rows, this.highest[column] as number),
    )
    const bytes = [...heads, ...lists, ...columns].reduce((sum, each) => sum + each, 0)
    return new ArrayRoom(new ArrayBuffer(bytes))
  }

  #closeColumns(room: ArrayRoom, raw: readonly (readonly [number, string])[]): SegmentColumn[] {
    filled(
      room.take(Uint32Array, raw.length),
      raw.map(([cell]) => cell),
    )
    return this.#figures.map(({ indicator }, column) => {
      const highest = this.highest[column] as number
      return buildCounted(indicator, this.#block(column), highest, this.byState, room)
    })
  }

  #block(column: number): Float64Array {
    return this.#columns.subarray(column * STRIDE, column * STRIDE + this.rows)
  }

  /** Turns the gathered rows into columns, four at a time: so a line of the cache is read once. */
  #spread(): void {
    const { gathered } = this
    const columns = this.#columns
    const width = this.#width
    const rows = this.#gatheredRows
    const first = this.rows - rows
    for (let column = 0; column < width; column += 4) {
      let to = column * STRIDE + first
      for (let from = column; from < rows * width; from += width) {
        columns[to] = gathered[from] as number
        columns[to + STRIDE] = gathered[from + 1] as number
        columns[to + 2 * STRIDE] = gathered[from + 2] as number
        columns[to + 3 * STRIDE] = gathered[from + 3] as number
        to++
      }
    }
    this.#gatheredRows = 0
  }
}

/** As many of the numbers as there is room for. */
function filled<T extends Uint8Array | Uint16Array | Uint32Array>(
  array: T,
  numbers: ArrayLike<number>,
): T {
  for (let index = 0; index < array.length; index++) array[index] = numbers[index] as number
  return array
}
