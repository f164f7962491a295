import type { BatchContent } from '@/data/batch'
import { batchHash } from '@/data/contentHash'
import type { Cube } from '@/data/cube'
import { foldBatches } from '@/data/fold'
import { unpackSegment, type PackedSegment } from '@/data/packSegment'
import type { Segment } from '@/data/segment'
import type { UnitRegistry } from '@/domain/unit'
import { setOwnMeasures } from '@/domain/ownMeasure'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { StorageFailure } from '@/storage/failure'
import { snapshotAfter } from '@/storage/snapshotAfter'
import {
  emptySnapshot,
  type BatchRecord,
  type Snapshot,
  type Store,
  type StoreChange,
} from '@/storage/store'
import { asSettings } from './settings'
import type { Surroundings } from './surroundings'

/** How often a change is prepared anew because another tab was faster. */
const ATTEMPTS = 8

/** A change to be written; the segments of its new batch need not be read again. */
export interface PreparedChange {
  readonly change: StoreChange
  readonly known?: KnownSegments
}

/** Segments that are in memory, by the set they are stored as. */
export interface KnownSegments {
  readonly set: number
  readonly segments: readonly Segment[]
}

/** What the store holds, in memory: the batches' contents, their fold, and all units. */
export class Holdings {
  readonly store: Store
  snapshot: Snapshot = emptySnapshot
  /** Of the active batches that are whole. */
  contents: readonly BatchContent[] = []
  cube: Cube = foldBatches([])
  registry: UnitRegistry = createUnitRegistry([])
  /** Changes with the data and with the user's own measures, and only with them. */
  dataVersion = '0'
  readonly #surroundings: Surroundings
  readonly #changed: () => void
  readonly #unchecked: BatchRecord[] = []
  /** Sets of segments that are not what was written. */
  readonly #damagedSets = new Set<number>()
  #segments: ReadonlyMap<number, readonly Segment[]> = new Map()
  #checkedBytes = 0
  #fold = ''
  #ahead: { readonly fold: string; readonly cube: Cube } | null = null
  #measures = '[]'
  #units = ''
  #queue: Promise<unknown> = Promise.resolve()

  /** Empty until `refresh`. `onChanged` is called after the data or the settings changed, here or in another tab. */
  constructor(store: Store, surroundings: Surroundings, onChanged: () => void) {
    this.store = store
    this.#surroundings = surroundings
    this.#changed = onChanged
  }

