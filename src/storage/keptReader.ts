import type { KeptIndex, StoredReply } from './keptReplies'
import { DATABASE_NAME, KEPT, keptKey, META, SETTINGS_TABLE } from './names'
import type { KeptReply, Meta } from './store'

/** Replies that are good for the present state of the store. */
export interface KeptReplies {
  /** Of the state of the store. */
  readonly sequence: number
  /** By id. */
  readonly replies: ReadonlyMap<string, KeptReply>
}

/** Where the database is, for tests. */
interface Place {
  readonly name: string
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
}

/**
 * Reads all that is kept, by the browser's own means: they are there long before the engine is, and
 * before Dexie is fetched. Null where nothing is kept that this program can use now; never rejects.
 */
export async function readKept(program: string, place?: Place): Promise<KeptReplies | null> {
  try {
    const { name, indexedDB, IDBKeyRange } = place ?? ofThisBrowser()
    const database = await openIfThere(indexedDB, name)
    if (database === null) return null
    try {
      return await repliesIn(database, program, IDBKeyRange)
    } finally {
      database.close()
    }
  } catch {
    // What cannot be read is asked of the engine, as everything is where nothing was kept.
    return null
  }
}

function ofThisBrowser(): Place {
  return { name: DATABASE_NAME, indexedDB, IDBKeyRange }
}

async function repliesIn(
  database: IDBDatabase,
  program: string,
  ranges: typeof IDBKeyRange,
): Promise<KeptReplies | null> {
  // One transaction: the replies are of this state, and of no later one.
  const settings = database.transaction(SETTINGS_TABLE).objectStore(SETTINGS_TABLE)
  const [meta, index, stored] = (await Promise.all([
    answered(settings.get(META)),
    answered(settings.get(KEPT)),
    answered(settings.getAll(ranges.bound(keptKey(''), keptKey('\uffff')))),
  ])) as [Setting<Meta> | undefined, Setting<KeptIndex> | undefined, Setting<StoredReply>[]]
  const sequence = meta?.value.sequence
  if (sequence === undefined || index?.value.program !== program) return null
  if (index.value.sequence !== sequence) return null
  const replies = stored
    .map(({ value }) => value)
    .filter((reply) => reply.program === program && reply.sequence === sequence)
  return { sequence, replies: new Map(replies.map((reply) => [reply.id, reply])) }
}

interface Setting<Value> {
  readonly value: Value
}

/** Null where there is no such database yet: it is the engine's to make it. */
function openIfThere(factory: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name)
    request.onupgradeneeded = () => {
      request.transaction?.abort()
      resolve(null)
    }
    request.onsuccess = () => {
      // Whoever changes or deletes the database must not wait for this page.
      request.result.onversionchange = () => {
        request.result.close()
      }
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('The database cannot be opened'))
    }
  })
}

function answered(request: IDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('The database cannot be read'))
    }
  })
}
