import { expect, test } from 'vitest'
import { withCell } from '@/data/addCell'
import { cellAt } from '@/data/column'
import { packSegment, unpackSegment } from '@/data/packSegment'
import { createSegmentBuilder } from '@/data/segmentBuilder'
import { placeAt, rawAt } from '@/data/traceCell'

function segment() {
  const builder = createSegmentBuilder('cells')
  for (const [unit, value] of [
    ['cn:1', 3],
    ['cn:2', 4],
  ] as const) {
    builder.startReport({ unit, year: 2023, scope: 'whole', edition: '2021', source: 's' })
    const place = { table: { table: '表格 1' }, row: value, column: 2 }
    builder.setCell(
      'requests.new.total',
      { kind: 'value', value, approximate: true },
      `约${value}`,
      place,
    )
    builder.setCell('custom.旧', { kind: 'value', value: 1, approximate: true }, '约1', place)
  }
  const [built] = builder.finish()
  if (!built) throw new Error('a segment')
  return built
}

const added = {
  indicator: 'custom.主题领域(个)',
  cell: { kind: 'value', value: 20, approximate: false },
  raw: '梳理 20 个主题领域。',
  place: { table: { table: '正文', page: 2 }, row: 9, column: 4 },
} as const

test('a cell that is added stands in a column of its own, at its place, and nothing else moves', () => {
  const before = segment()
  const after = unpackSegment(packSegment(withCell(before, 1, added)))

  expect(after.columns.map(({ indicator }) => indicator)).toEqual([
    'requests.new.total',
    'custom.旧',
    added.indicator,
  ])
  expect(cellAt(after, 2, 0)).toEqual({ kind: 'absent' })
  expect(cellAt(after, 2, 1)).toEqual(added.cell)
  expect(rawAt(after, 2, 1)).toBe(added.raw)
  expect(placeAt(after, 2, 1)).toEqual({ source: 's', table: '正文', page: 2, row: 9, column: 4 })
  expect(placeAt(after, 2, 0)).toBeNull()
  expect(cellAt(after, 0, 1)).toEqual(cellAt(before, 0, 1))
  expect(placeAt(after, 0, 1)).toEqual(placeAt(before, 0, 1))
})

test('a second cell joins the column', () => {
  const value = { kind: 'value', value: 7, approximate: true } as const
  const both = withCell(withCell(segment(), 1, added), 0, { ...added, cell: value, raw: '约7个' })

  expect(both.columns).toHaveLength(3)
  expect(cellAt(both, 2, 0)).toEqual(value)
  expect(cellAt(both, 2, 1)).toEqual(added.cell)
  expect([rawAt(both, 2, 0), rawAt(both, 2, 1)]).toEqual(['约7个', added.raw])
})
