/**
 * Asks the browser to keep the data when space runs short. Some browsers ask the person, some decide
 * alone, and on plain http there is nothing to ask.
 */
export async function askToPersist({ storage }: MaybePersistent = navigator): Promise<boolean> {
  if (storage?.persist === undefined) return false
  try {
    return (await storage.persisted?.()) === true || (await storage.persist())
  } catch {
    return false
  }
}

/** A browser as it is: typings promise what only secure pages have. */
interface MaybePersistent {
  readonly storage?: Partial<StorageManager>
}
