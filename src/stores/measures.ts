import { defineStore } from 'pinia'
import type { OwnMeasure } from '@/domain/ownMeasure'
import type { MeasureDraft } from '@/engine/measureProtocol'
import { ask, plain } from './engineClient'

/** Changes the user's own measures; holds nothing: they are among the settings. */
export const useMeasureStore = defineStore('measures', () => {
  function save(measure: MeasureDraft): Promise<OwnMeasure> {
    return ask((engine) => engine.saveMeasure(plain(measure)))
  }

  async function remove(id: string): Promise<void> {
    await ask((engine) => engine.removeMeasure(id))
  }

  return { save, remove }
})
