import type { IDBFactory as FakeFactory } from 'fake-indexeddb'
import { serveEngine } from '@/engine/serveEngine'
import { serveIntake } from '@/engine/serveIntake'
import { openTab } from '../engine/testEngine'

type Factory = InstanceType<typeof FakeFactory>

/** Workers of this process; the engine and the intake in them are the real ones. */
export class InProcessWorkers {
  readonly started: string[] = []
  indexedDB: Factory
  readonly #running = new Set<LinkedEnd>()

  constructor(indexedDB: Factory) {
    this.indexedDB = indexedDB
  }

  /** What to put in the place of `Worker`: a function that is called with `new` may return any object. */
  get constructorOfWorkers(): (url: URL) => object {
    const start = (url: URL) => this.#start(url.pathname)
    return function (url: URL) {
      return start(url)
    }
  }

  /** Every worker fails as on an error that nothing caught. */
  crash(): void {
    for (const end of this.#running)
      end.dispatchEvent(Object.assign(new Event('error'), { message: 'crashed' }))
  }

  #start(path: string): LinkedEnd {
    this.started.push(path.slice(path.lastIndexOf('/') + 1))
    const [page, worker] = linkedEnds()
    this.#running.add(page)
    if (path.endsWith('engine.worker.ts')) serveEngine(openTab(this.indexedDB).engine, worker)
    else serveIntake(worker)
    return page
  }
}

/** One of two ends; what is posted at one arrives at the other, until it is terminated. */
class LinkedEnd extends EventTarget {
  other: LinkedEnd | null = null

  postMessage(data: unknown, transfers: Transferable[] = []): void {
    // As a real port would, refuse what cannot be cloned, such as Vue's proxies.
    if (transfers.length === 0) structuredClone(data)
    setTimeout(() => this.other?.dispatchEvent(new MessageEvent('message', { data })), 0)
  }

  terminate(): void {
    if (this.other !== null) this.other.other = null
    this.other = null
  }
}

function linkedEnds(): [LinkedEnd, LinkedEnd] {
  const [left, right] = [new LinkedEnd(), new LinkedEnd()]
  left.other = right
  right.other = left
  return [left, right]
}
