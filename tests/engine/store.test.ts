import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test, vi } from 'vitest'
import { cubeHash } from '@/data/contentHash'
import { sourceHash } from '@/data/sourceHash'
import { Holdings } from '@/engine/holdings'
import { createEngine } from '@/engine/createEngine'
import type { StoreStatus } from '@/engine/statusProtocol'
import { describeDatabase } from '@/storage/database'
import { createMemoryStore } from '@/storage/memoryStore'
import {
  csv,
  HANYIN,
  HONGZE,
  importInto,
  openEngine,
  openTab,
  readInto,
  Tabs,
  testSurroundings,
  type TestTab,
} from './testEngine'

// Whole engines with samples and many imports: slow where other tests run beside them.
vi.setConfig({ testTimeout: 30_000 })

const first = csv('a.csv', [`${HANYIN},2023,whole,2021,30,0`, `${HONGZE},2023,whole,2021,5,1`])
const second = csv('b.csv', [`${HANYIN},2024,whole,2021,40,2`])

test('the content hash is the same after opening again, and after undo and redo', async () => {
  const factory = new IDBFactory()
  const tab = await openEngine(factory)
  await importInto(tab.engine, [first])
  const one = await contentHash(tab)
  await importInto(tab.engine, [second])
  const both = await contentHash(tab)
  expect(both).not.toBe(one)

  await tab.engine.setBatchActive(2, false)
  expect(await contentHash(tab)).toBe(one)
  await tab.engine.setBatchActive(2, true)
  expect(await contentHash(tab)).toBe(both)
  expect(await contentHash(await openEngine(factory))).toBe(both)
})

test('listeners hear of every change, and of nothing when nothing changed', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const heard: [number, string][] = []
  await engine.onChange(({ reports, settings }) => heard.push([reports, settings.operator]))

  await importInto(engine, [first])
  await importInto(engine, [first])
  await engine.saveSettings({ operator: '王' })
  await engine.setBatchActive(1, true)
  await engine.setBatchActive(1, false)

  await expect
    .poll(() => heard)
    .toEqual([
      [2, ''],
      [2, '王'],
      [0, '王'],
    ])
})

test('another tab sees a change, and a batch of each is kept', async () => {
  const factory = new IDBFactory()
  const tabs = new Tabs()
  const left = openTab(factory, { tabs: tabs.of() }).engine
  const right = openTab(factory, { tabs: tabs.of() }).engine
  await Promise.all([left.open(null), right.open(null)])
  await Promise.all([importInto(left, [first]), importInto(right, [second])])

  await expect.poll(async () => (await left.batches()).map(({ id }) => id)).toEqual([1, 2])
  await expect.poll(async () => (await right.status()).reports).toBe(3)
  expect((await left.status()).reports).toBe(3)
})

test('settings that two tabs change at once are both kept', async () => {
  const factory = new IDBFactory()
  const [left, right] = [openTab(factory).engine, openTab(factory).engine]
  await Promise.all([left.open(null), right.open(null)])

  await Promise.all([left.saveSettings({ operator: '王' }), right.saveSettings({ theme: 'dark' })])

  const { engine } = await openEngine(factory)
  expect((await engine.status()).settings).toMatchObject({ operator: '王', theme: 'dark' })
})

test('the roster is the counties and zones of the city, with those added and without those removed', async () => {
  const { engine } = await openEngine(new IDBFactory())
  const zone = await engine.addUnit({ name: '安康高新区', kind: 'zone', parent: 'cn:610900' })
  await engine.addUnit({ name: '市财政局', kind: 'department', parent: 'cn:610900' })
  await engine.saveSettings({
    city: 'cn:610900',
    rosterAdded: ['cn:320813'],
    rosterRemoved: ['cn:610921'],
  })

  const names = (await engine.status()).roster.map(({ name }) => name)

  expect(names).toContain('汉滨区')
  expect(names).toContain('安康高新区')
  expect(names).toContain('洪泽区')
  expect(names).not.toContain('汉阴县')
  expect(names).not.toContain('市财政局')
  expect(zone.fullName).toBe('陕西省安康市安康高新区')
  expect((await engine.searchUnits('高新', 5)).map(({ id }) => id)).toContain(zone.id)
})

