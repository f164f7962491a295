import { expect, test } from 'vitest'
import { isPersisted, openStore, storageUsage } from '@/storage/openStore'
import { contentsOf } from './openTestStore'
import { addingBatch } from './sampleBatch'

test('without IndexedDB the store lives in memory and says why', async () => {
  const store = await openStore(() => undefined)

  expect(store.mode).toEqual({
    kind: 'memory',
    reason: expect.stringContaining('MissingAPIError') as string,
  })
})

test('a store in memory keeps to the same rules', async () => {
  const store = await openStore(() => undefined)
  const change = addingBatch(1, 2)
  await store.apply(change, 0)
  const before = await contentsOf(store)

  await expect(store.apply(addingBatch(2, 1), 0)).rejects.toMatchObject({ fault: 'stale' })
  expect(await contentsOf(store)).toEqual(before)
  expect(await store.segments(1001)).toEqual(change.putSegments?.[0]?.segments)
  await store.apply({ meta: { ...change.meta, sequence: 2 }, removeBatches: [1] }, 1)
  expect(await store.segments(1001)).toEqual([])
  await store.apply({ ...addingBatch(3, 1), replace: true }, 2)
  expect(await store.sourceIds()).toEqual(['3'.repeat(64)])
})

test('on plain http nothing is said of space or persistence, and nothing breaks', async () => {
  expect(await storageUsage({})).toBeNull()
  expect(await isPersisted({})).toBe(false)
  const failing = {
    estimate: () => Promise.reject(new Error('no')),
    persisted: () => Promise.reject(new Error('no')),
  }
  expect(await storageUsage({ storage: failing })).toBeNull()
  expect(await isPersisted({ storage: failing })).toBe(false)
  const telling = { estimate: () => Promise.resolve({ usage: 3, quota: 9 }) }
  expect(await storageUsage({ storage: telling })).toEqual({ used: 3, quota: 9 })
})
