import { defineStore } from 'pinia'
import type { PackageSummary } from '@/engine/packageProtocol'
import { ask } from './engineClient'

/** The data as files: canonical exports and the package. Every action rejects with an `EngineFailure`. */
export const useBackupStore = defineStore('backup', () => {
  function exportReports(format: 'csv' | 'json' | 'long'): Promise<Blob> {
    return ask((engine) => engine.exportReports(format))
  }

  /** Everything in one `.xianjian` file; notes the time as that of the last backup. */
  function exportPackage(): Promise<Blob> {
    return ask((engine) => engine.exportPackage())
  }

  /** Verifies a package and says what it holds; changes nothing. */
  function inspectPackage(file: Blob): Promise<PackageSummary> {
    return ask((engine) => engine.inspectPackage(file))
  }

  /** Puts a verified package in the place of everything that is stored. */
  async function importPackage(file: Blob): Promise<void> {
    await ask((engine) => engine.importPackage(file))
  }

  return { exportReports, exportPackage, inspectPackage, importPackage }
})
