import { isPersisted, storageUsage } from '@/storage/openStore'
import { createEngine } from './createEngine'
import type { StoreOpener } from './engineCore'
import { serveEngine } from './serveEngine'
import { PROGRAM } from './program'
import type { Surroundings } from './surroundings'

const NAME = 'xianjian'
/** Milliseconds after which the first charts are drawn, and nobody waits for the engine. */
const IDLE = 1500

/** Of the browser; each part may be missing on a plain-http intranet. */
function browserSurroundings(): Surroundings {
  return {
    now: () => Date.now(),
    locked: (work) => locked(work),
    tabs: otherTabs(),
    checkedAtOnce: 8 * 2 ** 20,
    whenIdle: (work) => {
      setTimeout(work, IDLE)
    },
    program: PROGRAM,
    usage: () => storageUsage(),
    persisted: () => isPersisted(),
    // The readers come only when they are needed: the engine must start fast.
    readSample: async (sample) => (await import('./readSample')).readSample(sample),
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

/** Starts the engine in a worker of a page: it answers the page's messages from now on. */
export function startEngine(openStore: StoreOpener): void {
  const engine = createEngine(openStore, browserSurroundings())
  engine.begin()
  serveEngine(engine)
}
