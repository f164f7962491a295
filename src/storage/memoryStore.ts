import type { PackedSegment } from '@/data/packSegment'
import type { RememberedMapping } from '@/data/rememberedMapping'
import { StorageFailure } from './failure'
import {
  emptyMeta,
  wholeChange,
  type BatchRecord,
  type DispositionRecord,
  type DraftRecord,
  type Meta,
  type ReadingRecord,
  type Snapshot,
  type SourceRecord,
  type Store,
  type StoreChange,
  type UnitRecord,
} from './store'

/** A store for as long as the page is open, where IndexedDB cannot be used; `reason` says why. */
export function createMemoryStore(reason: string): Store {
  return new MemoryStore(reason)
}

class MemoryStore implements Store {
  readonly mode
  #meta: Meta = emptyMeta
  #settings: unknown = null
  #draft: DraftRecord | null = null
  readonly #batches = new Map<number, BatchRecord>()
  readonly #segments = new Map<number, readonly PackedSegment[]>()
  readonly #sources = new Map<string, SourceRecord>()
  readonly #units = new Map<string, UnitRecord>()
  readonly #dispositions = new Map<string, DispositionRecord>()
  readonly #mappings = new Map<string, RememberedMapping>()
  readonly #readings = new Map<number, ReadingRecord>()

  constructor(reason: string) {
    this.mode = { kind: 'memory', reason } as const
  }

  snapshot(): Promise<Snapshot> {
    const batches = [...this.#batches.values()].sort((a, b) => a.id - b.id)
    const units = [...this.#units.values()]
    const dispositions = [...this.#dispositions.values()]
    const [meta, settings] = [this.#meta, this.#settings]
    const mappings = [...this.#mappings.values()]
    return Promise.resolve({ meta, batches, units, dispositions, mappings, settings })
  }

  segments(set: number): Promise<PackedSegment[]> {
    return Promise.resolve([...(this.#segments.get(set) ?? [])])
  }

  source(id: string): Promise<SourceRecord | undefined> {
    return Promise.resolve(this.#sources.get(id))
  }

  sourceIds(): Promise<string[]> {
    return Promise.resolve([...this.#sources.keys()])
  }

  reading(batch: number): Promise<ReadingRecord | undefined> {
    return Promise.resolve(this.#readings.get(batch))
  }

  async apply(change: StoreChange, from: number): Promise<void> {
    const whole = wholeChange(change)
    const sources = await Promise.all(whole.putSources.map(copied))
    if (this.#meta.sequence !== from) throw new StorageFailure('stale')
    if (whole.replace) this.#clear()
    for (const id of whole.removeBatches) {
      const record = this.#batches.get(id)
      if (record !== undefined) this.#segments.delete(record.set)
      this.#batches.delete(id)
      this.#readings.delete(id)
    }
    for (const { set, segments } of whole.putSegments) this.#segments.set(set, segments)
    replaceIn(this.#batches, whole.putBatches, [])
    replaceIn(this.#sources, sources, whole.removeSources)
    replaceIn(this.#units, whole.putUnits, whole.removeUnits)
    replaceIn(this.#dispositions, whole.putDispositions, whole.removeDispositions)
    replaceIn(this.#mappings, whole.putMappings, whole.removeMappings)
    replaceIn(this.#readings, whole.putReadings, [])
    if (whole.settings !== undefined) this.#settings = whole.settings
    this.#meta = change.meta
  }

  saveDraft(draft: DraftRecord): Promise<void> {
    this.#draft = draft
    return Promise.resolve()
  }

  saveDecisions(decisions: string): Promise<void> {
    if (this.#draft !== null) this.#draft = { ...this.#draft, decisions }
    return Promise.resolve()
  }

  loadDraft(): Promise<DraftRecord | null> {
    return Promise.resolve(this.#draft)
  }

  clearDraft(): Promise<void> {
    this.#draft = null
    return Promise.resolve()
  }

  /** There is no next opening. */
  keptIds(): Promise<string[]> {
    return Promise.resolve([])
  }

  keepReplies(): Promise<void> {
    return Promise.resolve()
  }

  close(): void {
    this.#clear()
    this.#dispositions.clear()
  }

  #clear(): void {
    this.#batches.clear()
    this.#segments.clear()
    this.#sources.clear()
    this.#units.clear()
    this.#mappings.clear()
    this.#readings.clear()
    this.#settings = null
  }
}

function replaceIn<Id, Kept extends { readonly id: Id }>(
  records: Map<Id, Kept>,
  put: readonly Kept[],
  remove: readonly Id[],
): void {
  for (const id of remove) records.delete(id)
  for (const record of put) records.set(record.id, record)
}

/** A file of the disk stays readable only as long as it is there and unchanged. */
async function copied(source: SourceRecord): Promise<SourceRecord> {
  return { ...source, content: new Blob([await source.content.arrayBuffer()]) }
}