test('a store that was wiped is told from a new one by the note outside it', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await importInto(engine, [first])
  const { sentinel } = await engine.status()

  const wiped = await openEngine(new IDBFactory(), sentinel)

  const lost = { kind: 'lost', expectedReports: 2, foundReports: 0 }
  expect((await wiped.engine.status()).health).toEqual(lost)
  const accepted = await wiped.engine.acceptLoss()
  expect(accepted.health).toEqual({ kind: 'ok' })
  expect(accepted.sentinel.sequence).toBeGreaterThan(sentinel.sequence)
})

test('a note that is older than the store is no loss', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await importInto(engine, [first])
  const { sentinel } = await engine.status()
  await importInto(engine, [second])

  expect((await (await openEngine(factory, sentinel)).engine.status()).health.kind).toBe('ok')
})

test('a batch that is gone from the store is a loss, with no note at all', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await importInto(engine, [first])
  await importInto(engine, [second])
  await tamper(factory, (database) => database.batches.delete(1))

  const { engine: reopened } = await openEngine(factory)

  expect((await reopened.status()).health).toEqual({
    kind: 'lost',
    expectedReports: 3,
    foundReports: 1,
  })
})

test('damaged batches are named and left out, and can be given up', async () => {
  for (const damage of damages) {
    const factory = new IDBFactory()
    const { engine } = await openEngine(factory)
    await importInto(engine, [first])
    await importInto(engine, [second])
    const { sentinel } = await engine.status()
    await tamper(factory, damage)

    const { engine: reopened } = await openEngine(factory, sentinel)

    const status = await reopened.status()
    expect(status.health).toEqual({ kind: 'damaged', batches: [1] })
    expect(status.reports).toBe(1)
    expect((await reopened.acceptLoss()).health).toEqual({ kind: 'ok' })
    expect((await reopened.batches()).map(({ id }) => id)).toEqual([2])
    expect(await (await reopened.source(await sourceHash(first))).content.text()).toBe(
      await first.text(),
    )
    const { engine: again } = await openEngine(factory, (await reopened.status()).sentinel)
    expect((await again.status()).health).toEqual({ kind: 'ok' })
  }
})

test('damage in a big store is found when there is nothing better to do, and told', async () => {
  const factory = new IDBFactory()
  const { engine } = await openEngine(factory)
  await importInto(engine, [first])
  await importInto(engine, [second])
  const [, flipBit] = damages
  await tamper(factory, flipBit ?? (() => Promise.reject(new Error('There is no damage'))))
  const idle: (() => void)[] = []
  const tab = openTab(factory, { checkedAtOnce: 0, whenIdle: (work) => idle.push(work) })
  const heard: StoreStatus[] = []
  await tab.engine.onChange((status) => heard.push(status))

  expect((await tab.engine.open(null)).health).toEqual({ kind: 'ok' })
  await expect
    .poll(() => {
      idle.shift()?.()
      return heard.at(-1)?.health
    })
    .toEqual({ kind: 'damaged', batches: [1] })
  expect((await tab.engine.status()).reports).toBe(1)
})

test('a full disk is said as such, and the draft can be committed again', async () => {
  let available: number | null = 10
  const { engine } = openTab(new IDBFactory(), { available: () => Promise.resolve(available) })
  await engine.open(null)
  await readInto(engine, [first])

  await expect(engine.commitDraft()).rejects.toMatchObject({ code: 'quota-exceeded' })
  expect(await engine.batches()).toEqual([])
  available = null
  expect(await engine.commitDraft()).toMatchObject({ reports: 2 })
})

