import { IDBKeyRange, type IDBFactory as FakeFactory } from 'fake-indexeddb'
import { createEngine, type Engine } from '@/engine/createEngine'
import { readSample } from '@/engine/readSample'
import type { DraftSummary } from '@/engine/draftProtocol'
import type { Sentinel } from '@/engine/statusProtocol'
import type { Surroundings } from '@/engine/surroundings'
import { intakeFiles } from '@/intake/intakeFile'
import { describeDatabase } from '@/storage/database'
import { openDexieStore, type DexieStoreOptions } from '@/storage/dexieStore'
import type { Store } from '@/storage/store'

type Factory = InstanceType<typeof FakeFactory>

/** Tabs of one browser: what one tells, the others hear. */
export class Tabs {
  readonly #listeners = new Set<(sequence: number) => void>()

  of(): Surroundings['tabs'] {
    let own: ((sequence: number) => void) | null = null
    return {
      tell: (sequence) => {
        for (const listener of this.#listeners) if (listener !== own) listener(sequence)
      },
      hear: (listener) => {
        own = listener
        this.#listeners.add(listener)
      },
    }
  }
}

export interface TestTab {
  readonly engine: Engine
  readonly store: () => Store
}

/** An engine in a tab of its own; tabs with the same factory share a store. */
export function openTab(
  indexedDB: Factory,
  options: Partial<DexieStoreOptions & Surroundings> = {},
): TestTab {
  const opened: Store[] = []
  const engine = createEngine(
    async (onSuperseded) => {
      const database = describeDatabase('test', { indexedDB, IDBKeyRange })
      const store = await openDexieStore(database, {
        onSuperseded,
        available: () => Promise.resolve(null),
        ...options,
      })
      opened.push(store)
      return store
    },
    { ...testSurroundings(), ...options },
  )
  return {
    engine,
    store: () => {
      const store = opened.at(-1)
      if (store === undefined) throw new Error('The tab is not open')
      return store
    },
  }
}

export function testSurroundings(): Surroundings {
  return {
    now: () => 1_750_000_000_000,
    locked: (work) => work(),
    tabs: new Tabs().of(),
    checkedAtOnce: 2 ** 20,
    whenIdle: (work) => {
      setTimeout(work, 0)
    },
    program: null,
    usage: () => Promise.resolve(null),
    persisted: () => Promise.resolve(false),
    readSample,
  }
}

/** An opened engine over a store. */
export async function openEngine(
  indexedDB: Factory,
  sentinel: Sentinel | null = null,
): Promise<TestTab> {
  const tab = openTab(indexedDB)
  await tab.engine.open(sentinel)
  return tab
}

/** Reads files into a draft as the intake worker does. */
export async function readInto(engine: Engine, files: readonly File[]): Promise<DraftSummary> {
  const sink = await engine.newSink()
  await sink.begin()
  const ownUnits = await engine.ownUnits()
  await intakeFiles(files, { ownUnits, within: null }, (draft, content, reading) =>
    sink.addFile(draft, content, reading),
  )
  await sink.finish()
  const draft = await engine.draft()
  if (draft === null) throw new Error('There is no draft')
  return draft
}

/** Reads files and commits them at once. */
export async function importInto(engine: Engine, files: readonly File[]) {
  await readInto(engine, files)
  return engine.commitDraft()
}

/** A wide CSV of 新收 and 结转 totals: rows of unit code, name, year, and the two. */
export function csv(name: string, rows: readonly string[]): File {
  const header =
    'unit_code,unit_name,year,scope,edition,requests.new.total,requests.carriedIn.total'
  return new File([[header, ...rows].join('\n') + '\n'], name)
}

export const HANYIN = '610921,汉阴县'
export const HONGZE = '320813,洪泽区'
