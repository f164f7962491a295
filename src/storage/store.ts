import type { Batch, Correction } from '@/data/batch'
import type { Disposition } from '@/data/disposition'
import type { RememberedMapping } from '@/data/rememberedMapping'
import type { PackedSegment } from '@/data/packSegment'
import type { Unit } from '@/domain/unit'

/** A batch as it is stored. */
export interface BatchRecord {
  readonly id: number
  readonly batch: Batch
  readonly corrections: readonly Correction[]
  /** Which segments are its own: a number drawn at random, so that two tabs never share one. */
  readonly set: number
}

/** A file as it was given; the same bytes are kept once. */
export interface SourceRecord {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly id: string
  readonly name: string
  readonly path: string
  readonly size: number
  readonly content: Blob
  /** What was read in it, for whom that is slow to do again; an earlier program kept nothing. */
  readonly reading?: Blob
  /** What the user said that its bytes are to be read as. */
  readonly encoding?: string
  /** The same of the files inside an archive. */
  readonly encodings?: readonly { readonly file: string; readonly encoding: string }[]
}

/** A unit of the user's own, or of a sample. */
export interface UnitRecord {
  readonly id: string
  readonly unit: Unit
  readonly sample: boolean
}

/** The user's word on a finding; `id` names the report and the check. */
export interface DispositionRecord {
  readonly id: string
  readonly disposition: Disposition
  /** Said of a sample, and gone with it. */
  readonly sample: boolean
}

/** What was read for a batch, file by file, as its writer put it; asked for one batch at a time. */
export interface ReadingRecord {
  /** The batch. */
  readonly id: number
  readonly reading: unknown
}

export type SampleKind = 'none' | 'real' | 'fictional'

/** The state of the store as a whole. */
export interface Meta {
  /** Goes up with every change. */
  readonly sequence: number
  /** The id of the next batch; never given twice. */
  readonly nextBatch: number
  /** Batches and their reports together, held against what is found at start. */
  readonly batches: number
  readonly reports: number
  readonly sample: SampleKind
  readonly lastImportAt: number | null
  readonly lastBackupAt: number | null
}

export const emptyMeta: Meta = {
  sequence: 0,
  nextBatch: 1,
  batches: 0,
  reports: 0,
  sample: 'none',
  lastImportAt: null,
  lastBackupAt: null,
}

/** Everything but segments and sources. */
export interface Snapshot {
  readonly meta: Meta
  readonly batches: readonly BatchRecord[]
  readonly units: readonly UnitRecord[]
  readonly dispositions: readonly DispositionRecord[]
  readonly mappings: readonly RememberedMapping[]
  /** As they were saved, or null; for the reader to make sense of. */
  readonly settings: unknown
}

export const emptySnapshot: Snapshot = {
  meta: emptyMeta,
  batches: [],
  units: [],
  dispositions: [],
  mappings: [],
  settings: null,
}

/** A change of the store: all of it is written, or nothing. */
export interface StoreChange {
  /** What the store holds afterwards; its sequence is one above that of the state it starts from. */
  readonly meta: Meta
  /**
   * Everything stored is removed first, but for dispositions: they speak of figures, not of batches,
   * and hold again wherever the same figures are.
   */
  readonly replace?: boolean
  readonly putBatches?: readonly BatchRecord[]
  readonly removeBatches?: readonly number[]
  readonly putSegments?: readonly SegmentSet[]
  readonly putSources?: readonly SourceRecord[]
  readonly removeSources?: readonly string[]
  readonly putUnits?: readonly UnitRecord[]
  readonly removeUnits?: readonly string[]
  readonly putDispositions?: readonly DispositionRecord[]
  readonly removeDispositions?: readonly string[]
  readonly putMappings?: readonly RememberedMapping[]
  readonly removeMappings?: readonly string[]
  /** They go with their batches. */
  readonly putReadings?: readonly ReadingRecord[]
  readonly settings?: unknown
}

/** The parts of a change, each there. */
export type WholeChange = Required<StoreChange>

/** Fills in what a change leaves as it is; `settings` stays undefined where they are not touched. */
export function wholeChange(change: StoreChange): WholeChange {
  return { ...unchanged, ...change }
}

const unchanged = {
  replace: false,
  putBatches: [],
  removeBatches: [],
  putSegments: [],
  putSources: [],
  removeSources: [],
  putUnits: [],
  removeUnits: [],
  putDispositions: [],
  removeDispositions: [],
  putMappings: [],
  removeMappings: [],
  putReadings: [],
  settings: undefined,
} as const satisfies Omit<WholeChange, 'meta'>

export interface SegmentSet {
  readonly set: number
  readonly segments: readonly PackedSegment[]
}

/** A draft under review, as far as the store is concerned. */
export interface DraftRecord {
  /** Facts about the draft, as JSON. */
  readonly head: string
  /** What the user said of it, as JSON; null where an earlier program wrote it into the head. */
  readonly decisions: string | null
  /** By file. */
  readonly segments: readonly (readonly PackedSegment[])[]
  readonly contents: readonly Blob[]
  /** By file, what is kept of its reading; an earlier program wrote none. */
  readonly readings: readonly (Blob | null)[]
}

/** A reply of the engine to one question, as it is kept for the next opening. */
export interface KeptReply {
  /** The question. */
  readonly id: string
  /** Its arrays of numbers and, at the end, a JSON text of all else. */
  readonly content: ArrayBuffer
  /** Bytes of the text. */
  readonly text: number
  readonly hash: string
}

/** Where the data live. Everything may reject with a `StorageFailure`, and with nothing else. */
export interface Store {
  readonly mode: StoreMode
  snapshot(): Promise<Snapshot>
  /** The segments of a set in their order, however many are there. */
  segments(set: number): Promise<PackedSegment[]>
  source(id: string): Promise<SourceRecord | undefined>
  sourceIds(): Promise<string[]>
  /** What was read for a batch; `undefined` where it was not kept. */
  reading(batch: number): Promise<ReadingRecord | undefined>
  /**
   * `from` is the sequence that the change was prepared on; another one now makes it `stale`.
   * `meanwhile` may be called when all is handed over and the disk has yet to take it.
   */
  apply(change: StoreChange, from: number, meanwhile?: () => void): Promise<void>
  saveDraft(draft: DraftRecord): Promise<void>
  /** Writes only what the user said of the draft that is stored. */
  saveDecisions(decisions: string): Promise<void>
  loadDraft(): Promise<DraftRecord | null>
  clearDraft(): Promise<void>
  /** The ids of the replies that this program kept of a state of the store. */
  keptIds(program: string, sequence: number): Promise<string[]>
  /**
   * Keeps replies of the present state; nothing happens where it is not that of `sequence`. Those of other
   * states and programs go, and the oldest where there are too many.
   */
  keepReplies(program: string, sequence: number, replies: readonly KeptReply[]): Promise<void>
  close(): void
}

export type StoreMode =
  | { readonly kind: 'lasting' }
  | { readonly kind: 'memory'; readonly reason: string }
  | { readonly kind: 'newerVersion'; readonly stored: number; readonly known: number }

/** A number for a new set of segments. */
export function drawSet(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  return (high & 0x1fffff) * 0x100000000 + low
}