test('a draft is not stored beside its own commit, and is stored after one that failed', async () => {
  let available: number | null = null
  const factory = new IDBFactory()
  const tab = openTab(factory, { available: () => Promise.resolve(available) })
  await tab.engine.open(null)
  const store = tab.store()
  let saved = 0
  const save = store.saveDraft.bind(store)
  store.saveDraft = (record) => {
    saved++
    return save(record)
  }
  const write = store.apply.bind(store)
  // Longer than a draft rests before it is stored.
  store.apply = async (change, from) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await write(change, from)
  }

  await readInto(tab.engine, [first])
  await tab.engine.commitDraft()
  expect(saved).toBe(0)

  await readInto(tab.engine, [second])
  available = 10
  await expect(tab.engine.commitDraft()).rejects.toMatchObject({ code: 'quota-exceeded' })
  await expect.poll(() => saved).toBe(1)
  const reloaded = await openEngine(factory)
  expect(await reloaded.engine.draft()).toMatchObject({ files: [{ name: 'b.csv' }] })
})

test('without IndexedDB everything works until the page is closed', async () => {
  const engine = createEngine(
    () => Promise.resolve(createMemoryStore('SecurityError')),
    testSurroundings(),
  )
  await engine.open({ sequence: 5, batches: 2, reports: 9 })
  await importInto(engine, [first])

  const status = await engine.status()
  expect(status.health).toEqual({ kind: 'memory', reason: 'SecurityError' })
  expect(status.reports).toBe(2)
  await engine.setBatchActive(1, false)
  expect((await engine.status()).reports).toBe(0)
})

test('a sample never meets own data', async () => {
  const { engine } = await openEngine(new IDBFactory())
  await engine.loadSample('fictional')
  expect(await engine.status()).toMatchObject({ sample: 'fictional', batches: 1 })
  expect((await engine.status()).roster).toHaveLength(12)

  await readInto(engine, [first])
  await expect(engine.commitDraft()).rejects.toMatchObject({ code: 'sample-loaded' })
  await engine.removeSamples()
  expect(await engine.status()).toMatchObject({
    sample: 'none',
    batches: 0,
    reports: 0,
    roster: [],
  })
  expect(await engine.ownUnits()).toEqual([])
  await engine.commitDraft()
  await expect(engine.loadSample('real')).rejects.toMatchObject({ code: 'own-data' })
})

test('the real sample takes the place of the fictional one and leaves nothing behind', async () => {
  const { engine, store } = await openEngine(new IDBFactory())
  await engine.loadSample('fictional')
  await engine.loadSample('real')

  const trace = await engine.trace({ unit: 'cn:610921', year: 2023, scope: 'whole' }, 'fees.amount')
  expect(trace.value).toEqual({ kind: 'value', value: 1077.892534, approximate: false })
  expect((await engine.status()).reports).toBe(5)
  await engine.removeSamples()
  const { batches, units } = await store().snapshot()
  expect([batches, units, await store().sourceIds()]).toEqual([[], [], []])
})

type TestDatabase = ReturnType<typeof describeDatabase>

/** Of the segments of the first batch. */
const damages: ((database: TestDatabase) => Promise<void>)[] = [
  async (database) => {
    await database.segments.delete(await firstKey(database))
  },
  async (database) => {
    const record = await database.segments.get(await firstKey(database))
    if (record === undefined || !('buffer' in record)) throw new Error('There is no segment')
    const bytes = new Uint8Array(record.buffer.slice())
    bytes[0] = (bytes[0] ?? 0) ^ 1
    await database.segments.put({ ...record, buffer: bytes.buffer })
  },
  async (database) => {
    const record = await database.segments.get(await firstKey(database))
    if (record === undefined) throw new Error('There is no segment')
    await database.segments.put({ ...record, header: '{"rows":900}' })
  },
]

async function firstKey({ batches }: TestDatabase): Promise<[number, number]> {
  const record = await batches.get(1)
  return [record?.set ?? NaN, 0]
}

async function tamper(
  indexedDB: IDBFactory,
  change: (database: TestDatabase) => PromiseLike<unknown>,
): Promise<void> {
  const database = describeDatabase('test', { indexedDB, IDBKeyRange })
  await database.dexie.open()
  await change(database)
  database.dexie.close()
}

/** The hash of what a new reader of the store would see. */
async function contentHash({ store }: TestTab): Promise<string> {
  const holdings = new Holdings(store(), testSurroundings(), () => undefined)
  await holdings.refresh()
  return cubeHash(holdings.cube)
}
