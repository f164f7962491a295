import { Dexie } from 'dexie'
import type { PackedSegment } from '@/data/packSegment'
import { newerVersion, openDatabase, SCHEMA_VERSION, type Database } from './database'
import { isLostConnection, StorageFailure, toStorageFailure } from './failure'
import {
  emptyMeta,
  wholeChange,
  type DraftRecord,
  type Meta,
  type ReadingRecord,
  type SegmentSet,
  type Snapshot,
  type SourceRecord,
  type Store,
  type StoreChange,
  type StoreMode,
  type WholeChange,
} from './store'

const META = 'meta'
const SETTINGS = 'settings'
/** Marks a set of segments that is being written ahead of its batch; the set's number follows. */
const WRITING = 'writing:'
/** Bytes of segments that go into one transaction; what is more is written ahead, in steps. */
const ONE_TRANSACTION = 32 * 2 ** 20

export interface DexieStoreOptions {
  /** A newer version of the program, in another tab, took the database over. */
  readonly onSuperseded: () => void
  /** Bytes still to be had, or null if that is not known. */
  readonly available: () => Promise<number | null>
  /** For tests: bytes of segments above which they are written ahead. */
  readonly oneTransaction?: number
}

/** Opens the database and sweeps what an interrupted import left. Rejects with a `StorageFailure`. */
export async function openDexieStore(
  database: Database,
  options: DexieStoreOptions,
): Promise<Store> {
  const store = new DexieStore(database, options)
  await store.open()
  return store
}

class DexieStore implements Store {
  mode: StoreMode = { kind: 'lasting' }
  readonly #database: Database
  readonly #options: DexieStoreOptions
  #superseded = false

  constructor(database: Database, options: DexieStoreOptions) {
    this.#database = database
    this.#options = options
  }

