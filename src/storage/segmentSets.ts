import { Dexie } from 'dexie'
import type { PackedSegment } from '@/data/packSegment'
import type { Database, SegmentBlob, SegmentRecord } from './database'
import { StorageFailure } from './failure'
import type { SegmentSet } from './store'

/** Marks a set of segments that is being written ahead of its batch; the set's number follows. */
const WRITING = 'writing:'
/** Segments that are written at once, and that one blob holds at most. */
const STEP = 32
/** Bytes from which they stand in a blob: a browser copies and packs whatever else it stores. */
const IN_BLOB = 2 ** 18

/** The segments of batches, a set for each, as they stand in the database. */
export class SegmentSets {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** Segments that cannot be read any more are left out. */
  async read(set: number): Promise<PackedSegment[]> {
    const records = await this.#ofSet(set).toArray()
    return (await Promise.all(records.map(segmentsIn))).flat()
  }

  /** Adds a whole set in the transaction under way. */
  async add(set: number, packed: readonly PackedSegment[]): Promise<void> {
    const records = stepsOf(packed).flatMap((step) => recordsOf(set, step))
    await this.#database.segments.bulkAdd(records)
  }

  async remove(set: number): Promise<void> {
    await this.#ofSet(set).delete()
  }

  /** Writes segments in steps before their batch; the marker tells what to sweep after a crash. */
  async writeAhead(sets: readonly SegmentSet[]): Promise<void> {
    const { segments, settings } = this.#database
    for (const { set, segments: packed } of sets) {
      await settings.put({ key: WRITING + String(set), value: set })
      for (const step of stepsOf(packed)) await segments.bulkPut(recordsOf(set, step))
    }
  }

  /**
   * Takes a set that was written ahead as its batch's. Throws `stale` where it is not whole: another
   * tab may have taken an import for an interrupted one and swept it.
   */
  async confirm(set: number, packed: readonly PackedSegment[]): Promise<void> {
    const records = stepsOf(packed).reduce((sum, step) => sum + countRecords(step), 0)
    if ((await this.#ofSet(set).count()) !== records) throw new StorageFailure('stale')
    await this.#database.settings.delete(WRITING + String(set))
  }

  /** Removes segments that were written ahead of a batch that never came. */
  async sweep(): Promise<void> {
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
}

/** Bytes that sets take. */
export function bytesOf(sets: readonly SegmentSet[]): number {
  let bytes = 0
  for (const { segments } of sets)
    for (const { header, buffer } of segments) bytes += buffer.byteLength + header.length
  return bytes
}

/** Segments that follow each other in a set. */
interface Step {
  readonly start: number
  readonly packed: readonly PackedSegment[]
}

function stepsOf(packed: readonly PackedSegment[]): Step[] {
  const steps: Step[] = []
  for (let start = 0; start < packed.length; start += STEP)
    steps.push({ start, packed: packed.slice(start, start + STEP) })
  return steps
}

function recordsOf(set: number, step: Step): SegmentRecord[] {
  const { start, packed } = step
  if (!isInBlob(step))
    return packed.map((segment, index) => ({ ...segment, set, index: start + index }))
  const headers = packed.map(({ header }) => header)
  const buffers = packed.map(({ buffer }) => buffer)
  const lengths = buffers.map(({ byteLength }) => byteLength)
  return [{ headers, lengths, content: new Blob(buffers), set, index: start }]
}

function countRecords(step: Step): number {
  return isInBlob(step) ? 1 : step.packed.length
}

function isInBlob({ packed }: Step): boolean {
  return packed.reduce((sum, { buffer }) => sum + buffer.byteLength, 0) >= IN_BLOB
}

async function segmentsIn(record: SegmentRecord): Promise<PackedSegment[]> {
  if ('header' in record) return [{ header: record.header, buffer: record.buffer }]
  const { headers, lengths, content } = record
  const bytes = await bytesIn(content)
  if (bytes === null) return []
  let end = 0
  return headers.map((header, index) => {
    const start = end
    end += lengths[index] ?? 0
    return { header, buffer: bytes.slice(start, end) }
  })
}

/** Null where the file beneath a blob is gone: the set is then not whole, and its batch damaged. */
async function bytesIn(content: SegmentBlob['content']): Promise<ArrayBuffer | null> {
  try {
    return await content.arrayBuffer()
  } catch {
    return null
  }
}
