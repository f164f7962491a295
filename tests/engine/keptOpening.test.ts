import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { OPENED, type KeptCall } from '@/engine/keptCalls'
import { readKeptOpening } from '@/engine/keptOpening'
import type { EngineApi } from '@/engine/protocol'
import type { Sentinel } from '@/engine/statusProtocol'
import { readKept } from '@/storage/keptReader'
import { csv, HANYIN, importInto, openTab, type TestTab } from './testEngine'

const PROGRAM = 'this build'
const question = {
  items: ['requests.new.total', 'measure.openRate'],
  units: null,
  years: null,
  scope: 'whole',
} as const
const all = { units: null, years: null, scope: 'whole' } as const
const link = { ...all, link: 'Y-CARRY:total' }
const findings = { ...all, kinds: ['error'], rule: null, disposed: null } as const
const page = { first: 0, count: 20 }

interface Session extends TestTab {
  /** What waits for the engine to be idle. */
  readonly idle: (() => void)[]
  readonly opened: Awaited<ReturnType<EngineApi['open']>>
}

/** A session of a program that keeps its replies. */
async function session(
  factory: IDBFactory,
  sentinel: Sentinel | null = null,
  program: string | null = PROGRAM,
): Promise<Session> {
  const idle: (() => void)[] = []
  const tab = openTab(factory, { program, whenIdle: (work) => idle.push(work) })
  return { ...tab, idle, opened: await tab.engine.open(sentinel) }
}

/** Lets all that waits have its turn, and what comes of it settle. */
async function rest({ idle }: Pick<Session, 'idle'>): Promise<void> {
  for (const work of idle.splice(0)) work()
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
}

function opening(factory: IDBFactory, noted: Sentinel | null, program = PROGRAM) {
  return readKeptOpening(program, noted, (name) =>
    readKept(name, { name: 'test', indexedDB: factory, IDBKeyRange }),
  )
}

const calls: readonly (readonly [
  KeptCall,
  (engine: EngineApi) => Promise<unknown>,
  ...unknown[],
])[] = [
  ['ask', (engine) => engine.ask(question), question],
  ['coverage', (engine) => engine.coverage()],
  ['health', (engine) => engine.health(all), all],
  ['chain', (engine) => engine.chain(link), link],
  ['findings', (engine) => engine.findings(findings, page), findings, page],
  ['rollUps', (engine) => engine.rollUps(question), question],
  ['correctionConflicts', (engine) => engine.correctionConflicts()],
]

test('what a page asked is kept, the same as the engine says it', async () => {
  const factory = new IDBFactory()
  const first = await session(factory)
  await first.engine.loadSample('fictional')
  await first.engine.health({ ...all, units: ['cn:000000'] }).catch(() => undefined)
  await first.engine.chain({ ...all, link: 'none' }).catch(() => undefined)
  for (const [, ask] of calls) await ask(first.engine)
  await rest(first)

  const next = await session(factory)
  const kept = await opening(factory, next.opened.sentinel)

  expect(kept?.find(OPENED, [])).toEqual(next.opened)
  for (const [call, ask, ...args] of calls) {
    expect(kept?.find(call, args), call).toEqual(await ask(next.engine))
  }
  expect(kept?.find('coverage', ['of something else'])).toBeUndefined()
})

test('after a change of the data nothing is kept until it is asked again', async () => {
  const factory = new IDBFactory()
  const { engine, idle } = await session(factory)
  await importInto(engine, [csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`])])
  await engine.ask(question)
  await rest({ idle })
  const before = (await engine.status()).sentinel
  expect(await opening(factory, before)).not.toBeNull()

  await engine.saveSettings({ theme: 'dark' })
  const after = (await engine.status()).sentinel
  expect(await opening(factory, before)).toBeNull()
  expect(await opening(factory, after)).toBeNull()

  await engine.ask(question)
  await rest({ idle })
  const kept = await opening(factory, after)
  expect(kept?.find('ask', [question])).toEqual(await engine.ask(question))
  expect(kept?.find(OPENED, [])).toMatchObject({ settings: { theme: 'dark' } })
})

test('it is kept when nothing was asked for a while, not before', async () => {
  const factory = new IDBFactory()
  const tab = await session(factory)
  await tab.engine.loadSample('fictional')
  await tab.engine.coverage()
  const early = tab.idle.splice(0)
  await tab.engine.ask(question)
  for (const work of early) work()
  await rest({ idle: [] })
  const noted = (await tab.engine.status()).sentinel
  expect(await opening(factory, noted)).toBeNull()

  await rest(tab)
  expect(await opening(factory, noted)).not.toBeNull()
})

test('what is kept, or cannot be, is not worked out again', async () => {
  const factory = new IDBFactory()
  const tab = await session(factory)
  await tab.engine.loadSample('fictional')
  const store = tab.store()
  const kept: string[][] = []
  const keep = store.keepReplies.bind(store)
  store.keepReplies = (program, sequence, replies) => {
    kept.push(replies.map(({ id }) => id))
    return keep(program, sequence, replies)
  }

  await tab.engine.coverage()
  await tab.engine.chain({ ...all, link: 'none' }).catch(() => undefined)
  await rest(tab)
  await tab.engine.coverage()
  await tab.engine.chain({ ...all, link: 'none' }).catch(() => undefined)
  await rest(tab)
  expect(kept).toEqual([['["open"]', '["coverage"]']])
})

test('nothing is used where the store is not in the state that was noted, or of another build', async () => {
  const factory = new IDBFactory()
  const tab = await session(factory)
  await tab.engine.loadSample('fictional')
  await tab.engine.coverage()
  await rest(tab)
  const noted = (await tab.engine.status()).sentinel

  expect(await opening(factory, noted)).not.toBeNull()
  expect(await opening(factory, { ...noted, sequence: noted.sequence + 1 })).toBeNull()
  expect(await opening(factory, noted, 'another build')).toBeNull()
  expect(await opening(factory, null)).toBeNull()
})

test('nothing is kept of a store with a damaged batch, or by a program without a name', async () => {
  const factory = new IDBFactory()
  const nameless = await session(factory, null, null)
  await nameless.engine.loadSample('fictional')
  await nameless.engine.coverage()
  await rest(nameless)
  const noted = (await nameless.engine.status()).sentinel
  expect(await nameless.store().keptIds(PROGRAM, noted.sequence)).toEqual([])
  await damage(factory)

  const tab = await session(factory)
  expect(tab.opened.health.kind).toBe('damaged')
  await tab.engine.coverage()
  await rest(tab)
  expect(await opening(factory, noted)).toBeNull()
})

/** Removes a segment of the store. */
async function damage(factory: IDBFactory): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open('test')
    request.onsuccess = () => {
      resolve(request.result)
    }
  })
  const transaction = database.transaction('segments', 'readwrite')
  transaction.objectStore('segments').clear()
  await new Promise((resolve) => {
    transaction.oncomplete = resolve
  })
  database.close()
}
