import type { PackedSegment } from '@/data/packSegment'
import { newerVersion, openDatabase, SCHEMA_VERSION, type Database } from './database'
import { isLostConnection, StorageFailure, toStorageFailure } from './failure'
import { dropReplies, keptIds, putReplies } from './keptReplies'
import { META, SETTINGS } from './names'
import { bytesOf, SegmentSets } from './segmentSets'
import {
  emptyMeta,
  wholeChange,
  type DraftRecord,
  type KeptReply,
  type Meta,
  type ReadingRecord,
  type Snapshot,
  type SourceRecord,
  type Store,
  type StoreChange,
  type StoreMode,
  type WholeChange,
} from './store'

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
  readonly #sets: SegmentSets
  readonly #options: DexieStoreOptions
  #superseded = false

  constructor(database: Database, options: DexieStoreOptions) {
    this.#database = database
    this.#sets = new SegmentSets(database)
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
      else await this.#sets.sweep()
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
    return this.#retrying(() => this.#sets.read(set))
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

  async apply(change: StoreChange, from: number, meanwhile?: () => void): Promise<void> {
    this.#assertWritable()
    const whole = wholeChange(change)
    const bytes = bytesOf(whole.putSegments)
    await this.#assertRoom(bytes, whole.putSources)
    const ahead = bytes > (this.#options.oneTransaction ?? ONE_TRANSACTION)
    await this.#retrying(async () => {
      try {
        if (ahead) await this.#sets.writeAhead(whole.putSegments)
        await this.#write(whole, from, { ahead, meanwhile })
      } catch (thrown) {
        if (ahead) await this.#sets.sweep()
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

  keptIds(program: string, sequence: number): Promise<string[]> {
    return this.#retrying(() => keptIds(this.#database, program, sequence))
  }

  async keepReplies(
    program: string,
    sequence: number,
    replies: readonly KeptReply[],
  ): Promise<void> {
    this.#assertWritable()
    await this.#retrying(() => putReplies(this.#database, program, sequence, replies))
  }

  close(): void {
    this.#database.dexie.close({ disableAutoOpen: true })
  }

  async #write(
    change: WholeChange,
    from: number,
    { ahead, meanwhile }: { readonly ahead: boolean; readonly meanwhile: (() => void) | undefined },
  ): Promise<void> {
    const { dexie, batches, segments, sources, units, dispositions, settings } = this.#database
    const { mappings, readings } = this.#database
    const tables = [batches, segments, sources, units, dispositions, settings, mappings, readings]
    await dexie.transaction('rw', tables, async () => {
      if ((await this.#meta()).sequence !== from) throw new StorageFailure('stale')
      await dropReplies(this.#database)
      if (change.replace) await this.#clear()
      for (const id of change.removeBatches) await this.#removeBatch(id)
      for (const { set, segments: packed } of change.putSegments) {
        if (ahead) await this.#sets.confirm(set, packed)
        else await this.#sets.add(set, packed)
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
      // A task of its own: the transaction is closed before it.
      if (meanwhile !== undefined) setTimeout(meanwhile)
    })
  }

  /** All but the drafts, the dispositions, and sets that are being written ahead. */
  async #clear(): Promise<void> {
    const { batches, sources, units, mappings, readings, settings } = this.#database
    for (const { set } of await batches.toArray()) await this.#sets.remove(set)
    const tables = [batches, sources, units, mappings, readings]
    for (const table of tables) await table.clear()
    await settings.bulkDelete([META, SETTINGS])
  }

  async #removeBatch(id: number): Promise<void> {
    const record = await this.#database.batches.get(id)
    if (record === undefined) return
    await this.#sets.remove(record.set)
    await this.#database.batches.delete(id)
    await this.#database.readings.delete(id)
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
