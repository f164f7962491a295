import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { SheetFormat } from '@/engine/checkProtocol'
import type { DraftFileView } from '@/engine/draftProtocol'
import type { RepairedFile } from '@/engine/repairProtocol'
import { ask } from './engineClient'
import { useImportStore } from './imports'
import { withIntake } from './intakeClient'
import { useStatusStore } from './status'

/** What is more is no handful of repaired rows, and is not read to find out. */
const MOST_FILES = 40
const MOST_BYTES = 8 * 2 ** 20

/** Offending rows that go out to be repaired and come back; actions reject with an `EngineFailure`. */
export const useRepairStore = defineStore('repairs', () => {
  /** What the last repaired files replaced. */
  const replaced = shallowRef<readonly RepairedFile[]>([])

  async function world() {
    const ownUnits = await ask((engine) => engine.ownUnits())
    return { ownUnits, within: useStatusStore().status?.settings.city ?? null }
  }

  /** The offending rows of a file of the draft with their reasons; null where there are none. */
  async function errorFile(file: DraftFileView, format: SheetFormat): Promise<Blob | null> {
    const [given] = await ask((engine) => engine.draftSources([file.source]))
    if (given === undefined) return null
    const asked = { file: given, format, ...(await world()) }
    return withIntake((api) => api.errorFile(asked))
  }

  /** Takes repaired files into the draft; false where they are no such files. */
  async function takeBack(files: readonly File[]): Promise<boolean> {
    if (files.length > MOST_FILES || files.some(({ size }) => size > MOST_BYTES)) return false
    const draft = await ask((engine) => engine.draftSources(null))
    const asked = { files: [...files], draft, ...(await world()) }
    const done = await withIntake((api) => api.readRepaired(asked))
    if (done === null) return false
    replaced.value = done
    await useImportStore().load()
    return true
  }

  return { replaced, errorFile, takeBack }
})
