import type { BatchContent } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { foldBatches } from '@/data/fold'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Report } from '@/domain/report'

/** One import of these reports; the unit's id is `cn:` + its code. */
export function batchOf(reports: readonly Report[], id = 1): BatchContent {
  const builder = createSegmentBuilder('rows')
  const indicators = [...new Set(reports.flatMap(({ cells }) => [...cells.keys()]))]
  const layout = builder.addLayout(new Map(indicators.map((indicator, at) => [indicator, at + 1])))
  reports.forEach(({ unit, year, scope, edition, cells }, at) => {
    const source = 'test'
    builder.startReport({
      unit: `cn:${unit.code}`,
      year,
      scope,
      edition,
      source,
      row: at + 2,
      layout,
    })
    for (const [indicator, cell] of cells) {
      builder.setCell(indicator, cell, cell.kind === 'value' ? String(cell.value) : '')
    }
  })
  const segments = builder.finish()
  return {
    batch: {
      id,
      kind: 'import',
      sample: false,
      active: true,
      at: 0,
      by: '',
      note: '',
      sources: ['test'],
      reports: reports.length,
      cells: { taken: 0, same: 0, refused: 0 },
      segments: segments.length,
      contentHash: '',
    },
    segments,
    corrections: [],
  }
}

/** The data that one import of these reports makes. */
export function foldReports(reports: readonly Report[]): Cube {
  return foldBatches([batchOf(reports)])
}
