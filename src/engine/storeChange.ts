import type { BatchRecord, Meta, Snapshot, StoreChange } from '@/storage/store'

/** A change with the state that it leads to: one step on, and the batches counted. */
export function changeOf(
  snapshot: Snapshot,
  parts: Omit<StoreChange, 'meta'>,
  patch: Partial<Meta> = {},
): StoreChange {
  const after = new Map<number, BatchRecord>()
  if (parts.replace !== true) for (const record of snapshot.batches) after.set(record.id, record)
  for (const id of parts.removeBatches ?? []) after.delete(id)
  for (const record of parts.putBatches ?? []) after.set(record.id, record)
  const batches = [...after.values()]
  return {
    ...parts,
    meta: {
      ...snapshot.meta,
      sequence: snapshot.meta.sequence + 1,
      ...patch,
      batches: batches.length,
      reports: batches.reduce((sum, { batch }) => sum + batch.reports, 0),
    },
  }
}
