import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { sampleUnits } from '@/data/sample'
import { createMemoryStore } from '@/storage/memoryStore'
import { snapshotAfter } from '@/storage/snapshotAfter'
import { emptySnapshot, type Meta, type StoreChange } from '@/storage/store'
import { openTestStore } from './openTestStore'
import { addingBatch } from './sampleBatch'

const [city] = sampleUnits(1)

/** One after the other: batches, units out of order, what is taken away, and a store that is replaced. */
function changes(): StoreChange[] {
  if (city === undefined) throw new Error('A sample has no unit')
  const unit = (id: string) => ({ id, unit: city, sample: false })
  const first = addingBatch(1, 2)
  const second = addingBatch(2, 1, first.meta)
  const meta = (step: number): Meta => ({ ...second.meta, sequence: step })
  return [
    first,
    second,
    { meta: meta(3), putUnits: [unit('b'), unit('a')], settings: { city: null } },
    { meta: meta(4), putUnits: [unit('0')], removeUnits: ['b'], removeBatches: [1] },
    { meta: meta(5) },
    { ...addingBatch(3, 1, meta(5)), replace: true },
  ]
}

test.each([
  ['a database', () => openTestStore(new IDBFactory())],
  ['the memory', () => Promise.resolve(createMemoryStore('test'))],
])('what a change leads to is what %s then holds', async (_, open) => {
  const store = await open()
  let snapshot = emptySnapshot
  for (const [from, change] of changes().entries()) {
    await store.apply(change, from)
    snapshot = snapshotAfter(snapshot, change)

    const stored = await store.snapshot()
    expect(snapshot).toEqual({ ...stored, units: stored.units.toSorted(byId) })
  }
})

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
