import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { BoundaryView } from '@/engine/boundaryProtocol'
import type { BoundaryFault } from '@/intake/boundaries/readBoundaries'
import { ask, onStatus } from './engineClient'

/** The boundary file that the user loaded. */
export const useBoundaryStore = defineStore('boundaries', () => {
  const boundaries = shallowRef<BoundaryView | null>(null)
  let loaded = false
  let source = ''
  onStatus(({ settings, dataVersion }) => {
    // Units of the user's own may be matched anew.
    const now = `${settings.boundary?.source ?? ''} ${settings.city ?? ''} ${dataVersion}`
    if (loaded && now !== source) void load()
    source = now
  })

  async function load(): Promise<void> {
    loaded = true
    boundaries.value = await ask((engine) => engine.boundaries())
  }

  /** Keeps a file, or says why it is none. */
  async function keep(file: File): Promise<BoundaryFault | null> {
    const { fault } = await ask((engine) => engine.loadBoundaries(file))
    if (fault === null) await load()
    return fault
  }

  async function remove(): Promise<void> {
    await ask((engine) => engine.removeBoundaries())
    await load()
  }

  return { boundaries, load, keep, remove }
})
