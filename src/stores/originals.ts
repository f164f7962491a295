import { defineStore } from 'pinia'
import type { SourceReports } from '@/engine/documentProtocol'
import { ask } from './engineClient'
import { openOriginal, type OpenedOriginal } from './intakeClient'

/** Documents beside their forms as read; holds nothing. Every action rejects with an `EngineFailure`. */
export const useOriginalStore = defineStore('originals', () => {
  function reports(source: string): Promise<SourceReports> {
    return ask((engine) => engine.sourceReports(source))
  }

  /** Reads the source anew, to be drawn; whoever asks must close it. */
  async function open(source: string): Promise<OpenedOriginal> {
    const { name, content } = await ask((engine) => engine.original(source))
    return openOriginal(new File([content], name))
  }

  return { reports, open }
})
