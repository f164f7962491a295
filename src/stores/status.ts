import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { toEngineFailure } from '@/engine/failure'
import type { EngineError, Settings, StoreStatus } from '@/engine/statusProtocol'
import { ask, onStatus, openStore, plain, tellKept } from './engineClient'
import { firstPaint } from './firstPaint'
import { isSeenLast } from './seenLast'

/** The state of the store: health, settings, roster, counts. `null` until it is open. */
export const useStatusStore = defineStore('status', () => {
  const status = shallowRef<StoreStatus | null>(null)
  /** Why the store could not be opened, if so. */
  const error = shallowRef<EngineError | null>(null)
  onStatus((changed) => {
    status.value = changed
  })

  /**
   * Opens the store; call it once at start. Also good for another try after an error. Settles with the status
   * that was kept of the last session where there is one; that of the opened store then takes its place.
   */
  async function load(): Promise<void> {
    if (isSeenLast() && (await tellKept())) {
      // Whatever was not kept begins the engine sooner.
      void firstPaint.then(open)
      return
    }
    const opened = open()
    await Promise.race([opened, tellKept().then((isTold) => (isTold ? undefined : opened))])
  }

  async function open(): Promise<void> {
    try {
      status.value = await openStore()
      error.value = null
    } catch (thrown) {
      // What was kept of the last session does not stand for a store that cannot be opened.
      status.value = null
      error.value = toEngineFailure(thrown)
    }
  }

  /** Asks anew, with fresh figures of the space used. */
  async function measure(): Promise<void> {
    status.value = await ask((engine) => engine.status())
  }

  async function saveSettings(patch: Partial<Settings>): Promise<void> {
    await ask((engine) => engine.saveSettings(plain(patch)))
  }

  /** Goes on with what is left after a loss or damage. */
  async function acceptLoss(): Promise<void> {
    status.value = await ask((engine) => engine.acceptLoss())
  }

  return { status, error, load, measure, saveSettings, acceptLoss }
})
