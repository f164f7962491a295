import { describeDatabase } from './database'
import { openDexieStore } from './dexieStore'
import { StorageFailure } from './failure'
import { createMemoryStore } from './memoryStore'
import { DATABASE_NAME } from './names'
import type { Store } from './store'

/**
 * The store of this browser: IndexedDB, or the memory of this page where IndexedDB is switched off
 * or refused (private windows, policies, some intranets).
 */
export async function openStore(onSuperseded: () => void): Promise<Store> {
  try {
    const database = describeDatabase(DATABASE_NAME)
    return await openDexieStore(database, { onSuperseded, available: availableBytes })
  } catch (thrown) {
    if (!(thrown instanceof StorageFailure) || thrown.fault === 'quota-exceeded') throw thrown
    return createMemoryStore(thrown.message)
  }
}

/** Bytes that this origin may still store, or null where the browser does not say. */
async function availableBytes(): Promise<number | null> {
  const usage = await storageUsage()
  return usage === null ? null : usage.quota - usage.used
}

/** What this origin stores and may store, or null where the browser does not say. */
export async function storageUsage(
  browser: MaybeEstimating = navigator,
): Promise<{ used: number; quota: number } | null> {
  try {
    const { usage, quota } = (await browser.storage?.estimate?.()) ?? {}
    return usage === undefined || quota === undefined ? null : { used: usage, quota }
  } catch {
    return null
  }
}

/** Whether the browser promised to keep the data when space runs short. */
export async function isPersisted(browser: MaybeEstimating = navigator): Promise<boolean> {
  try {
    return (await browser.storage?.persisted?.()) === true
  } catch {
    return false
  }
}

/** A browser as it is: on plain http there is no storage manager, whatever the typings say. */
interface MaybeEstimating {
  readonly storage?: Partial<StorageManager>
}
