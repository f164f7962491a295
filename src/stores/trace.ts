import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ReportKey } from '@/data/batch'
import type { Place } from '@/domain/finding'
import { toEngineFailure } from '@/engine/failure'
import type { SourceView, Trace } from '@/engine/questionProtocol'
import type { EngineError } from '@/engine/statusProtocol'
import type { SourceExcerpt } from '@/intake/sourceExcerpt'
import { ask, plain } from './engineClient'
import { readExcerpt } from './intakeClient'

export type TraceState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'loading'; readonly key: ReportKey; readonly item: string }
  | { readonly kind: 'open'; readonly key: ReportKey; readonly item: string; readonly trace: Trace }
  | { readonly kind: 'failed'; readonly error: EngineError }

/** A number whose way back was on screen. */
export interface Traced {
  readonly key: ReportKey
  readonly item: string
}

/** "这个数哪来的？": the one number whose way back to its source is on screen. */
export const useTraceStore = defineStore('trace', () => {
  const state = shallowRef<TraceState>({ kind: 'closed' })
  /** The numbers that led to the one on screen, the first of all first. */
  const trail = shallowRef<readonly Traced[]>([])

  function open(key: ReportKey, item: string): Promise<void> {
    trail.value = []
    return show(key, item)
  }

  /** From the number on screen on to one that it rests on, or that rests on it. */
  function follow(key: ReportKey, item: string): Promise<void> {
    const shown = state.value
    if (shown.kind === 'open') trail.value = [...trail.value, { key: shown.key, item: shown.item }]
    const { unit, year, scope } = key
    return show({ unit, year, scope }, item)
  }

  /** Back to the number that led here. */
  async function back(): Promise<void> {
    const last = trail.value.at(-1)
    if (last === undefined) return
    trail.value = trail.value.slice(0, -1)
    await show(last.key, last.item)
  }

  async function show(key: ReportKey, item: string): Promise<void> {
    const loading: TraceState = { kind: 'loading', key: plain(key), item }
    state.value = loading
    const opened = await traceState(loading.key, item)
    // Another number was clicked, or the drawer closed, while this one was on its way.
    if (state.value === loading) state.value = opened
  }

  function close(): void {
    trail.value = []
    state.value = { kind: 'closed' }
  }

  /** Asks again for the number on screen, after a change of the data. */
  async function renew(): Promise<void> {
    const shown = state.value
    if (shown.kind !== 'open') return
    const opened = await traceState(shown.key, shown.item)
    if (state.value === shown) state.value = opened
  }

  /** Where a number comes from, without showing it; rejects with an `EngineFailure`. */
  function lookUp(key: ReportKey, item: string): Promise<Trace> {
    return ask((engine) => engine.trace(plain(key), item))
  }

  /** The file as it was given; rejects with an `EngineFailure`. */
  function source(id: string): Promise<SourceView> {
    return ask((engine) => engine.source(id))
  }

  /** What stands around a place in a source; null when it is not found there. */
  async function excerpt(id: string, place: Place): Promise<SourceExcerpt | null> {
    return readExcerpt(await source(id), plain(place))
  }

  return { state, trail, open, follow, back, close, renew, lookUp, source, excerpt }
})

async function traceState(key: ReportKey, item: string): Promise<TraceState> {
  try {
    return { kind: 'open', key, item, trace: await ask((engine) => engine.trace(key, item)) }
  } catch (thrown) {
    return { kind: 'failed', error: toEngineFailure(thrown) }
  }
}
