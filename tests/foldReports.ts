import type { BatchContent } from '@/data/batch'
import type { Cube } from '@/data/cube'
import { foldBatches } from '@/data/fold'
import type { ToldText } from '@/data/segment'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Cell, Report } from '@/domain/report'
import { textClaims } from '@/intake/recognisers/form/prose/textClaims'

/** One import of these reports; the unit's id is `cn:` + its code. */
export function batchOf(
  reports: readonly Report[],
  id = 1,
  toldOf: (report: Report) => ToldText | null = () => null,
): BatchContent {
  const builder = createSegmentBuilder('rows')
  const indicators = [...new Set(reports.flatMap(({ cells }) => [...cells.keys()]))]
  const layout = builder.addLayout(new Map(indicators.map((indicator, at) => [indicator, at + 1])))
  reports.forEach((report, at) => {
    const { unit, year, scope, edition, cells } = report
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
    const told = toldOf(report)
    if (told !== null) builder.setTold(told)
    for (const [indicator, cell] of cells) builder.setCell(indicator, cell, rawOf(cell))
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

function rawOf(cell: Cell): string {
  return cell.kind === 'value' ? (cell.text ?? String(cell.value)) : ''
}

/** The data that one import of these reports makes, and of what their texts say. */
export function foldReports(
  reports: readonly Report[],
  toldOf?: (report: Report) => ToldText | null,
): Cube {
  return foldBatches([batchOf(reports, 1, toldOf)])
}

/** What a text says, a line each, as it is read in a report of a year. */
export function toldText(year: number, ...lines: readonly string[]): ToldText {
  const prose = ['一、总体情况', ...lines].map((text, at) => ({ text, line: at + 1 }))
  return { table: { table: '正文' }, claims: textClaims(prose, year) }
}
