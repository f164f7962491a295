import { defineStore } from 'pinia'
import type { ReportKey } from '@/data/batch'
import type { StatutoryFormat, ViewFormat } from '@/engine/fileProtocol'
import type { StatutoryFile } from '@/exports/statutoryFile'
import type { ViewFile } from '@/exports/viewFile'
import { ask, plain } from './engineClient'

/** What is written as files, in the worker; every action rejects with an `EngineFailure`. */
export const useFileStore = defineStore('files', () => {
  function viewFile(view: ViewFile, format: ViewFormat): Promise<Blob> {
    return ask((engine) => engine.viewFile(view, format))
  }

  function statutoryFile(file: StatutoryFile, format: StatutoryFormat): Promise<Blob> {
    return ask((engine) => engine.statutoryFile(file, format))
  }

  /** The texts of the figures of a report that are unreadable, by indicator. */
  function rawTexts(key: ReportKey): Promise<(readonly [string, string])[]> {
    return ask((engine) => engine.rawTexts(plain(key)))
  }

  return { viewFile, statutoryFile, rawTexts }
})
