import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import type { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { packSegment } from '@/data/packSegment'
import { describeDatabase, SCHEMA_VERSION } from '@/storage/database'
import { openDexieStore } from '@/storage/dexieStore'
import { StorageFailure, toStorageFailure } from '@/storage/failure'
import { emptyMeta } from '@/storage/store'
import { contentsOf, openTestStore } from './openTestStore'
import { addingBatch, fictionalSegment } from './sampleBatch'

test('a new store is empty', async () => {
  const store = await openTestStore(new IDBFactory())

  expect(await store.snapshot()).toEqual({
    meta: emptyMeta,
    batches: [],
    units: [],
    dispositions: [],
    mappings: [],
    settings: null,
  })
  expect(store.mode).toEqual({ kind: 'lasting' })
})

test('what was applied is there after opening again, bytes of the source included', async () => {
  const factory = new IDBFactory()
  const store = await openTestStore(factory)
  const change = addingBatch(1, 3)
  await store.apply(change, 0)
  const before = await contentsOf(store)
  store.close()

  const reopened = await openTestStore(factory)

  expect(await contentsOf(reopened)).toEqual(before)
  expect(await reopened.segments(1001)).toEqual(change.putSegments?.[0]?.segments)
  expect(await (await reopened.source('1'.repeat(64)))?.content.text()).toBe('1,2')
})

test('a change prepared on an older state is refused and writes nothing', async () => {
  const store = await openTestStore(new IDBFactory())
  await store.apply(addingBatch(1, 1), 0)
  const before = await contentsOf(store)

  await expect(store.apply(addingBatch(2, 1), 0)).rejects.toMatchObject({ fault: 'stale' })
  expect(await contentsOf(store)).toEqual(before)
})

test('removing a batch removes its segments, and of the sources those named', async () => {
  const store = await openTestStore(new IDBFactory())
  const first = addingBatch(1, 2)
  await store.apply(first, 0)
  const second = addingBatch(2, 2, first.meta)
  await store.apply(second, 1)

  await store.apply(
    {
      meta: { ...second.meta, sequence: 3 },
      removeBatches: [1],
      removeSources: ['1'.repeat(64)],
    },
    2,
  )

  expect(await store.segments(1001)).toEqual([])
  expect(await store.segments(1002)).toHaveLength(2)
  expect(await store.sourceIds()).toEqual(['2'.repeat(64)])
})

for (const [title, oneTransaction] of [
  ['in one transaction', 2 ** 30],
  ['written ahead in steps', 1],
] as const) {
  test(`${title}: a write that fails at any step leaves the old state or the new one`, async () => {
    const whole = await openTestStore(new IDBFactory(), { oneTransaction })
    const first = addingBatch(1, 2)
    await whole.apply(first, 0)
    const oldState = await contentsOf(whole)
    const replacing = { ...addingBatch(2, 40, first.meta), removeBatches: [1] }
    const steps = await countingWrites(() => whole.apply(replacing, 1))
    const newState = await contentsOf(whole)
    expect(steps).toBeGreaterThan(40)

    for (let step = 1; step <= steps; step++) {
      const factory = new IDBFactory()
      const store = await openTestStore(factory, { oneTransaction })
      await store.apply(first, 0)
      await failingAtWrite(step, () => store.apply(replacing, 1))
      store.close()

      const reopened = await openTestStore(factory, { oneTransaction })
      expect([oldState, newState]).toContainEqual(await contentsOf(reopened))
      expect(await reopened.segments(1002)).toHaveLength(
        (await reopened.snapshot()).meta.sequence === 2 ? 40 : 0,
      )
      reopened.close()
    }
  }, 60_000)
}

test('an import that was cut off while written ahead is swept at the next start', async () => {
  const factory = new IDBFactory()
  const store = await openTestStore(factory)
  await store.apply(addingBatch(1, 1), 0)
  const before = await contentsOf(store)
  store.close()
  const database = describeDatabase('test', { indexedDB: factory, IDBKeyRange })
  await database.dexie.open()
  await database.settings.put({ key: 'writing:77', value: 77 })
  await database.segments.put({ ...packSegment(fictionalSegment(5, 1)), set: 77, index: 0 })
  database.dexie.close()

  const reopened = await openTestStore(factory)

  expect(await reopened.segments(77)).toEqual([])
  expect(await contentsOf(reopened)).toEqual(before)
})

test.each([
  ['in one transaction', {}],
  ['ahead of their batch', { oneTransaction: 1_000 }],
])('many segments are stored %s in blobs, and left out where those are gone', async (_, how) => {
  const factory = new IDBFactory()
  const store = await openTestStore(factory, how)
  // A blob for the first 32; the last ones are few enough to stand alone.
  const packed = Array.from({ length: 34 }, (_, i) => packSegment(fictionalSegment(2_000, i)))
  const change = addingBatch(1, 1)
  await store.apply({ ...change, putSegments: [{ set: 1001, segments: packed }] }, 0)
  store.close()

  const database = describeDatabase('test', { indexedDB: factory, IDBKeyRange })
  await database.dexie.open()
  const records = await database.segments.toArray()
  expect(records.map((record) => [record.index, 'content' in record])).toEqual([
    [0, true],
    [32, false],
    [33, false],
  ])
  database.dexie.close()
  const reopened = await openTestStore(factory)
  expect(await reopened.segments(1001)).toEqual(packed)

  const gone = new DOMException('', 'NotFoundError')
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(gone)
  expect(await reopened.segments(1001)).toEqual(packed.slice(32))
})

test('with too little space left nothing is written and the reason is said', async () => {
  const store = await openTestStore(new IDBFactory(), { available: () => Promise.resolve(100) })

  await expect(store.apply(addingBatch(1, 1), 0)).rejects.toMatchObject({ fault: 'quota-exceeded' })
  expect((await store.snapshot()).batches).toEqual([])
})

test('a full disk is recognised when the write says so and when the commit does', () => {
  const full = new DOMException('full', 'QuotaExceededError')
  const aborted = Object.assign(new Error('aborted'), { name: 'AbortError', inner: full })

  expect(toStorageFailure(full).fault).toBe('quota-exceeded')
  expect(toStorageFailure(aborted).fault).toBe('quota-exceeded')
  expect(toStorageFailure(new Error('other')).fault).toBe('unknown')
})

test('a connection that the browser dropped is opened again', async () => {
  const factory = new IDBFactory()
  const database = describeDatabase('test', { indexedDB: factory, IDBKeyRange })
  const store = await openDexieStore(database, {
    onSuperseded: () => undefined,
    available: () => Promise.resolve(null),
  })
  await store.apply(addingBatch(1, 1), 0)
  database.dexie.backendDB().close()

  expect((await store.snapshot()).batches).toHaveLength(1)
})

test('a connection that is lost while it is opened is tried once more, and only once', async () => {
  const lost = () => new DOMException('Connection to Indexed Database server lost', 'UnknownError')
  const once = new IDBFactory()
  vi.spyOn(once, 'open').mockImplementationOnce(() => {
    throw lost()
  })
  expect((await (await openTestStore(once)).snapshot()).meta).toEqual(emptyMeta)

  const ever = new IDBFactory()
  vi.spyOn(ever, 'open').mockImplementation(() => {
    throw lost()
  })
  await expect(openTestStore(ever)).rejects.toMatchObject({ fault: 'unavailable' })
})

test('a database of a newer version can be read and not written', async () => {
  const factory = new IDBFactory()
  const store = await openTestStore(factory)
  await store.apply(addingBatch(1, 1), 0)
  const before = await contentsOf(store)
  store.close()
  const newer = newerProgram(factory)
  await newer.open()
  newer.close()

  const reopened = await openTestStore(factory)

  expect(reopened.mode).toEqual({
    kind: 'newerVersion',
    stored: SCHEMA_VERSION + 1,
    known: SCHEMA_VERSION,
  })
  expect(await contentsOf(reopened)).toEqual(before)
  await expect(reopened.apply(addingBatch(2, 1), 1)).rejects.toMatchObject({ fault: 'read-only' })
})

test('a store that a newer program takes over says so and writes no more', async () => {
  const factory = new IDBFactory()
  const onSuperseded = vi.fn()
  const store = await openTestStore(factory, { onSuperseded })
  const newer = newerProgram(factory)
  await newer.open()

  expect(onSuperseded).toHaveBeenCalledOnce()
  await expect(store.apply(addingBatch(1, 1), 0)).rejects.toMatchObject({ fault: 'read-only' })
  await expect(store.snapshot()).rejects.toMatchObject({ fault: 'read-only' })
  newer.close()
})

test('a draft is there after opening again, and gone when cleared', async () => {
  const factory = new IDBFactory()
  const store = await openTestStore(factory)
  const draft = {
    head: '{"files":2}',
    decisions: '{"said":0}',
    segments: [[packSegment(fictionalSegment(3, 1))], []],
    contents: [new Blob(['甲']), new Blob(['乙'])],
    readings: [null, new Blob(['乙的位置'])],
  }
  await store.saveDraft(draft)
  await store.saveDecisions('{"said":1}')
  store.close()

  const reopened = await openTestStore(factory)
  const loaded = await reopened.loadDraft()

  expect(loaded?.head).toBe(draft.head)
  expect(loaded?.decisions).toBe('{"said":1}')
  expect(loaded?.segments).toEqual(draft.segments)
  expect(loaded?.readings[0]).toBeNull()
  expect(await loaded?.readings[1]?.text()).toBe('乙的位置')
  expect(await Promise.all((loaded?.contents ?? []).map((blob) => blob.text()))).toEqual([
    '甲',
    '乙',
  ])
  await reopened.clearDraft()
  expect(await reopened.loadDraft()).toBeNull()
})

/** The database as a later version of the program would describe it. */
function newerProgram(indexedDB: IDBFactory): Dexie {
  const { dexie } = describeDatabase('test', { indexedDB, IDBKeyRange })
  dexie.version(SCHEMA_VERSION + 1).stores({ novelties: 'id' })
  return dexie
}

async function countingWrites(run: () => Promise<void>): Promise<number> {
  return failingAtWrite(Infinity, run)
}

/** Runs with the n-th write of IndexedDB failing as on a full disk; says how many writes there were. */
async function failingAtWrite(failing: number, run: () => Promise<void>): Promise<number> {
  let writes = 0
  const spies = (['add', 'put', 'delete', 'clear'] as const).map((name) => {
    const original = Reflect.get(IDBObjectStore.prototype, name) as (...args: unknown[]) => never
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (++writes === failing) throw new DOMException('full', 'QuotaExceededError')
      return Reflect.apply(original, this, args)
    })
  })
  try {
    await run()
    if (failing !== Infinity) throw new Error(`Write ${failing} should have failed`)
  } catch (thrown) {
    if (!(thrown instanceof StorageFailure)) throw thrown
    expect(thrown.fault).toBe('quota-exceeded')
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return writes
}
