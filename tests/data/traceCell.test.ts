import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldBatches } from '@/data/fold'
import { traceCell, type CellTrace } from '@/data/traceCell'
import {
  absent,
  anyBatches,
  blank,
  correctionsOf,
  everyCell,
  importOf,
  number,
  report,
  segmentsOf,
} from './reports'

const key = { unit: 'cn:610921', year: 2023, scope: 'whole' } as const

test('a cell leads to its row and column, its text and its batch', () => {
  const reports = [report('cn:610922', 2023, { a: 1 }), report('cn:610921', 2023, { a: 2, b: 0.5 })]
  const content = importOf(4, segmentsOf(reports))
  const place = { source: 'source', row: 3, column: 7 }
  const statement = {
    batch: content.batch,
    cell: number(0.5),
    decision: 'taken',
    raw: '0.5',
    place,
    correction: null,
  } as const
  expect(traceCell([content], key, 'b')).toEqual<CellTrace>({
    current: statement,
    history: [statement],
  })
})

test('a cell of another layout leads to its table', () => {
  const content = importOf(1, segmentsOf([report('cn:610921', 2023, { a: blank })], 'cells'))
  const place = { source: 'source', sheet: 'Sheet1', row: 2, column: 6 }
  expect(traceCell([content], key, 'a').current).toMatchObject({ cell: blank, raw: '', place })
})

test('the history has every batch, inactive ones and corrections too, oldest first', () => {
  const correction = {
    ...key,
    indicator: 'a',
    expected: number(2),
    value: number(3),
    reason: '录入错误',
  }
  const contents = [
    correctionsOf(3, [correction]),
    importOf(2, segmentsOf([report('cn:610921', 2023, { a: 2 })])),
    importOf(1, segmentsOf([report('cn:610921', 2023, { a: 1 })]), { active: false }),
  ]
  const { current, history } = traceCell(contents, key, 'a')
  expect(history.map(({ batch, cell }) => [batch.id, cell])).toEqual([
    [1, number(1)],
    [2, number(2)],
    [3, number(3)],
  ])
  expect(current).toMatchObject({ correction, raw: '3', place: null })
})

test('what nobody said has no history', () => {
  const contents = [importOf(1, segmentsOf([report('cn:610921', 2023, { a: 2 })]))]
  expect(traceCell(contents, key, 'b')).toEqual({ current: null, history: [] })
  expect(traceCell(contents, { ...key, scope: 'office' }, 'a')).toEqual({
    current: null,
    history: [],
  })
})

test('the statement that counts says what the cube says', () => {
  fc.assert(
    fc.property(anyBatches, (contents) => {
      const cube = foldBatches(contents)
      for (const cell of everyCell) {
        const found = cube.cellAt(cell, cell.indicator)
        const { current } = traceCell(contents, cell, cell.indicator)
        expect(current?.cell ?? absent).toEqual(found?.cell ?? absent)
        expect((current?.correction ?? null) !== null).toBe(found?.corrected ?? false)
      }
    }),
  )
})
