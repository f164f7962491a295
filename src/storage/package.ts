import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { batchHash } from '@/data/contentHash'
import type { PackedSegment } from '@/data/packSegment'
import type { RememberedMapping } from '@/data/rememberedMapping'
import { sourceHash } from '@/data/sourceHash'
import type {
  BatchRecord,
  DispositionRecord,
  Meta,
  Snapshot,
  SourceRecord,
  Store,
  UnitRecord,
} from './store'

export const PACKAGE_FORMAT = 'xianjian-package'
export const PACKAGE_VERSION = 1

/** What is said of every file of a package; the manifest has its own hash beside it. */
export interface Manifest {
  readonly format: typeof PACKAGE_FORMAT
  readonly version: number
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly files: readonly ManifestFile[]
}

export interface ManifestFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** Everything of a store but segments and the bytes of sources, as JSON. */
export interface PackageState {
  readonly meta: Meta
  readonly batches: readonly BatchRecord[]
  readonly units: readonly UnitRecord[]
  /** Packages of earlier programs have none. */
  readonly dispositions: readonly DispositionRecord[]
  readonly settings: unknown
  /** Left out by earlier versions. */
  readonly mappings?: readonly RememberedMapping[]
  readonly sources: readonly Omit<SourceRecord, 'content'>[]
}

export const MANIFEST = 'manifest.json'
export const MANIFEST_HASH = 'manifest.sha256'
export const STATE = 'state.json'

/** Path of a segment of a batch. */
export function segmentPath(batch: number, index: number): string {
  return `segments/${batch}/${index}.bin`
}

/** Path of what was read for a batch. */
export function readingPath(batch: number): string {
  return `readings/${batch}.json`
}

/** Path of a source. */
export function sourcePath(id: string): string {
  return `sources/${id}`
}

/**
 * Writes everything in the store as one zip with a manifest of hashes. Rejects when the store does not
 * hold what its batches say: a package of damaged data would only hide the damage.
 */
export async function writePackage(
  store: Store,
  snapshot: Snapshot,
  createdAt: number,
): Promise<Blob> {
  const zip = new PackageZip()
  const sources: Omit<SourceRecord, 'content'>[] = []
  for (const id of await store.sourceIds()) {
    const source = await store.source(id)
    if (source === undefined) continue
    const { name, path, size, content, encoding, encodings } = source
    sources.push({
      ...{ id, name, path, size },
      ...(encoding === undefined ? {} : { encoding }),
      ...(encodings === undefined ? {} : { encodings }),
    })
    await zip.add(sourcePath(id), new Uint8Array(await content.arrayBuffer()))
  }
  for (const record of snapshot.batches) {
    const packed = await store.segments(record.set)
    if (batchHash(packed, record.corrections) !== record.batch.contentHash)
      throw new Error(`Batch ${record.id} is damaged`)
    for (const [index, segment] of packed.entries())
      await zip.add(segmentPath(record.id, index), segmentBytes(segment))
    const kept = await store.reading(record.id)
    if (kept !== undefined) await zip.add(readingPath(record.id), jsonBytes(kept.reading))
  }
  const { meta, batches, units, dispositions, settings, mappings } = snapshot
  const state: PackageState = {
    ...{ meta, batches, units, dispositions, settings, mappings },
    sources,
  }
  await zip.add(STATE, jsonBytes(state))
  return zip.finish(createdAt)
}

/** A segment as one run of bytes: length of the header, header, buffer. */
export function segmentBytes({ header, buffer }: PackedSegment): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(header)
  const bytes = new Uint8Array(4 + head.length + buffer.byteLength)
  new DataView(bytes.buffer).setUint32(0, head.length, true)
  bytes.set(head, 4)
  bytes.set(new Uint8Array(buffer), 4 + head.length)
  return bytes
}

/** The segment that `segmentBytes` wrote. */
export function segmentOfBytes(bytes: Uint8Array): PackedSegment {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
  const header = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, 4 + length))
  return { header, buffer: bytes.slice(4 + length).buffer }
}

function jsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value))
}

/** A zip that grows file by file, so that no more than one file is held twice. */
class PackageZip {
  readonly #parts: Uint8Array<ArrayBuffer>[] = []
  readonly #files: ManifestFile[] = []
  readonly #zip = new Zip((fault, part) => {
    // Only a closed or misused archive fails, and this one is neither.
    if (fault !== null) throw fault
    this.#parts.push(part)
  })

  async add(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#files.push({ path, bytes: bytes.length, sha256: await sourceHash(new Blob([bytes])) })
    this.#write(path, bytes)
  }

  async finish(createdAt: number): Promise<Blob> {
    const manifest = jsonBytes({
      format: PACKAGE_FORMAT,
      version: PACKAGE_VERSION,
      createdAt,
      files: this.#files,
    } satisfies Manifest)
    this.#write(MANIFEST, manifest)
    this.#write(MANIFEST_HASH, new TextEncoder().encode(await sourceHash(new Blob([manifest]))))
    this.#zip.end()
    return new Blob(this.#parts, { type: 'application/zip' })
  }

  #write(path: string, bytes: Uint8Array<ArrayBuffer>): void {
    const file = bytes.length < 64 ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 3 })
    this.#zip.add(file)
    file.push(bytes, true)
  }
}
