import type { Batch } from '@/data/batch'
import { addsAnything, countDecisions } from '@/data/compare'
import { batchHash } from '@/data/contentHash'
import { packSegment } from '@/data/packSegment'
import { drawSet, type BatchRecord, type SourceRecord } from '@/storage/store'
import type { ComparedFile } from './draft'
import type { Holdings, PreparedChange } from './holdings'
import { changeOf } from './storeChange'

export interface CommitFacts {
  readonly at: number
  readonly by: string
}

/** A change that adds the compared files as one batch; null when they add nothing. */
export async function prepareImport(
  holdings: Holdings,
  compared: readonly ComparedFile[],
  facts: CommitFacts,
): Promise<PreparedChange | null> {
  const built = buildBatch(holdings.snapshot.meta.nextBatch, compared, facts, false)
  if (built === null) return null
  const stored = new Set(await holdings.store.sourceIds())
  const change = changeOf(
    holdings.snapshot,
    {
      putBatches: [built.record],
      putSegments: [{ set: built.record.set, segments: built.packed }],
      putSources: built.sources.filter(({ id }) => !stored.has(id)),
    },
    { nextBatch: built.batch.id + 1, lastImportAt: facts.at },
  )
  return { change, known: { set: built.record.set, segments: built.segments } }
}

/** A batch of compared files as it is stored; null when it adds nothing to the data. */
export function buildBatch(
  id: number,
  compared: readonly ComparedFile[],
  { at, by }: CommitFacts,
  sample: boolean,
) {
  const kept = compared.filter(({ segments }) => segments.length > 0)
  const segments = kept.flatMap((file) => file.segments)
  if (!addsAnything(segments)) return null
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
    reports: segments.reduce((sum, { rows }) => sum + rows, 0),
    cells: countDecisions(segments),
    segments: segments.length,
    contentHash: batchHash(packed, []),
  }
  const record: BatchRecord = { id, batch, corrections: [], set: drawSet() }
  return { batch, record, segments, packed, sources }
}

/** Each source once, also where the same file was given twice. */
function sourcesOf(files: readonly ComparedFile[]): SourceRecord[] {
  const sources = new Map<string, SourceRecord>()
  for (const { file } of files) {
    const { source: id, name, path, size } = file.draft
    if (!sources.has(id)) sources.set(id, { id, name, path, size, content: file.content })
  }
  return [...sources.values()]
}
