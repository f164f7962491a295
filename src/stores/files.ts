import { defineStore } from 'pinia'
import type { ViewFormat } from '@/engine/fileProtocol'
import type { ViewFile } from '@/exports/viewFile'
import { ask } from './engineClient'

/** What is written as files, in the worker; every action rejects with an `EngineFailure`. */
export const useFileStore = defineStore('files', () => {
  function viewFile(view: ViewFile, format: ViewFormat): Promise<Blob> {
    return ask((engine) => engine.viewFile(view, format))
  }

  return { viewFile }
})
