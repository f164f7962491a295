import { foldBatches } from '@/data/fold'
import type { Unit } from '@/domain/unit'
import type { BatchRecord, Snapshot } from '@/storage/store'
import { buildBatch } from './commit'
import { compareDraft, emptyDraft } from './draft'
import { EngineFailure } from './failure'
import type { PreparedChange } from './holdings'
import { changeOf } from './storeChange'
import type { SampleReading } from './surroundings'

/** Whether the user has data of their own, undone imports included. */
export function hasOwnData({ batches }: Snapshot): boolean {
  return batches.some(({ batch }) => !batch.sample)
}

/** A change that puts a sample in the place of any other sample. Throws `own-data`. */
export function prepareSample(
  snapshot: Snapshot,
  sample: 'real' | 'fictional',
  reading: SampleReading,
  at: number,
): PreparedChange {
  if (hasOwnData(snapshot)) throw new EngineFailure('own-data', sample)
  const files = reading.files.map((file) => ({ ...file, overwrite: false, leftOut: false }))
  const cube = foldBatches([])
  const compared = compareDraft({ ...emptyDraft, files }, [], cube)
  const frame = { id: snapshot.meta.nextBatch, cube, sample: true }
  const built = buildBatch(frame, compared, { at, by: '' })
  if (built === null) throw new EngineFailure('unknown', `The sample ${sample} has no reports`)
  const removal = samplesIn(snapshot)
  const kept = new Set(built.sources.map(({ id }) => id))
  const change = changeOf(
    snapshot,
    {
      ...removal,
      removeSources: removal.removeSources.filter((id) => !kept.has(id)),
      putBatches: [built.record],
      putSegments: [{ set: built.record.set, segments: built.packed }],
      putSources: built.sources,
      putUnits: reading.units.map((unit) => ({ id: unit.id, unit, sample: true })),
    },
    { nextBatch: built.batch.id + 1, sample },
  )
  return { change, known: { set: built.record.set, segments: built.segments } }
}

/** A change that removes every trace of a sample; null where there is none. */
export function prepareRemoval(snapshot: Snapshot): PreparedChange | null {
  if (snapshot.meta.sample === 'none') return null
  return { change: changeOf(snapshot, samplesIn(snapshot), { sample: 'none' }) }
}

/** The units that a sample brought along. */
export function sampleUnitsIn({ units }: Snapshot): Unit[] {
  return units.filter(({ sample }) => sample).map(({ unit }) => unit)
}

function samplesIn(snapshot: Snapshot) {
  const samples = snapshot.batches.filter(({ batch }) => batch.sample)
  const own = snapshot.batches.filter(({ batch }) => !batch.sample)
  const ownSources = new Set(own.flatMap(sourcesOf))
  return {
    removeBatches: samples.map(({ id }) => id),
    removeSources: samples.flatMap(sourcesOf).filter((id) => !ownSources.has(id)),
    removeUnits: sampleUnitsIn(snapshot).map(({ id }) => id),
    removeDispositions: snapshot.dispositions.filter(({ sample }) => sample).map(({ id }) => id),
  }
}

function sourcesOf({ batch }: BatchRecord): readonly string[] {
  return batch.sources
}
