import { defineStore } from 'pinia'
import { shallowRef, type ShallowRef } from 'vue'
import type { UnitId } from '@/domain/unit'
import { toEngineFailure } from '@/engine/failure'
import type { Batch } from '@/data/batch'
import type { DraftSummary } from '@/engine/draftProtocol'
import type { IntakeProgress } from '@/engine/intakeProtocol'
import type { EngineError } from '@/engine/statusProtocol'
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

  /** Puts away what the last import said; a draft that is left is under review again. */
  async function putAway(): Promise<void> {
    state.value = { kind: 'idle' }
    await load()
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
    putAway,
  }
})

type Attempt = (step: () => Promise<void>) => Promise<void>
type StateRef = ShallowRef<ImportState>

/** An import under way; `reading` is null until its worker is started. */
interface Wanted {
  reading: Reading | null
}

function readingActions(state: StateRef, attempt: Attempt) {
  /** Null when nothing is being read, or what was is cancelled. */
  let wanted: Wanted | null = null

  async function end({ reading }: Wanted): Promise<void> {
    reading?.end()
    await ask((engine) => engine.discardDraft())
  }

  async function read(own: Wanted, files: readonly File[]): Promise<void> {
    const ownUnits = await ask((engine) => engine.ownUnits())
    // Meanwhile it may have been cancelled, or another one started.
    if (wanted !== own) return
    const city = useStatusStore().status?.settings.city ?? null
    own.reading = readInWorker([...files], ownUnits, city, (progress) => {
      if (wanted === own) state.value = { kind: 'reading', progress }
    })
    await own.reading.done
    if (wanted !== own) return
    const draft = await ask((engine) => engine.draft())
    state.value = draft === null ? { kind: 'idle' } : { kind: 'review', draft }
  }

  /** Reads files into a new draft; an earlier one is dropped. */
  async function readFiles(files: readonly File[]): Promise<void> {
    const earlier = wanted
    const own: Wanted = { reading: null }
    wanted = own
    state.value = { kind: 'reading', progress: null }
    await attempt(async () => {
      try {
        if (earlier !== null) await end(earlier)
        await read(own, files)
      } catch (thrown) {
        // Of an import that nobody wants any more nobody wants to know why it failed.
        if (wanted === own) throw thrown
      } finally {
        if (wanted === own) wanted = null
      }
    })
  }

  /** Ends the reading at once; nothing of it is left. */
  async function cancel(): Promise<void> {
    const cancelled = wanted
    if (cancelled === null) return
    wanted = null
    state.value = { kind: 'idle' }
    await attempt(() => end(cancelled))
  }

  return { readFiles, cancel }
}

function reviewActions(state: StateRef, attempt: Attempt) {
  /** Shows the draft as a decision has changed it. */
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

  return { show, resolveUnit, skipUnit, setOverwrite, leaveOut }
}

function draftOf(state: ImportState): DraftSummary | null {
  return 'draft' in state ? state.draft : null
}
