import { emptySnapshot, wholeChange, type Snapshot, type StoreChange } from './store'

/** What the store holds after a change of this state, as it would be read: records by their ids. */
export function snapshotAfter(before: Snapshot, change: StoreChange): Snapshot {
  const whole = wholeChange(change)
  const { batches, units, mappings, settings } = whole.replace ? emptySnapshot : before
  return {
    meta: change.meta,
    batches: replaced(batches, whole.putBatches, whole.removeBatches),
    units: replaced(units, whole.putUnits, whole.removeUnits),
    // They outlive what is replaced.
    dispositions: replaced(before.dispositions, whole.putDispositions, whole.removeDispositions),
    mappings: replaced(mappings, whole.putMappings, whole.removeMappings),
    settings: whole.settings === undefined ? settings : whole.settings,
  }
}

function replaced<Id extends string | number, Kept extends { readonly id: Id }>(
  records: readonly Kept[],
  put: readonly Kept[],
  remove: readonly Id[],
): readonly Kept[] {
  if (put.length === 0 && remove.length === 0) return records
  const byId = new Map(records.map((record) => [record.id, record]))
  for (const id of remove) byId.delete(id)
  for (const record of put) byId.set(record.id, record)
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
