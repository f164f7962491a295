import type { Batch, DecisionCounts } from '@/data/batch'
import { batchHash } from '@/data/contentHash'
import type { Cube } from '@/data/cube'
import { packSegment } from '@/data/packSegment'
import { countReports } from '@/data/reportedRows'
import { tellsMore } from '@/data/tellsMore'
import { encodingOf } from '@/intake/readers/encoding/encodings'
import { drawSet, type BatchRecord, type SourceRecord } from '@/storage/store'
import { readingOf } from './batchReading'
import type { ComparedFile } from './draft'
import type { Holdings, PreparedChange } from './holdings'
import { changeOf } from './storeChange'

export interface CommitFacts {
  readonly at: number
  readonly by: string
}

/** What a batch is built for: its number, the data it adds to, and whether it is a sample. */
interface BatchFrame {
  readonly id: number
  readonly cube: Cube
  readonly sample: boolean
}

/** A change that adds the compared files as one batch; null when they add nothing. */
export async function prepareImport(
  holdings: Holdings,
  compared: readonly ComparedFile[],
  facts: CommitFacts,
): Promise<PreparedChange | null> {
  const frame = { id: holdings.snapshot.meta.nextBatch, cube: holdings.cube, sample: false }
  const asked = holdings.store.sourceIds()
  const built = buildBatch(frame, compared, facts)
  const stored = new Set(await asked)
  if (built === null) return null
  const change = changeOf(
    holdings.snapshot,
    {
      putBatches: [built.record],
      putSegments: [{ set: built.record.set, segments: built.packed }],
      putSources: built.sources.filter(
        ({ id, encoding, encodings }) => (encoding ?? encodings) !== undefined || !stored.has(id),
      ),
      putReadings: [{ id: built.batch.id, reading: readingOf(compared) }],
    },
    { nextBatch: built.batch.id + 1, lastImportAt: facts.at },
  )
  return { change, known: { set: built.record.set, segments: built.segments } }
}

/** A batch of compared files as it is stored; null when it adds nothing to the data. */
export function buildBatch(
  { id, cube, sample }: BatchFrame,
  compared: readonly ComparedFile[],
  { at, by }: CommitFacts,
) {
  const kept = compared.filter(({ segments }) => segments.length > 0)
  const segments = kept.flatMap((file) => file.segments)
  const cells = countCells(kept)
  if (cells.taken === 0 && !tellsMore(cube, segments)) return null
  const corrections = kept.flatMap((file) => file.corrections)
  const packed = segments.map(packSegment)
  const sources = sourcesOf(kept)
  const batch: Batch = {
    id,
    kind: 'import',
    sample,
    active: true,
    at,
    by,
    note: sources.map(({ name }) => name).join('、'),
    sources: sources.map((source) => source.id),
    reports: countReports(segments),
    cells,
    segments: segments.length,
    contentHash: batchHash(packed, corrections),
  }
  const record: BatchRecord = { id, batch, corrections, set: drawSet() }
  return { batch, record, segments, packed, sources }
}

/** What becomes of the cells, by how they compare and what the user said of them. */
function countCells(files: readonly ComparedFile[]): DecisionCounts {
  const counts = { taken: 0, same: 0, refused: 0 }
  for (const { comparison, replaced } of files) {
    const { added, same, changed, blanked } = comparison
    counts.taken += added + replaced
    counts.same += same
    counts.refused += changed + blanked - replaced
  }
  return counts
}

/** Each source once, also where the same file was given twice. */
function sourcesOf(files: readonly ComparedFile[]): SourceRecord[] {
  const sources = new Map<string, SourceRecord>()
  for (const { file } of files) {
    const { source: id, name, path, size, answers } = file.draft
    const { content, reading } = file
    const kept = reading === null ? {} : { reading }
    const said = encodingOf(answers ?? {})
    if (!sources.has(id)) sources.set(id, { id, name, path, size, content, ...kept, ...said })
  }
  return [...sources.values()]
}
