import type { CubeBlock } from './cube'
import { RowMerger, type RowSource } from './mergeRows'
import { keyOfSlot } from './numberKeys'
import { SEGMENT_ROWS } from './segment'

/** Rows of one source that go into one merged block. */
interface RowList {
  readonly rows: number[]
  readonly targets: number[]
}

/** One merged block to be: which rows of which source lie where in it. */
type Pile = Map<number, RowList>

/**
 * Collects the rows that cannot be used where they are (several rows of one report, or a row with
 * refused cells), and merges them into blocks of their own.
 */
export class Overlaps {
  readonly #slots: number[] = []
  readonly #piles: Pile[] = []

  /** Makes a merged row for a report and returns its number. */
  open(slot: number): number {
    const target = this.#slots.push(slot) - 1
    if (target % SEGMENT_ROWS === 0) this.#piles.push(new Map())
    return target
  }

  /** Lays a row over what was laid there before. */
  add(target: number, source: number, row: number): void {
    const pile = this.#piles[Math.floor(target / SEGMENT_ROWS)] as Pile
    let list = pile.get(source)
    if (list === undefined) pile.set(source, (list = { rows: [], targets: [] }))
    list.rows.push(row)
    list.targets.push(target % SEGMENT_ROWS)
  }

  /** The slots of the merged rows, by number. */
  get slots(): readonly number[] {
    return this.#slots
  }

  /** The merged blocks, `SEGMENT_ROWS` rows each; `finish` is called before each is closed. */
  close(
    sources: readonly RowSource[],
    years: readonly number[],
    finish?: (merger: RowMerger, first: number) => void,
  ): CubeBlock[] {
    const merger = new RowMerger()
    return this.#piles.map((pile, number) => {
      const first = number * SEGMENT_ROWS
      for (const [source, list] of [...pile].sort(([a], [b]) => a - b))
        merger.lay(sources[source] as RowSource, {
          rows: Uint32Array.from(list.rows),
          targets: Uint32Array.from(list.targets),
        })
      finish?.(merger, first)
      const keys = this.#slots
        .slice(first, first + SEGMENT_ROWS)
        .map((slot) => keyOfSlot(slot, years))
      return merger.close({
        unit: Uint32Array.from(keys, (key) => key.unit),
        year: Uint16Array.from(keys, (key) => key.year),
        scope: Uint8Array.from(keys, (key) => key.scope),
      })
    })
  }
}
