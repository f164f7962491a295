import type { Batch } from '@/data/batch'
import { asReading } from './batchReading'
import { comparedBatches, previewSwitch } from './batchPreviews'
import type { BatchApi } from './batchProtocol'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import { changeOf } from './storeChange'

/** The list of batches, undo and redo. */
export function batchActions(core: EngineCore): BatchApi {
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
