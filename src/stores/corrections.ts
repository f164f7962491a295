import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Batch, ReportKey } from '@/data/batch'
import type { CellCorrection, LedgerEntry } from '@/engine/correctionProtocol'
import { ask, askKept, onStatus, plain } from './engineClient'

/** Corrections by hand; every action rejects with an `EngineFailure`. */
export const useCorrectionStore = defineStore('corrections', () => {
  /** The ledger, newest last; kept up to date once loaded. */
  const entries = shallowRef<readonly LedgerEntry[]>([])
  /** Corrections that the imports contradict by now. */
  const conflicts = shallowRef(0)
  let isLoaded = false
  let dataVersion = ''
  onStatus((status) => {
    if (status.dataVersion === dataVersion) return
    dataVersion = status.dataVersion
    // A failure comes back when the ledger itself is opened, and is told there.
    refresh().catch(() => undefined)
  })

  async function refresh(): Promise<void> {
    conflicts.value = await askKept('correctionConflicts', [], (engine) =>
      engine.correctionConflicts(),
    )
    if (isLoaded) await load()
  }

  async function load(): Promise<void> {
    isLoaded = true
    entries.value = await ask((engine) => engine.corrections())
  }

  /** Null when the cells have these values already. */
  function correct(cells: readonly CellCorrection[], reason: string): Promise<Batch | null> {
    return ask((engine) => engine.correct(plain(cells), reason))
  }

  /** The figures that a report leaves blank. */
  function blankCells(key: ReportKey): Promise<string[]> {
    return ask((engine) => engine.blankCells(plain(key)))
  }

  function zeroBlanks(key: ReportKey, reason: string): Promise<Batch | null> {
    return ask((engine) => engine.zeroBlanks(plain(key), reason))
  }

  async function keepCorrection(key: ReportKey, indicator: string): Promise<void> {
    await ask((engine) => engine.keepCorrection(plain(key), indicator))
  }

  async function takeImport(key: ReportKey, indicator: string, reason: string): Promise<void> {
    await ask((engine) => engine.takeImport(plain(key), indicator, reason))
  }

  /** The ledger as CSV. */
  function exportLedger(): Promise<Blob> {
    return ask((engine) => engine.exportCorrections())
  }

  return {
    entries,
    conflicts,
    load,
    correct,
    blankCells,
    zeroBlanks,
    keepCorrection,
    takeImport,
    exportLedger,
  }
})
