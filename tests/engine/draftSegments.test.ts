import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAt } from '@/data/column'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import type { Segment } from '@/data/segment'
import { placeAt, rawAt } from '@/data/traceCell'
import type { Cell } from '@/domain/report'
import { keepRows } from '@/engine/draftSegments'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({
    kind: fc.constant('value' as const),
    value: fc.oneof(fc.nat(300), fc.nat(100_000), fc.constant(1077.892534)),
    approximate: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('blank' as const, 'notApplicable' as const) }),
)
const report = fc.record({ year: fc.integer({ min: 2008, max: 2025 }), cells: fc.array(cell) })

test('rows that are kept keep their cells, texts, marks and places, in any layout', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('rows' as const, 'cells' as const),
      fc.array(fc.tuple(report, fc.boolean()), { minLength: 1, maxLength: 12 }),
      (origin, rows) => {
        const whole = segmentOf(
          origin,
          rows.map(([one]) => one),
        )
        const keep = Uint8Array.from(rows, ([, kept]) => (kept ? 1 : 0))
        const kept = keepRows(whole, keep)

        const expected = rows.flatMap(([, isKept], row) => (isKept ? [rowOf(whole, row)] : []))
        expect(Array.from({ length: kept.rows }, (_, row) => rowOf(kept, row))).toEqual(expected)
      },
    ),
  )
})

function segmentOf(
  origin: 'rows' | 'cells',
  reports: readonly { readonly year: number; readonly cells: readonly Cell[] }[],
): Segment {
  const builder = createSegmentBuilder(origin)
  const layout = builder.addLayout(new Map(Array.from({ length: 10 }, (_, i) => [`x${i}`, i + 6])))
  for (const [row, { year, cells }] of reports.entries()) {
    builder.startReport({
      unit: `cn:99${String(row)}`,
      year,
      scope: row % 2 === 0 ? 'whole' : 'office',
      edition: '2021',
      source: 'a',
      row: row + 2,
      layout,
    })
    for (const [column, one] of cells.slice(0, 10).entries())
      builder.setCell(`x${column}`, one, `原文${row}.${column}`, {
        table: { table: '表三' },
        row: row + 10,
        column: column + 1,
      })
  }
  const [segment] = builder.finish()
  if (segment === undefined) throw new Error('There is no report')
  return segment
}

/** All that a segment says of a row. */
function rowOf(segment: Segment, row: number): unknown {
  return {
    unit: segment.units[segment.unit[row] ?? -1],
    year: segment.year[row],
    scope: segment.scope[row],
    edition: segment.edition[row],
    cells: segment.columns.map((_, column) => [
      cellAt(segment, column, row),
      rawAt(segment, column, row),
      placeAt(segment, column, row),
    ]),
  }
}
