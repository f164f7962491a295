import type { BatchContent } from '@/data/batch'
import { unpackSegment } from '@/data/packSegment'
import type { BatchRecord } from '@/storage/store'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'

/** A batch with what it holds, switched on or not; a damaged one is not to be had. */
export async function contentOf(holdings: Holdings, id: number): Promise<BatchContent> {
  const record = holdings.snapshot.batches.find((one) => one.id === id)
  if (record === undefined || holdings.damaged.includes(id))
    throw new EngineFailure('not-found', `batch ${id}`)
  return holdings.contents.find(({ batch }) => batch.id === id) ?? load(holdings, record)
}

/** All batches that are whole; those that are switched off are read from the store. */
export function allContents(holdings: Holdings): Promise<BatchContent[]> {
  const { snapshot, damaged } = holdings
  const whole = snapshot.batches.filter(({ id }) => !damaged.includes(id))
  return Promise.all(whole.map(({ id }) => contentOf(holdings, id)))
}

async function load(holdings: Holdings, record: BatchRecord): Promise<BatchContent> {
  const { batch, corrections } = record
  const packed = await holdings.segmentsOf(record)
  return { batch, corrections, segments: packed.map(unpackSegment) }
}
