import { expect, test } from 'vitest'
import { createSegmentBuilder, printsBack } from '@/data/segmentBuilder'
import { cellAt } from '@/data/column'
import { SEGMENT_ROWS, type Segment } from '@/data/segment'
import { blank, number } from './reports'

const start = {
  unit: 'cn:990101',
  year: 2023,
  scope: 'whole',
  edition: '2021',
  source: 'a',
} as const

test('a wide table becomes columns with the places of its rows', () => {
  const builder = createSegmentBuilder('rows')
  const layout = builder.addLayout(
    new Map([
      ['a', 6],
      ['b', 7],
    ]),
    { sheet: '2023' },
  )
  builder.startReport({ ...start, row: 2, layout })
  builder.setCell('a', number(1077.892534), '1,077.892534')
  builder.setCell('b', { kind: 'value', value: 30, approximate: true }, '约30')
  builder.startReport({
    ...start,
    unit: '?某县',
    year: 2022,
    scope: 'office',
    edition: 'unknown',
    row: 3,
    layout,
  })
  builder.setCell('b', { kind: 'notApplicable' }, '/')
  expect(builder.finish()).toEqual<Segment[]>([
    {
      rows: 2,
      units: ['cn:990101', '?某县'],
      unit: Uint16Array.of(0, 1),
      year: Uint16Array.of(2023, 2022),
      scope: Uint8Array.of(0, 1),
      edition: Uint8Array.of(2, 0),
      columns: [
        { indicator: 'a', values: Float64Array.of(1077.892534, NaN), states: Uint8Array.of(0, 4) },
        { indicator: 'b', values: Uint8Array.of(30, 254), states: null },
      ],
      sources: ['a'],
      tables: [{ sheet: '2023' }],
      origin: {
        kind: 'rows',
        source: Uint16Array.of(0, 0),
        row: Uint32Array.of(2, 3),
        layouts: [[6, 7]],
        layout: Uint16Array.of(0, 0),
        layoutTables: [0],
      },
      approximate: Uint32Array.of(2),
      raw: new Map([
        [0, '1,077.892534'],
        [2, '约30'],
        [3, '/'],
      ]),
      decision: null,
    },
  ])
})

test('any other layout keeps a place for every cell', () => {
  const builder = createSegmentBuilder('cells')
  builder.startReport(start)
  builder.setCell('a', number(1), '1', { table: { table: '三' }, row: 5, column: 3 })
  builder.setCell('b', blank, '', { table: { table: '四' }, row: 9, column: 2 })
  const [segment] = builder.finish()
  expect(segment?.tables).toEqual([{ table: '三' }, { table: '四' }])
  expect(segment?.origin).toEqual({
    kind: 'cells',
    source: Uint16Array.of(0),
    table: Uint16Array.of(0, 1),
    row: Uint32Array.of(5, 9),
    column: Uint32Array.of(3, 2),
  })
})

test('a segment holds 2,048 reports, then another begins', () => {
  const builder = createSegmentBuilder('rows')
  const layout = builder.addLayout(new Map([['a', 6]]))
  for (let row = 0; row < SEGMENT_ROWS + 3; row++) {
    builder.startReport({ ...start, unit: `cn:${row}`, row, layout })
    if (row % 2 === 0) builder.setCell('a', number(row), String(row))
  }
  const segments = builder.finish()
  expect(segments.map(({ rows }) => rows)).toEqual([SEGMENT_ROWS, 3])
  const [first, second] = segments as [Segment, Segment]
  expect(cellAt(first, 0, 2046)).toEqual(number(2046))
  expect(cellAt(first, 0, 2047)).toEqual({ kind: 'absent' })
  expect(second.units).toEqual(['cn:2048', 'cn:2049', 'cn:2050'])
  expect(cellAt(second, 0, 2)).toEqual(number(2050))
  expect(cellAt(second, 1, 0)).toEqual({ kind: 'absent' })
})

test('a cell that is set again is what it was set to last', () => {
  const builder = createSegmentBuilder('rows')
  builder.startReport({ ...start, row: 1, layout: builder.addLayout(new Map([['a', 6]])) })
  builder.setCell('a', { kind: 'value', value: 3, approximate: true }, '约3')
  builder.setCell('a', number(4), '4')
  const [segment] = builder.finish() as [Segment]
  expect(cellAt(segment, 0, 0)).toEqual(number(4))
  expect(segment.raw.size).toBe(0)
})

test('nothing gives no segment', () => {
  expect(createSegmentBuilder('cells').finish()).toEqual([])
})

test.each([
  [number(12), '12', true],
  [number(12), '012', false],
  [number(12), '12.0', false],
  [number(0.5), '0.5', true],
  [{ kind: 'value', value: 12, approximate: true } as const, '12', false],
  [blank, '', true],
  [blank, ' ', false],
  [{ kind: 'notApplicable' } as const, '', false],
  [{ kind: 'absent' } as const, '未列', false],
])('whether %j says all that “%s” said: %s', (cell, raw, expected) => {
  expect(printsBack(cell, raw)).toBe(expected)
})
