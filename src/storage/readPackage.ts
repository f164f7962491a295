import { unzipSync } from 'fflate'
import { batchHash } from '@/data/contentHash'
import { unpackSegment, type PackedSegment } from '@/data/packSegment'
import { PackageInvalid } from './failure'
import {
  MANIFEST,
  MANIFEST_HASH,
  PACKAGE_FORMAT,
  PACKAGE_VERSION,
  readingPath,
  segmentOfBytes,
  segmentPath,
  sourcePath,
  STATE,
  type Manifest,
  type PackageState,
} from './package'
import { packageState } from './packageState'
import { sourceHash } from '@/data/sourceHash'
import {
  drawSet,
  type BatchRecord,
  type DispositionRecord,
  type Meta,
  type SegmentSet,
} from './store'
import type { RememberedMapping } from '@/data/rememberedMapping'
import type { ReadingRecord, SourceRecord, UnitRecord } from './store'

/** Bytes that a package may unfold to; a browser cannot hold more at once. */
const LARGEST = 2 ** 31

/** A package, verified to the last byte and ready to be put in the place of what is stored. */
export interface PackageContent {
  readonly createdAt: number
  readonly meta: Meta
  /** With new set numbers, those of `segments`. */
  readonly batches: readonly BatchRecord[]
  readonly segments: readonly SegmentSet[]
  readonly sources: readonly SourceRecord[]
  readonly units: readonly UnitRecord[]
  readonly dispositions: readonly DispositionRecord[]
  readonly settings: unknown
  readonly mappings: readonly RememberedMapping[]
  readonly readings: readonly ReadingRecord[]
}

/**
 * Reads a package and verifies it: every file against the manifest, every batch against its hash,
 * every source against its id. Rejects with `PackageInvalid`.
 */
export async function readPackage(file: Blob): Promise<PackageContent> {
  try {
    return await verifiedContent(file)
  } catch (thrown) {
    throw thrown instanceof PackageInvalid ? thrown : new PackageInvalid(messageOf(thrown))
  }
}

async function verifiedContent(file: Blob): Promise<PackageContent> {
  const files = unzipped(new Uint8Array(await file.arrayBuffer()))
  const manifest = await verifiedManifest(files)
  await verifyFiles(files, manifest)
  const state = parsedState(files)
  const segments = state.batches.map((record) => segmentsOf(files, record))
  return {
    createdAt: manifest.createdAt,
    meta: state.meta,
    batches: state.batches.map((record, index) => ({ ...record, set: segments[index]?.set ?? 0 })),
    segments,
    sources: sourcesOf(files, state, manifest),
    units: state.units,
    dispositions: state.dispositions,
    settings: state.settings,
    mappings: state.mappings ?? [],
    readings: state.batches.flatMap(({ id }) => readingOf(files, id)),
  }
}

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

function unzipped(bytes: Uint8Array): Files {
  let total = 0
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize
      if (total > LARGEST) throw new PackageInvalid('too large')
      return true
    },
  })
  return new Map(Object.entries(files))
}

async function verifiedManifest(files: Files): Promise<Manifest> {
  const bytes = fileAt(files, MANIFEST)
  if ((await sourceHash(new Blob([bytes]))) !== textOf(fileAt(files, MANIFEST_HASH)))
    throw new PackageInvalid(`${MANIFEST} was changed`)
  const manifest = JSON.parse(textOf(bytes)) as Partial<Manifest>
  if (manifest.format !== PACKAGE_FORMAT || !Array.isArray(manifest.files))
    throw new PackageInvalid('not a package')
  if (manifest.version !== PACKAGE_VERSION)
    throw new PackageInvalid(`version ${String(manifest.version)}`)
  return manifest as Manifest
}

async function verifyFiles(files: Files, manifest: Manifest): Promise<void> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const content = fileAt(files, path)
    if (content.length !== bytes || (await sourceHash(new Blob([content]))) !== sha256)
      throw new PackageInvalid(`${path} was changed`)
  }
  const listed = new Set(manifest.files.map(({ path }) => path))
  for (const path of files.keys()) {
    if (!listed.has(path) && path !== MANIFEST && path !== MANIFEST_HASH)
      throw new PackageInvalid(`${path} does not belong here`)
  }
}

function parsedState(files: Files): PackageState {
  const state = packageState(JSON.parse(textOf(fileAt(files, STATE))))
  if (state === null) throw new PackageInvalid(`${STATE} is not understood`)
  return state
}

/** The segments of a batch under a new set number, held against the hash of the batch. */
function segmentsOf(files: Files, { id, batch, corrections }: BatchRecord): SegmentSet {
  const segments: PackedSegment[] = []
  for (let index = 0; index < batch.segments; index++) {
    const segment = segmentOfBytes(fileAt(files, segmentPath(id, index)))
    // Throws where the header speaks of more than there is.
    unpackSegment(segment)
    segments.push(segment)
  }
  if (batchHash(segments, corrections) !== batch.contentHash)
    throw new PackageInvalid(`batch ${id} was changed`)
  return { set: drawSet(), segments }
}

/** What was read for a batch, where the package has it. */
function readingOf(files: Files, id: number): ReadingRecord[] {
  const bytes = files.get(readingPath(id))
  return bytes === undefined ? [] : [{ id, reading: JSON.parse(textOf(bytes)) }]
}

function sourcesOf(
  files: Files,
  { sources, batches }: PackageState,
  manifest: Manifest,
): SourceRecord[] {
  const hashes = new Map(manifest.files.map(({ path, sha256 }) => [path, sha256]))
  const strange = sources.find(({ id }) => hashes.get(sourcePath(id)) !== id)
  if (strange !== undefined) throw new PackageInvalid(`source ${strange.id} is another file`)
  const listed = new Set(sources.map(({ id }) => id))
  for (const { batch } of batches) {
    const missing = batch.sources.find((id) => !listed.has(id))
    if (missing !== undefined) throw new PackageInvalid(`source ${missing} is missing`)
  }
  return sources.map((source) => ({
    ...source,
    content: new Blob([fileAt(files, sourcePath(source.id))]),
  }))
}

function fileAt(files: Files, path: string): Uint8Array<ArrayBuffer> {
  const bytes = files.get(path)
  if (bytes === undefined) throw new PackageInvalid(`${path} is missing`)
  return bytes
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
