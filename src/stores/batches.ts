import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Batch } from '@/engine/protocol'
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

  async function loadSample(sample: 'real' | 'fictional'): Promise<void> {
    await ask((engine) => engine.loadSample(sample))
  }

  async function removeSamples(): Promise<void> {
    await ask((engine) => engine.removeSamples())
  }

  return { batches, load, setActive, loadSample, removeSamples }
})
