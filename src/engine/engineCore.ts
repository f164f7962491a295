import type { Store } from '@/storage/store'
import { DraftDesk } from './draftDesk'
import { failureOf } from './engineErrors'
import { EngineFailure } from './failure'
import { sentinelOf } from './health'
import { Holdings } from './holdings'
import type { Sentinel, StoreStatus } from './statusProtocol'
import { statusOf } from './status'
import type { Surroundings } from './surroundings'

/** Opens the store of this browser; calls back when another tab's newer program takes it over. */
export type StoreOpener = (onSuperseded: () => void) => Promise<Store>

interface Opened {
  readonly holdings: Holdings
  readonly desk: DraftDesk
}

/** What all of the engine's actions stand on: the opened store, and those who want to hear of changes. */
export class EngineCore {
  readonly surroundings: Surroundings
  /** What was noted outside the store of its latest sound state. */
  sentinel: Sentinel | null = null
  readonly #openStore: StoreOpener
  readonly #listeners = new Set<(status: StoreStatus) => void>()
  #opened: Promise<Opened> | null = null
  /** Whether the page has said what it expects to find; nothing is told before. */
  #asked = false
  #superseded = false
  #usage: StoreStatus['usage'] = null
  #persisted = false

  constructor(openStore: StoreOpener, surroundings: Surroundings) {
    this.#openStore = openStore
    this.surroundings = surroundings
  }

  /** Begins to open the store before anyone asks for it. */
  begin(): void {
    if (this.#opened !== null) return
    this.#opened = this.#open()
    this.#opened.catch(() => {
      this.#opened = null
    })
  }

  /** Opens the store; a second call finds it open, and a failed one may be repeated. */
  async open(sentinel: Sentinel | null): Promise<StoreStatus> {
    if (this.#opened === null || !this.#asked) this.sentinel = sentinel
    this.#asked = true
    this.begin()
    return this.known()
  }

  /** The status with fresh figures of the space used. */
  status(): Promise<StoreStatus> {
    return this.run(async ({ holdings }) => {
      await this.#measure()
      return this.#status(holdings)
    })
  }

  /** The status without fresh figures. */
  known(): Promise<StoreStatus> {
    return this.run(({ holdings }) => this.#status(holdings))
  }

  onChange(listener: (status: StoreStatus) => void): void {
    this.#listeners.add(listener)
  }

  /** Does work on the opened store; whatever it throws becomes an `EngineFailure`. */
  async run<T>(work: (opened: Opened) => T | Promise<T>): Promise<T> {
    try {
      if (this.#opened === null) throw new EngineFailure('storage-unavailable', 'not open')
      return await work(await this.#opened)
    } catch (thrown) {
      throw failureOf(thrown)
    }
  }

  /** From now on what is there is what is expected. */
  expectPresent(holdings: Holdings): void {
    this.sentinel = sentinelOf(holdings.snapshot)
  }

  async #open(): Promise<Opened> {
    const store = await this.#openStore(() => {
      this.#superseded = true
      this.#tell()
    })
    const holdings = new Holdings(store, this.surroundings, () => {
      this.#tell()
    })
    const desk = new DraftDesk(holdings, () => {
      this.#tell()
    })
    await Promise.all([holdings.refresh(), desk.restore()])
    this.surroundings.tabs.hear((sequence) => {
      // Another tab's change that cannot be read now is read with the next one.
      holdings.follow(sequence).catch(() => undefined)
    })
    this.#measureLater()
    return { holdings, desk }
  }

  #status(holdings: Holdings): StoreStatus {
    const status = statusOf(holdings, {
      superseded: this.#superseded,
      sentinel: this.sentinel,
      usage: this.#usage,
      persisted: this.#persisted,
    })
    if (status.health.kind === 'ok') this.sentinel = status.sentinel
    return status
  }

  #tell(): void {
    if (!this.#asked) return
    void this.#opened?.then(({ holdings }) => {
      const status = this.#status(holdings)
      for (const listener of this.#listeners) listener(status)
      this.#measureLater()
    })
  }

  /** Space used is worth telling, but no one should wait for it. */
  #measureLater(): void {
    this.surroundings.whenIdle(() => {
      void this.#measure().then((differs) => {
        if (differs) this.#tell()
      })
    })
  }

  /** Whether the figures are not those that were told last. */
  async #measure(): Promise<boolean> {
    const before = JSON.stringify([this.#usage, this.#persisted])
    this.#usage = await this.surroundings.usage()
    this.#persisted = await this.surroundings.persisted()
    return JSON.stringify([this.#usage, this.#persisted]) !== before
  }
}
