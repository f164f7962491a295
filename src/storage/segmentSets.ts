import { Dexie } from 'dexie'
import type { PackedSegment } from '@/data/packSegment'
import type { Database } from './database'
import { StorageFailure } from './failure'
import type { SegmentSet } from './store'

/** Marks a set of segments that is being written ahead of its batch; the set's number follows. */
const WRITING = 'writing:'
/** Segments a transaction when they are written ahead. */
const AHEAD_STEP = 32

/** The segments of batches, a set for each, as they stand in the database. */
export class SegmentSets {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async read(set: number): Promise<PackedSegment[]> {
    const records = await this.#ofSet(set).toArray()
    return records.map(({ header, buffer }) => ({ header, buffer }))
  }

  /** Adds a whole set in the transaction under way. */
  async add(set: number, packed: readonly PackedSegment[]): Promise<void> {
    const records = packed.map((segment, index) => ({ ...segment, set, index }))
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
      for (let start = 0; start < packed.length; start += AHEAD_STEP) {
        const step = packed.slice(start, start + AHEAD_STEP)
        await segments.bulkPut(step.map((segment, i) => ({ ...segment, set, index: start + i })))
      }
    }
  }

  /**
   * Takes a set that was written ahead as its batch's. Throws `stale` where it is not whole: another
   * tab may have taken an import for an interrupted one and swept it.
   */
  async confirm(set: number, count: number): Promise<void> {
    if ((await this.#ofSet(set).count()) !== count) throw new StorageFailure('stale')
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
