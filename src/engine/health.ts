import type { Snapshot, StoreMode } from '@/storage/store'
import type { Sentinel, StoreStatus } from './statusProtocol'

export interface HealthFacts {
  readonly mode: StoreMode
  /** A newer version of the program took the store over. */
  readonly superseded: boolean
  readonly snapshot: Snapshot
  /** What was noted outside the store, or null. */
  readonly sentinel: Sentinel | null
  /** Batches whose segments are not what was written. */
  readonly damaged: readonly number[]
}

/** How the store is, judged by what was noted of it. */
export function healthOf(facts: HealthFacts): StoreStatus['health'] {
  const { mode, superseded, snapshot, sentinel, damaged } = facts
  if (superseded) return { kind: 'superseded' }
  if (mode.kind === 'memory') return mode
  const lost = lossOf(snapshot, sentinel)
  if (lost !== null) return lost
  if (damaged.length > 0) return { kind: 'damaged', batches: damaged }
  return mode.kind === 'newerVersion' ? mode : { kind: 'ok' }
}

/** What is in the store, for a note outside it. */
export function sentinelOf({ meta, batches }: Snapshot): Sentinel {
  return { sequence: meta.sequence, batches: batches.length, reports: reportsOf(batches) }
}

/**
 * A browser gives a wiped store back as an empty one, and a damaged one sometimes with some of its
 * rows: so the store is held against its own count and against the note outside it.
 */
function lossOf(snapshot: Snapshot, sentinel: Sentinel | null): StoreStatus['health'] | null {
  const { meta } = snapshot
  const found = sentinelOf(snapshot)
  if (found.batches !== meta.batches || found.reports !== meta.reports)
    return lost(meta.reports, found.reports)
  if (sentinel === null || sentinel.batches === 0 || found.sequence > sentinel.sequence) return null
  if (
    found.sequence === sentinel.sequence &&
    found.batches === sentinel.batches &&
    found.reports === sentinel.reports
  )
    return null
  return lost(sentinel.reports, found.reports)
}

function lost(expectedReports: number, foundReports: number): StoreStatus['health'] {
  return { kind: 'lost', expectedReports, foundReports }
}

function reportsOf(batches: Snapshot['batches']): number {
  return batches.reduce((sum, { batch }) => sum + batch.reports, 0)
}
