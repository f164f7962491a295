import { foldBatches } from '@/data/fold'
import { unpackSegment } from '@/data/packSegment'
import type { PackageContent } from '@/storage/readPackage'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import type { PackageSummary } from './packageProtocol'
import { changeOf } from './storeChange'

/** Everything stored, as one file. */
export async function exportedPackage({ store, snapshot }: Holdings, at: number): Promise<Blob> {
  const { writePackage } = await import('@/storage/package')
  return writePackage(store, snapshot, at)
}

/** What a verified package holds. */
export function packageSummary(content: PackageContent): PackageSummary {
  const { createdAt, batches, sources, units } = content
  return {
    createdAt,
    batches: batches.length,
    reports: batches.reduce((sum, { batch }) => sum + batch.reports, 0),
    sources: sources.length,
    ownUnits: units.filter(({ sample }) => !sample).length,
    sample: batches.some(({ batch }) => batch.sample),
  }
}

/** Reads and verifies a package, a trial fold included. Rejects with `package-invalid`. */
export async function verifiedPackage(file: Blob): Promise<PackageContent> {
  const { readPackage } = await import('@/storage/readPackage')
  const content = await readPackage(file)
  const segmentsOf = new Map(content.segments.map(({ set, segments }) => [set, segments]))
  try {
    foldBatches(
      content.batches.map(({ batch, corrections, set }) => ({
        batch,
        corrections,
        segments: (segmentsOf.get(set) ?? []).map(unpackSegment),
      })),
    )
  } catch (thrown) {
    throw new EngineFailure('package-invalid', String(thrown))
  }
  return content
}

/**
 * A change that puts a package in the place of everything stored. `after` is a sequence that the new
 * state must lie above, so that no note of an earlier state makes it look like a loss.
 */
export function prepareRestore(
  { snapshot }: Holdings,
  content: PackageContent,
  after: number,
): PreparedChange {
  const { meta, batches, segments, sources, units, settings, createdAt } = content
  const { dispositions, mappings, readings } = content
  const highest = Math.max(0, ...batches.map(({ id }) => id))
  const change = changeOf(
    snapshot,
    {
      replace: true,
      putBatches: batches,
      putSegments: segments,
      putSources: sources,
      putUnits: units,
      putMappings: mappings,
      putReadings: readings,
      putDispositions: dispositions,
      ...(settings === null ? {} : { settings }),
    },
    {
      ...meta,
      sequence: Math.max(snapshot.meta.sequence, after) + 1,
      nextBatch: Math.max(meta.nextBatch, highest + 1),
      lastBackupAt: createdAt,
    },
  )
  return { change }
}
