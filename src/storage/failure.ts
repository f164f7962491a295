/** What can go wrong with the store, whichever browser says it in whichever words. */
export type StorageFault =
  /** The disk or the browser's share of it is full. Nothing was written. */
  | 'quota-exceeded'
  /** IndexedDB cannot be opened, or was lost and did not come back. */
  | 'unavailable'
  /** Something else was written since the change was prepared. Nothing was written. */
  | 'stale'
  /** A newer version of the program owns the store. */
  | 'read-only'
  | 'unknown'

export class StorageFailure extends Error {
  override readonly name = 'StorageFailure'
  readonly fault: StorageFault

  constructor(fault: StorageFault, cause?: Error) {
    super(cause === undefined ? fault : `${cause.name}: ${cause.message}`, { cause })
    this.fault = fault
  }
}

/** The fault behind an error of Dexie or IndexedDB. */
export function toStorageFailure(thrown: unknown): StorageFailure {
  const cause = thrown instanceof Error ? thrown : new Error(String(thrown))
  for (const error of withInner(thrown)) {
    if (error instanceof StorageFailure) return error
    if (error.name === 'QuotaExceededError') return new StorageFailure('quota-exceeded', cause)
  }
  const lost = withInner(thrown).some(({ name }) => lostConnection.has(name) || barred.has(name))
  return new StorageFailure(lost ? 'unavailable' : 'unknown', cause)
}

/** Whether the connection was lost under way, so that opening anew may help. */
export function isLostConnection(thrown: unknown): boolean {
  return withInner(thrown).some(({ name }) => lostConnection.has(name))
}

const lostConnection = new Set(['InvalidStateError', 'UnknownError', 'DatabaseClosedError'])
const barred = new Set(['MissingAPIError', 'SecurityError', 'OpenFailedError', 'NotAllowedError'])

/** The error and those inside it: a full disk is told as an AbortError around the real reason. */
function withInner(thrown: unknown): Error[] {
  const errors: Error[] = []
  let error = thrown
  while (error instanceof Error && !errors.includes(error)) {
    errors.push(error)
    error = 'inner' in error ? error.inner : error.cause
  }
  return errors
}

/** Why a file is no package, or not a whole one. Nothing was changed. */
export class PackageInvalid extends Error {
  override readonly name = 'PackageInvalid'
}
