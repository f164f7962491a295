import { PackageInvalid, StorageFailure, type StorageFault } from '@/storage/failure'
import { EngineFailure, toEngineFailure } from './failure'
import type { EngineError } from './statusProtocol'

const codeOfFault: Readonly<Record<StorageFault, EngineError['code']>> = {
  'quota-exceeded': 'quota-exceeded',
  unavailable: 'storage-unavailable',
  'read-only': 'read-only',
  stale: 'unknown',
  unknown: 'unknown',
}

/** Whatever went wrong inside, as the failure that pages know. */
export function failureOf(thrown: unknown): EngineFailure {
  if (thrown instanceof StorageFailure)
    return new EngineFailure(codeOfFault[thrown.fault], thrown.message)
  if (thrown instanceof PackageInvalid) return new EngineFailure('package-invalid', thrown.message)
  return toEngineFailure(thrown)
}
