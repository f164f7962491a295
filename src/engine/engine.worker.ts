import { expose, transfer } from 'comlink'
import { isPersisted, openStore, storageUsage } from '@/storage/openStore'
import { createEngine } from './createEngine'
import type { EngineWorkerApi } from './protocol'
import { readSample } from './readSample'
import type { Surroundings } from './surroundings'

const NAME = 'xianjian'

/** Of the browser; each part may be missing on a plain-http intranet. */
function browserSurroundings(): Surroundings {
  return {
    now: () => Date.now(),
    locked: (work) => locked(work),
    tabs: otherTabs(),
    whenIdle: (work) => {
      setTimeout(work, 300)
    },
    usage: () => storageUsage(),
    persisted: () => isPersisted(),
    readSample,
  }
}

/** Without locks the store still refuses a change that was prepared on an older state. */
function locked<T>(
  work: () => Promise<T>,
  browser: { readonly locks?: LockManager } = navigator,
): Promise<T> {
  return browser.locks === undefined ? work() : browser.locks.request(NAME, work)
}

function otherTabs(): Surroundings['tabs'] {
  const channel = new BroadcastChannel(NAME)
  return {
    tell: (sequence) => {
      channel.postMessage(sequence)
    },
    hear: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (typeof data === 'number') listener(data)
      })
    },
  }
}

const engine = createEngine(openStore, browserSurroundings())

const worker: EngineWorkerApi = {
  ...engine,
  ask: async (question) => {
    const answer = await engine.ask(question)
    const numbers = [
      answer.values,
      answer.states,
      answer.numerators,
      answer.denominators,
      answer.marks,
      answer.checks,
      answer.editions,
      ...Object.values(answer.totals),
    ]
    return transfer(answer, [...new Set(numbers.map(({ buffer }) => buffer as ArrayBuffer))])
  },
  listen: async (port) => {
    expose(await engine.newSink(), port)
  },
}

expose(worker)
