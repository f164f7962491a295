import { batchHash } from '@/data/contentHash'
import { packSegment } from '@/data/packSegment'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Segment } from '@/data/segment'
import {
  emptyMeta,
  type BatchRecord,
  type Meta,
  type SourceRecord,
  type StoreChange,
} from '@/storage/store'

/** A segment of plainly fictional reports: `reports` counties, one year, one indicator. */
export function fictionalSegment(reports: number, value: number, source = 'a'.repeat(64)): Segment {
  const builder = createSegmentBuilder('rows')
  const layout = builder.addLayout(new Map([['requests.new.total', 3]]))
  for (let row = 0; row < reports; row++) {
    const unit = `cn:99${String(1000 + row)}`
    builder.startReport({
      unit,
      year: 2023,
      scope: 'whole',
      edition: '2021',
      source,
      row: row + 2,
      layout,
    })
    builder.setCell(
      'requests.new.total',
      { kind: 'value', value: value + row, approximate: false },
      String(value + row),
    )
  }
  const [segment] = builder.finish()
  if (segment === undefined) throw new Error('There are no reports to build a segment of')
  return segment
}

/** A change that adds one batch of `segments` segments with ten reports each. */
export function addingBatch(id: number, segments: number, before: Meta = emptyMeta): StoreChange {
  const source: SourceRecord = {
    id: String(id).repeat(64),
    name: `${id}.csv`,
    path: `${id}.csv`,
    size: 3,
    content: new Blob([`${id},2`]),
  }
  const packed = Array.from({ length: segments }, (_, i) =>
    packSegment(fictionalSegment(10, 100 * id + i, source.id)),
  )
  const record: BatchRecord = {
    id,
    set: 1000 + id,
    corrections: [],
    batch: {
      id,
      kind: 'import',
      sample: false,
      active: true,
      at: 0,
      by: '',
      note: '',
      sources: [source.id],
      reports: 10 * segments,
      cells: { taken: 10 * segments, same: 0, refused: 0 },
      segments,
      contentHash: batchHash(packed, []),
    },
  }
  return {
    meta: {
      ...before,
      sequence: before.sequence + 1,
      nextBatch: id + 1,
      batches: before.batches + 1,
      reports: before.reports + 10 * segments,
    },
    putBatches: [record],
    putSegments: [{ set: record.set, segments: packed }],
    putSources: [source],
    settings: { operator: String(id) },
  }
}
