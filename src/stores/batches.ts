import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { BatchReading } from '@/engine/batchReading'
import type { Batch } from '@/data/batch'
import type { BatchComparison, SwitchPreview } from '@/engine/batchProtocol'
import { ask, onStatus } from './engineClient'

/** What the user did to the data, newest last; every action rejects with an `EngineFailure`. */
export const useBatchStore = defineStore('batches', () => {
  const batches = shallowRef<readonly Batch[]>([])
  let loaded = false
  onStatus(() => {
    if (loaded) void load()
  })

  async function load(): Promise<void> {
    loaded = true
    batches.value = await ask((engine) => engine.batches())
  }

  /** Undo (`false`) and redo (`true`) of a batch. */
  async function setActive(id: number, active: boolean): Promise<void> {
    await ask((engine) => engine.setBatchActive(id, active))
  }

  /** What `setActive` would do. */
  function previewActive(id: number, active: boolean): Promise<SwitchPreview> {
    return ask((engine) => engine.previewBatchActive(id, active))
  }

  /** What two batches say of the same cells. */
  function compare(first: number, second: number): Promise<BatchComparison> {
    return ask((engine) => engine.compareBatches(first, second))
  }

  /** What was read for a batch, file by file; null where it was not kept. */
  function reading(id: number): Promise<BatchReading | null> {
    return ask((engine) => engine.batchReading(id))
  }

  async function loadSample(sample: 'real' | 'fictional'): Promise<void> {
    await ask((engine) => engine.loadSample(sample))
  }

  async function removeSamples(): Promise<void> {
    await ask((engine) => engine.removeSamples())
  }

  return { batches, load, reading, setActive, previewActive, compare, loadSample, removeSamples }
})
