import type { Batch } from '@/data/batch'
import { asReading } from './batchReading'
import { comparedBatches, previewSwitch } from './batchPreviews'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import { exportedPackage, packageSummary, prepareRestore, verifiedPackage } from './packages'
import type { EngineApi } from './protocol'
import { hasOwnData, prepareRemoval, prepareSample } from './samples'
import { changeOf } from './storeChange'

type BatchActions = Pick<
  EngineApi,
  | 'batches'
  | 'batchReading'
  | 'setBatchActive'
  | 'previewBatchActive'
  | 'compareBatches'
  | 'loadSample'
  | 'removeSamples'
  | 'acceptLoss'
  | 'exportPackage'
  | 'inspectPackage'
  | 'importPackage'
>

/** Undo and redo, samples, packages, and the way on after a loss. */
export function batchActions(core: EngineCore): BatchActions {
  const { surroundings } = core
  return {
    batches: () =>
      core.run(({ holdings }) => holdings.snapshot.batches.map(({ batch }): Batch => batch)),
    batchReading: (id) =>
      core.run(async ({ holdings }) => asReading((await holdings.store.reading(id))?.reading)),
    setBatchActive: (id, active) =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => prepareSwitch(holdings, id, active))
      }),
    previewBatchActive: (id, active) =>
      core.run(({ holdings }) => previewSwitch(holdings, id, active)),
    compareBatches: (first, second) =>
      core.run(({ holdings }) => comparedBatches(holdings, first, second)),
    loadSample: (sample) =>
      core.run(async ({ holdings }) => {
        if (hasOwnData(holdings.snapshot)) throw new EngineFailure('own-data', sample)
        const reading = await surroundings.readSample(sample)
        await holdings.change(() =>
          prepareSample(holdings.snapshot, sample, reading, surroundings.now()),
        )
      }),
    removeSamples: () =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => prepareRemoval(holdings.snapshot))
      }),
    acceptLoss: () =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => prepareAcceptance(holdings, core.sentinel?.sequence ?? 0))
        core.expectPresent(holdings)
        return core.status()
      }),
    exportPackage: () =>
      core.run(async ({ holdings }) => {
        const at = surroundings.now()
        const file = await exportedPackage(holdings, at)
        await holdings.change(() => ({
          change: changeOf(holdings.snapshot, {}, { lastBackupAt: at }),
        }))
        return file
      }),
    inspectPackage: (file) => core.run(async () => packageSummary(await verifiedPackage(file))),
    importPackage: (file) =>
      core.run(async ({ holdings }) => {
        const content = await verifiedPackage(file)
        const after = core.sentinel?.sequence ?? 0
        await holdings.change(() => prepareRestore(holdings, content, after))
      }),
  }
}

/** Switches a batch on or off; null when it is so already. */
function prepareSwitch({ snapshot }: Holdings, id: number, active: boolean): PreparedChange | null {
  const record = snapshot.batches.find((one) => one.id === id)
  if (record === undefined) throw new EngineFailure('not-found', `batch ${id}`)
  if (record.batch.active === active) return null
  const putBatches = [{ ...record, batch: { ...record.batch, active } }]
  return { change: changeOf(snapshot, { putBatches }) }
}

/** Removes damaged batches, and makes what remains the state that the next start expects. */
function prepareAcceptance({ snapshot, damaged }: Holdings, noted: number): PreparedChange {
  const left = snapshot.batches.filter(({ id }) => !damaged.includes(id))
  const sample = left.some(({ batch }) => batch.sample) ? snapshot.meta.sample : 'none'
  const highest = Math.max(0, ...snapshot.batches.map(({ id }) => id))
  return {
    change: changeOf(
      snapshot,
      { removeBatches: damaged },
      {
        sequence: Math.max(snapshot.meta.sequence, noted) + 1,
        nextBatch: Math.max(snapshot.meta.nextBatch, highest + 1),
        sample,
      },
    ),
  }
}