  async open(): Promise<void> {
    const { dexie } = this.#database
    dexie.on('versionchange', () => {
      // Dexie would open again, with the schema of old, at the next call.
      dexie.close({ disableAutoOpen: true })
      this.#superseded = true
      this.#options.onSuperseded()
      return false
    })
    try {
      await openDatabase(this.#database)
      const stored = newerVersion(this.#database)
      if (stored !== null) this.mode = { kind: 'newerVersion', stored, known: SCHEMA_VERSION }
      else await this.#sweep()
    } catch (thrown) {
      throw toStorageFailure(thrown)
    }
  }

  snapshot(): Promise<Snapshot> {
    const { dexie, batches, units, dispositions, mappings, settings } = this.#database
    return this.#retrying(() =>
      dexie.transaction('r', [batches, units, dispositions, mappings, settings], async () => {
        // All are asked for before the first is there: opening would wait for each in turn.
        const [meta, ofBatches, ofUnits, ofDispositions, ofMappings, own] = await Promise.all([
          this.#meta(),
          batches.orderBy('id').toArray(),
          units.toArray(),
          dispositions.toArray(),
          mappings.toArray(),
          settings.get(SETTINGS),
        ])
        return {
          meta,
          batches: ofBatches,
          units: ofUnits,
          dispositions: ofDispositions,
          mappings: ofMappings,
          settings: own?.value ?? null,
        }
      }),
    )
  }

  segments(set: number): Promise<PackedSegment[]> {
    return this.#retrying(async () => {
      const records = await this.#ofSet(set).toArray()
      return records.map(({ header, buffer }) => ({ header, buffer }))
    })
  }

  source(id: string): Promise<SourceRecord | undefined> {
    return this.#retrying(() => this.#database.sources.get(id))
  }

  sourceIds(): Promise<string[]> {
    return this.#retrying(() => this.#database.sources.toCollection().primaryKeys())
  }

  reading(batch: number): Promise<ReadingRecord | undefined> {
    return this.#retrying(() => this.#database.readings.get(batch))
  }

  async apply(change: StoreChange, from: number): Promise<void> {
    this.#assertWritable()
    const whole = wholeChange(change)
    const bytes = bytesOf(whole.putSegments)
    await this.#assertRoom(bytes, whole.putSources)
    const ahead = bytes > (this.#options.oneTransaction ?? ONE_TRANSACTION)
    await this.#retrying(async () => {
      try {
        if (ahead) await this.#writeAhead(whole.putSegments)
        await this.#write(whole, from, ahead)
      } catch (thrown) {
        if (ahead) await this.#sweep()
        throw thrown
      }
    })
  }

  async saveDraft({ head, decisions, segments, contents, readings }: DraftRecord): Promise<void> {
    this.#assertWritable()
    const { dexie, drafts } = this.#database
    await this.#retrying(() =>
      dexie.transaction('rw', drafts, async () => {
        await drafts.clear()
        await drafts.bulkAdd([
          { id: 'head', part: head },
          ...(decisions === null ? [] : [{ id: 'decisions', part: decisions }]),
          ...segments.map((part, file) => ({ id: `segments:${file}`, part })),
          ...contents.map((part, file) => ({ id: `content:${file}`, part })),
          ...readings.flatMap((part, file) =>
            part === null ? [] : [{ id: `reading:${file}`, part }],
          ),
        ])
      }),
    )
  }

  async saveDecisions(decisions: string): Promise<void> {
    this.#assertWritable()
    await this.#retrying(() => this.#database.drafts.put({ id: 'decisions', part: decisions }))
  }

  loadDraft(): Promise<DraftRecord | null> {
    return this.#retrying(async () => {
      const parts = await this.#database.drafts.toArray()
      const byId = new Map(parts.map(({ id, part }) => [id, part]))
      const head = byId.get('head')
      if (typeof head !== 'string') return null
      const segments: (readonly PackedSegment[])[] = []
      const contents: Blob[] = []
      const readings: (Blob | null)[] = []
      for (let file = 0; byId.has(`content:${file}`); file++) {
        const content = byId.get(`content:${file}`)
        const packed = byId.get(`segments:${file}`)
        if (!(content instanceof Blob) || !Array.isArray(packed)) return null
        contents.push(content)
        segments.push(packed)
        const reading = byId.get(`reading:${file}`)
        readings.push(reading instanceof Blob ? reading : null)
      }
      const decisions = byId.get('decisions')
      return {
        head,
        decisions: typeof decisions === 'string' ? decisions : null,
        segments,
        contents,
        readings,
      }
    })
  }

  clearDraft(): Promise<void> {
    if (this.mode.kind !== 'lasting') return Promise.resolve()
    return this.#retrying(() => this.#database.drafts.clear())
  }

  close(): void {
    this.#database.dexie.close({ disableAutoOpen: true })
  }

  async #write(change: WholeChange, from: number, ahead: boolean): Promise<void> {
    const { dexie, batches, segments, sources, units, dispositions, settings } = this.#database
    const { mappings, readings } = this.#database
    const tables = [batches, segments, sources, units, dispositions, settings, mappings, readings]
    await dexie.transaction('rw', tables, async () => {
      if ((await this.#meta()).sequence !== from) throw new StorageFailure('stale')
      if (change.replace) await this.#clear()
      for (const id of change.removeBatches) await this.#removeBatch(id)
      for (const { set, segments: packed } of change.putSegments) {
        if (ahead) await this.#assertWhole(set, packed.length)
        else await segments.bulkAdd(packed.map((segment, index) => ({ ...segment, set, index })))
      }
      await batches.bulkPut(change.putBatches)
      await sources.bulkDelete([...change.removeSources])
      await sources.bulkPut(change.putSources)
      await units.bulkDelete([...change.removeUnits])
      await units.bulkPut(change.putUnits)
      await dispositions.bulkDelete([...change.removeDispositions])
      await dispositions.bulkPut(change.putDispositions)
      await mappings.bulkDelete([...change.removeMappings])
      await mappings.bulkPut(change.putMappings)
      await readings.bulkPut(change.putReadings)
      if (change.settings !== undefined)
        await settings.put({ key: SETTINGS, value: change.settings })
      await settings.put({ key: META, value: change.meta })
    })
  }

  /** All but the drafts, the dispositions, and sets that are being written ahead. */
  async #clear(): Promise<void> {
    const { batches, sources, units, mappings, readings, settings } = this.#database
    for (const { set } of await batches.toArray()) await this.#ofSet(set).delete()
    const tables = [batches, sources, units, mappings, readings]
    for (const table of tables) await table.clear()
    await settings.bulkDelete([META, SETTINGS])
  }

  async #removeBatch(id: number): Promise<void> {
    const record = await this.#database.batches.get(id)
    if (record === undefined) return
    await this.#ofSet(record.set).delete()
    await this.#database.batches.delete(id)
    await this.#database.readings.delete(id)
  }

  /** Writes segments in steps before their batch; the marker tells what to sweep after a crash. */
  async #writeAhead(sets: readonly SegmentSet[]): Promise<void> {
    const { segments, settings } = this.#database
    for (const { set, segments: packed } of sets) {
      await settings.put({ key: WRITING + String(set), value: set })
      for (let start = 0; start < packed.length; start += AHEAD_STEP) {
        const step = packed.slice(start, start + AHEAD_STEP)
        await segments.bulkPut(step.map((segment, i) => ({ ...segment, set, index: start + i })))
      }
    }
  }

  /** Another tab may have taken an import for an interrupted one and swept it. */
  async #assertWhole(set: number, count: number): Promise<void> {
    if ((await this.#ofSet(set).count()) !== count) throw new StorageFailure('stale')
    await this.#database.settings.delete(WRITING + String(set))
  }

  /** Removes segments that were written ahead of a batch that never came. */
  async #sweep(): Promise<void> {
    const { dexie, segments, settings } = this.#database
    const marked = () => settings.where('key').startsWith(WRITING)
    // A writing transaction would wait for the disk at every start.
    if ((await marked().count()) === 0) return
    await dexie.transaction('rw', segments, settings, async () => {
      const markers = await marked().toArray()
      for (const { key, value } of markers) {
        if (typeof value === 'number') await this.#ofSet(value).delete()
        await settings.delete(key)
      }
    })
  }

  #ofSet(set: number) {
    const { segments } = this.#database
    return segments.where('[set+index]').between([set, Dexie.minKey], [set, Dexie.maxKey])
  }

  async #meta(): Promise<Meta> {
    const record = await this.#database.settings.get(META)
    return record === undefined ? emptyMeta : (record.value as Meta)
  }

  #assertWritable(): void {
    if (this.#superseded || this.mode.kind !== 'lasting') throw new StorageFailure('read-only')
  }

  /** A full disk tells itself late and in the middle; better to say it before. */
  async #assertRoom(segmentBytes: number, sources: readonly SourceRecord[]): Promise<void> {
    const available = await this.#options.available()
    const needed = sources.reduce((sum, { size }) => sum + size, segmentBytes)
    if (available !== null && available < needed)
      throw new StorageFailure('quota-exceeded', new Error(`${available} of ${needed} bytes left`))
  }

  /** Browsers drop connections of pages in the background: open once more, then give up. */
  async #retrying<T>(step: () => PromiseLike<T>): Promise<T> {
    try {
      return await step()
    } catch (thrown) {
      if (this.#superseded) throw new StorageFailure('read-only')
      if (!isLostConnection(thrown)) throw toStorageFailure(thrown)
    }
    try {
      this.#database.dexie.close({ disableAutoOpen: false })
      await this.#database.dexie.open()
      return await step()
    } catch (thrown) {
      throw toStorageFailure(thrown)
    }
  }
}

/** Segments a transaction when they are written ahead. */
const AHEAD_STEP = 32

function bytesOf(sets: readonly SegmentSet[]): number {
  let bytes = 0
  for (const { segments } of sets)
    for (const { header, buffer } of segments) bytes += buffer.byteLength + header.length
  return bytes
}
