import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { toEngineFailure } from '@/engine/failure'
import type { SourceReports } from '@/engine/documentProtocol'
import type { OriginalDocument } from '@/intake/original/original'
import { queuePaint } from '@/ui/paintQueue'
import { useOriginalStore } from '@/stores/originals'
import { failureText } from '../shell/failureText'

type Opened = Awaited<ReturnType<ReturnType<typeof useOriginalStore>['open']>>

/** The source that is looked at: what was read in it, and the document itself. */
export function useOriginal(source: () => string) {
  const store = useOriginalStore()
  const reports = shallowRef<SourceReports | null>(null)
  const documents = shallowRef<readonly OriginalDocument[] | null>(null)
  const problem = shallowRef('')
  let opened: Opened | null = null
  let latest = 0

  function close(): void {
    opened?.close()
    opened = null
  }

  async function attempt(own: number, step: () => Promise<void>): Promise<void> {
    try {
      await step()
    } catch (thrown) {
      if (own === latest) problem.value = failureText(toEngineFailure(thrown))
    }
  }

  function load(id: string): void {
    const own = ++latest
    close()
    problem.value = ''
    // Each side goes in a task of its own, before the answers come.
    clearSoon(documents)
    clearSoon(reports)
    if (id === '') return
    void attempt(own, async () => {
      const found = await store.reports(id)
      if (own === latest) reports.value = found
    })
    void attempt(own, async () => {
      const now = await store.open(id)
      if (own !== latest) {
        now.close()
        return
      }
      opened = now
      documents.value = now.documents
    })
  }

  /** Asks again what was read, after a word in the review. */
  async function renew(): Promise<void> {
    const own = latest
    await attempt(own, async () => {
      const found = await store.reports(source())
      if (own === latest) reports.value = found
    })
  }

  function draw(document: string, page: number, scale: number): Promise<ImageBitmap> {
    if (opened === null) return Promise.reject(new Error('No original is open'))
    return opened.page(document, page, scale)
  }

  watch(source, load, { immediate: true })
  onBeforeUnmount(() => {
    latest++
    close()
  })

  return { reports, documents, problem, draw, renew }
}

/** Empties it in a task of its own, unless it has something new by then. */
function clearSoon<Value>(shown: ShallowRef<Value | null>): void {
  const before = shown.value
  if (before === null) return
  queuePaint(() => {
    if (shown.value === before) shown.value = null
  })
}
