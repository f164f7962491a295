import { defineStore } from 'pinia'
import { shallowRef, type ShallowRef } from 'vue'
import type { UnitId } from '@/domain/unit'
import { toEngineFailure } from '@/engine/failure'
import type { Batch, DraftSummary, EngineError, IntakeProgress } from '@/engine/protocol'
import { ask, onStatus } from './engineClient'
import { prepareIntake, readFiles as readInWorker, type Reading } from './intakeClient'
import { askToPersist } from './persistence'
import { useStatusStore } from './status'

export type ImportState =
  | { readonly kind: 'idle' }
  /** `progress` is null until the first file is opened. */
  | { readonly kind: 'reading'; readonly progress: IntakeProgress | null }
  | { readonly kind: 'review'; readonly draft: DraftSummary }
  | { readonly kind: 'committing'; readonly draft: DraftSummary }
  /** `draft` is what is still under review, if anything is: the failed step can be tried again. */
  | { readonly kind: 'failed'; readonly error: EngineError; readonly draft: DraftSummary | null }
  /** `batch` null: the files added nothing to the data, so nothing was written. */
  | { readonly kind: 'done'; readonly batch: Batch | null }

/** One import, from the chosen files to the batch. The one place that catches what goes wrong in it. */
export const useImportStore = defineStore('imports', () => {
  const state = shallowRef<ImportState>({ kind: 'idle' })
  const attempt: Attempt = async (step) => {
    const draft = draftOf(state.value)
    try {
      await step()
    } catch (thrown) {
      state.value = { kind: 'failed', error: toEngineFailure(thrown), draft }
    }
  }
  const reading = readingActions(state, attempt)

  /** Takes up a draft that was under review when the page was left; call it when the page opens. */
  async function load(): Promise<void> {
    if (state.value.kind === 'reading' || state.value.kind === 'committing') return
    await attempt(async () => {
      const draft = await ask((engine) => engine.draft())
      if (draft !== null) state.value = { kind: 'review', draft }
      else if (state.value.kind === 'review') state.value = { kind: 'idle' }
    })
  }

  async function commit(): Promise<void> {
    const draft = draftOf(state.value)
    if (draft === null) return
    state.value = { kind: 'committing', draft }
    await attempt(async () => {
      const batch = await ask((engine) => engine.commitDraft())
      state.value = { kind: 'done', batch }
      if (batch !== null) void askToPersist()
    })
  }

  /** Drops the draft, or puts away what the last import said. */
  async function discard(): Promise<void> {
    await attempt(async () => {
      await reading.cancel()
      await ask((engine) => engine.discardDraft())
      state.value = { kind: 'idle' }
    })
  }

  onStatus(() => {
    // The data changed beneath a draft (another tab, an undo): it was compared anew.
    if (state.value.kind === 'review') void load()
  })

  return {
    state,
    load,
    prepare: prepareIntake,
    ...reading,
    ...reviewActions(state, attempt),
    commit,
    discard,
  }
})

type Attempt = (step: () => Promise<void>) => Promise<void>
type StateRef = ShallowRef<ImportState>

function readingActions(state: StateRef, attempt: Attempt) {
  let reading: Reading | null = null

  async function stop(): Promise<void> {
    if (reading === null) return
    reading.end()
    reading = null
    await ask((engine) => engine.discardDraft())
  }

  async function read(files: readonly File[]): Promise<void> {
    const ownUnits = await ask((engine) => engine.ownUnits())
    const city = useStatusStore().status?.settings.city ?? null
    const started = readInWorker([...files], ownUnits, city, (progress) => {
      if (reading === started) state.value = { kind: 'reading', progress }
    })
    reading = started
    try {
      await started.done
      if (reading !== started) return
      const draft = await ask((engine) => engine.draft())
      state.value = draft === null ? { kind: 'idle' } : { kind: 'review', draft }
    } finally {
      if (reading === started) reading = null
    }
  }

  /** Reads files into a new draft; an earlier one is dropped. */
  async function readFiles(files: readonly File[]): Promise<void> {
    await attempt(async () => {
      await stop()
      state.value = { kind: 'reading', progress: null }
      await read(files)
    })
  }

  /** Ends the reading at once; nothing of it is left. */
  async function cancel(): Promise<void> {
    await attempt(async () => {
      await stop()
      if (state.value.kind === 'reading') state.value = { kind: 'idle' }
    })
  }

  return { readFiles, cancel }
}

function reviewActions(state: StateRef, attempt: Attempt) {
  function show(changed: Promise<DraftSummary>): Promise<void> {
    return attempt(async () => {
      state.value = { kind: 'review', draft: await changed }
    })
  }

  /** Says which unit an unclear text means, for the whole draft. */
  function resolveUnit(placeholder: UnitId, unit: UnitId): Promise<void> {
    return show(ask((engine) => engine.resolveUnit(placeholder, unit)))
  }

  /** Leaves the reports of an unclear text (e.g. 合计) out; `resolveUnit` takes them back. */
  function skipUnit(placeholder: UnitId): Promise<void> {
    return show(ask((engine) => engine.skipUnit(placeholder)))
  }

  /** For the cells of a file that already have another value: keep it (default) or take the file's. */
  function setOverwrite(source: string, overwrite: boolean): Promise<void> {
    return show(ask((engine) => engine.setOverwrite(source, overwrite)))
  }

  /** Leaves a file of the draft out of the batch, or takes it back in. */
  function leaveOut(source: string, out: boolean): Promise<void> {
    return show(ask((engine) => engine.leaveOut(source, out)))
  }

  return { resolveUnit, skipUnit, setOverwrite, leaveOut }
}

function draftOf(state: ImportState): DraftSummary | null {
  return 'draft' in state ? state.draft : null
}
