import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { readKept } from '@/storage/keptReader'
import type { KeptReply } from '@/storage/store'
import { openTestStore } from './openTestStore'
import { addingBatch } from './sampleBatch'

const PROGRAM = 'this build'

function reply(id: string, bytes = 8): KeptReply {
  return { id, content: new ArrayBuffer(bytes), text: 2, hash: `hash of ${id}` }
}

function read(indexedDB: IDBFactory, program = PROGRAM) {
  return readKept(program, { name: 'test', indexedDB, IDBKeyRange })
}

async function keptIds(indexedDB: IDBFactory): Promise<string[]> {
  return [...((await read(indexedDB))?.replies.keys() ?? [])].toSorted()
}

/** A store of one batch, and the replies a and b kept of it. */
async function storeWithReplies() {
  const factory = new IDBFactory()
  const store = await openTestStore(factory)
  const first = addingBatch(1, 2)
  await store.apply(first, 0)
  await store.keepReplies(PROGRAM, 1, [reply('a'), reply('b')])
  return { factory, store, first }
}

test('what was kept is read while the store is open, and after', async () => {
  const { factory, store } = await storeWithReplies()

  const kept = await read(factory)
  expect(kept?.sequence).toBe(1)
  expect(kept?.replies.get('a')).toMatchObject(reply('a'))
  expect(await store.keptIds(PROGRAM, 1)).toEqual(['a', 'b'])
  store.close()
  expect(await keptIds(factory)).toEqual(['a', 'b'])
})

test('another build of the program uses none of it', async () => {
  const { factory, store } = await storeWithReplies()

  expect(await read(factory, 'another build')).toBeNull()
  expect(await store.keptIds('another build', 1)).toEqual([])

  await store.keepReplies('another build', 1, [reply('c')])
  expect(await read(factory)).toBeNull()
  expect([...((await read(factory, 'another build'))?.replies.keys() ?? [])]).toEqual(['c'])
})

test('any change of the store makes it void and takes it away', async () => {
  const { factory, store, first } = await storeWithReplies()
  await store.apply({ meta: { ...first.meta, sequence: 2 }, settings: { theme: 'dark' } }, 1)

  expect(await read(factory)).toBeNull()
  expect(await store.keptIds(PROGRAM, 2)).toEqual([])
  expect(await settingKeys(factory)).toEqual(['meta', 'settings'])
})

test('replies of an older state are not kept, and do not take the place of newer ones', async () => {
  const { factory, store, first } = await storeWithReplies()
  await store.apply({ meta: { ...first.meta, sequence: 2 } }, 1)
  await store.keepReplies(PROGRAM, 2, [reply('c')])

  await store.keepReplies(PROGRAM, 1, [reply('late')])

  expect(await keptIds(factory)).toEqual(['c'])
})

test('replies are added to those of the same state, the oldest going where there are too many', async () => {
  const { factory, store } = await storeWithReplies()
  await store.keepReplies(PROGRAM, 1, [reply('c'), reply('a')])
  expect(await keptIds(factory)).toEqual(['a', 'b', 'c'])

  const many = Array.from({ length: 22 }, (_, index) => reply(`d${String(index)}`))
  await store.keepReplies(PROGRAM, 1, many)

  const ids = await keptIds(factory)
  expect(ids).toHaveLength(24)
  expect(ids).not.toContain('b')
  expect(ids).toContain('a')
})

test('one that is too large is not kept, and keeps no smaller one out', async () => {
  const { factory, store } = await storeWithReplies()

  await store.keepReplies(PROGRAM, 1, [reply('large', 5 * 2 ** 20), reply('c')])

  expect(await keptIds(factory)).toEqual(['a', 'b', 'c'])
})

test('where there is no database, none is made', async () => {
  const factory = new IDBFactory()

  expect(await read(factory)).toBeNull()
  expect(await factory.databases()).toEqual([])
})

test('a browser without a database has nothing kept', async () => {
  const broken = {
    open: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  }

  const place = { name: 'test', indexedDB: broken as unknown as IDBFactory, IDBKeyRange }
  expect(await readKept(PROGRAM, place)).toBeNull()
})

/** What stands in the table of settings. */
async function settingKeys(factory: IDBFactory): Promise<IDBValidKey[]> {
  const answered = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result)
      }
    })
  const database = await answered(factory.open('test'))
  const keys = await answered(database.transaction('settings').objectStore('settings').getAllKeys())
  database.close()
  return keys
}
