import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { PackedSegment } from '@/data/packSegment'
import type { RememberedMapping } from '@/data/rememberedMapping'
import { isLostConnection } from './failure'
import type {
  BatchRecord,
  DispositionRecord,
  ReadingRecord,
  SourceRecord,
  UnitRecord,
} from './store'

/** The version of the schema that this program writes. */
export const SCHEMA_VERSION = 3

/** A segment of a set, or several that follow each other; `index` is the place of the first. */
export type SegmentRecord = (PackedSegment | SegmentBlob) & {
  readonly set: number
  readonly index: number
}

/** The buffers of several segments, one after the other in one blob. */
export interface SegmentBlob {
  readonly headers: readonly string[]
  /** Bytes of each. */
  readonly lengths: readonly number[]
  readonly content: Blob
}

export interface SettingRecord {
  readonly key: string
  readonly value: unknown
}

export interface DraftPart {
  readonly id: string
  readonly part: string | readonly PackedSegment[] | Blob
}

/** The tables, typed. A released version is never edited: a change of shape is a new version. */
export interface Database {
  readonly dexie: Dexie
  readonly batches: Table<BatchRecord, number>
  readonly segments: Table<SegmentRecord, [number, number]>
  readonly sources: Table<SourceRecord, string>
  readonly units: Table<UnitRecord, string>
  readonly dispositions: Table<DispositionRecord, string>
  readonly mappings: Table<RememberedMapping, string>
  readonly readings: Table<ReadingRecord, number>
  readonly settings: Table<SettingRecord, string>
  readonly drafts: Table<DraftPart, string>
}

/** Where IndexedDB is not the global one. */
export type IndexedDb = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>

/** The tables of the database; nothing is opened yet. */
export function describeDatabase(name: string, indexedDb: IndexedDb = {}): Database {
  const dexie = new Dexie(name, {
    ...indexedDb,
    autoOpen: false,
    // The default of Chromium acknowledges a commit before it is on the disk.
    chromeTransactionDurability: 'strict',
  })
  dexie.version(1).stores({
    batches: 'id',
    segments: '[set+index]',
    sources: 'id',
    units: 'id',
    settings: 'key',
    drafts: 'id',
    mappings: 'id',
    dispositions: 'id',
    views: 'id',
    scripts: 'id',
    questions: 'id',
  })
  dexie.version(2).stores({ readings: 'id' })
  // Segments may stand in blobs, which a program of before does not know.
  dexie.version(3).stores({})
  return {
    dexie,
    batches: dexie.table('batches'),
    segments: dexie.table('segments'),
    sources: dexie.table('sources'),
    units: dexie.table('units'),
    dispositions: dexie.table('dispositions'),
    mappings: dexie.table('mappings'),
    readings: dexie.table('readings'),
    settings: dexie.table('settings'),
    drafts: dexie.table('drafts'),
  }
}

/** Opens the database, once more if the browser lost the connection while it did. */
export async function openDatabase({ dexie }: Database): Promise<void> {
  try {
    await dexie.open()
  } catch (thrown) {
    if (!isLostConnection(thrown)) throw thrown
    dexie.close({ disableAutoOpen: false })
    await dexie.open()
  }
}

/** The stored version of the schema if it is above `SCHEMA_VERSION`, else null. */
export function newerVersion({ dexie }: Database): number | null {
  // Dexie multiplies versions by ten and counts repairs of its own within the ten.
  const stored = Math.floor(dexie.backendDB().version / 10)
  return stored > SCHEMA_VERSION ? stored : null
}