  /** Batches whose segments are not what was written; they are left out of the fold. */
  get damaged(): number[] {
    return this.snapshot.batches.filter(({ set }) => this.#damagedSets.has(set)).map(({ id }) => id)
  }

  /** Reads the store anew and folds what changed. */
  async refresh(): Promise<void> {
    await this.#refresh()
  }

  /** Reads the store anew after another tab's change to a later state than the one known. */
  async follow(sequence: number): Promise<void> {
    if (sequence <= this.snapshot.meta.sequence) return
    await this.#exclusively(() => this.#refresh())
    this.#changed()
  }

  /**
   * Prepares a change on the current state and writes it; where another tab was faster, once more
   * on the new state. Null as the prepared change: there is nothing to write. Returns what it wrote.
   */
  async change(
    prepare: () => PreparedChange | null | Promise<PreparedChange | null>,
  ): Promise<StoreChange | null> {
    const changed = await this.#exclusively(() =>
      this.#surroundings.locked(async () => {
        for (let attempt = 1; ; attempt++) {
          const prepared = await prepare()
          if (prepared === null) return null
          try {
            const { change, known } = prepared
            await this.store.apply(change, this.snapshot.meta.sequence, () => {
              this.#foldAhead(change, known)
            })
            await this.#take(snapshotAfter(this.snapshot, change), known)
            return change
          } catch (thrown) {
            const stale = thrown instanceof StorageFailure && thrown.fault === 'stale'
            if (!stale || attempt === ATTEMPTS) throw thrown
            await this.#refresh()
          }
        }
      }),
    )
    if (changed === null) return null
    this.#surroundings.tabs.tell(this.snapshot.meta.sequence)
    this.#changed()
    return changed
  }

  /** The segments of a batch as they are stored. */
  segmentsOf(record: BatchRecord): Promise<PackedSegment[]> {
    return this.store.segments(record.set)
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#queue
    const done = before.then(work)
    this.#queue = done.catch(() => undefined)
    return done
  }

  async #refresh(): Promise<void> {
    await this.#take(await this.store.snapshot())
  }

  async #take(snapshot: Snapshot, known?: KnownSegments): Promise<void> {
    const before = new Map(this.#segments)
    if (known !== undefined) before.set(known.set, known.segments)
    const active = snapshot.batches.filter(
      ({ batch, set }) => batch.active && !this.#damagedSets.has(set),
    )
    const loaded = await Promise.all(
      active.map(async (record) => before.get(record.set) ?? (await this.#load(record))),
    )
    const after = new Map<number, readonly Segment[]>()
    const contents: BatchContent[] = []
    for (const [index, { batch, corrections, set }] of active.entries()) {
      const segments = loaded[index] ?? null
      if (segments === null) continue
      after.set(set, segments)
      contents.push({ batch, segments, corrections })
    }
    this.snapshot = snapshot
    this.#segments = after
    this.#resolveUnits()
    const differ = this.#knowMeasures()
    this.#foldAnew(contents, differ)
    this.#checkLater()
  }

  /** Null, and noted as damaged, when the segments are not those that were written. */
  async #load(record: BatchRecord): Promise<readonly Segment[] | null> {
    const packed = await this.segmentsOf(record)
    const bytes = packed.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)
    const checkNow = this.#checkedBytes + bytes <= this.#surroundings.checkedAtOnce
    if (checkNow) this.#checkedBytes += bytes
    else this.#unchecked.push(record)
    const segments = isWhole(record, packed, checkNow) ? unpackAll(packed) : null
    if (segments === null) this.#damagedSets.add(record.set)
    return segments
  }

  /** Makes the user's own measures known; whether they are others than before. */
  #knowMeasures(): boolean {
    const { measures } = asSettings(this.snapshot.settings)
    setOwnMeasures(measures)
    const text = JSON.stringify(measures)
    const differ = text !== this.#measures
    this.#measures = text
    return differ
  }

  /** Folds a batch that is being written: the database takes as long to write it. */
  #foldAhead(change: StoreChange, known?: KnownSegments): void {
    const { meta, putBatches = [], removeBatches = [], replace } = change
    // A small one may be written and folded before its turn comes.
    if (this.snapshot.meta.sequence >= meta.sequence) return
    const [record] = putBatches
    if (record === undefined || record.set !== known?.set || putBatches.length > 1) return
    if (replace === true || removeBatches.length > 0) return
    const { batch, corrections } = record
    const contents = [...this.contents, { batch, segments: known.segments, corrections }]
    this.#ahead = { fold: foldName(contents), cube: foldBatches(contents) }
  }

  #foldAnew(contents: readonly BatchContent[], measuresDiffer = false): void {
    this.contents = contents
    const fold = foldName(contents)
    const ahead = this.#ahead
    this.#ahead = null
    if (fold === this.#fold && !measuresDiffer) return
    if (fold !== this.#fold) this.cube = ahead?.fold === fold ? ahead.cube : foldBatches(contents)
    this.#fold = fold
    this.dataVersion = `${this.snapshot.meta.sequence}.${contents.length}`
  }

  #resolveUnits(): void {
    const own = this.snapshot.units.map(({ unit }) => unit)
    const units = JSON.stringify(own)
    if (units === this.#units) return
    this.#units = units
    this.registry = createUnitRegistry(own)
  }

  /** Hashes of a big store are checked one batch at a time, when nothing else is to be done. */
  #checkLater(): void {
    const record = this.#unchecked.pop()
    if (record === undefined) return
    this.#surroundings.whenIdle(() => {
      void this.#exclusively(() => this.#check(record)).catch(() => undefined)
    })
  }

  async #check(record: BatchRecord): Promise<void> {
    const stored = this.snapshot.batches.some(
      ({ id, set }) => id === record.id && set === record.set,
    )
    if (stored && !isWhole(record, await this.segmentsOf(record), true)) {
      this.#damagedSets.add(record.set)
      this.#segments = new Map([...this.#segments].filter(([set]) => set !== record.set))
      this.#foldAnew(this.contents.filter(({ batch }) => batch.id !== record.id))
      this.#changed()
    }
    this.#checkLater()
  }
}

function isWhole(
  { batch, corrections }: BatchRecord,
  packed: readonly PackedSegment[],
  withHash: boolean,
): boolean {
  if (packed.length !== batch.segments) return false
  return !withHash || batchHash(packed, corrections) === batch.contentHash
}

/** Null where a header is no JSON, or speaks of more than there is. */
function unpackAll(packed: readonly PackedSegment[]): readonly Segment[] | null {
  try {
    return packed.map(unpackSegment)
  } catch {
    return null
  }
}

/** Which batches a fold is of. */
function foldName(contents: readonly BatchContent[]): string {
  return JSON.stringify(contents.map(({ batch }) => [batch.id, batch.contentHash]))
}
