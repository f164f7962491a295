import { expect, test } from 'vitest'
import { gridExcerpt, lineExcerpt } from '@/intake/sourceExcerpt'

const rows = Array.from({ length: 20 }, (_, row) =>
  Array.from({ length: 10 }, (_, column) => `${row + 1}/${column + 1}`),
)

test('a cell is shown with its neighbours, its heading and the names of its row', () => {
  expect(
    gridExcerpt([{ grids: [{ name: '', rows }] }], { file: 'a.csv', row: 12, column: 7 }),
  ).toEqual({
    kind: 'grid',
    columns: [1, 2, 5, 6, 7, 8, 9],
    rows: [1, 10, 11, 12, 13, 14].map((row) => ({
      number: row,
      cells: [1, 2, 5, 6, 7, 8, 9].map((column) => `${row}/${column}`),
    })),
  })
})

test('at an edge there is less to show, and a short row has empty cells', () => {
  const ragged = [['单位', '年度'], ['甲县']]
  expect(
    gridExcerpt([{ grids: [{ name: '', rows: ragged }] }], { file: 'a.csv', row: 2, column: 2 }),
  ).toEqual({
    kind: 'grid',
    columns: [1, 2],
    rows: [
      { number: 1, cells: ['单位', '年度'] },
      { number: 2, cells: ['甲县', ''] },
    ],
  })
})

test('the sheet is found by its name and the row by its number in the source', () => {
  const grids = [
    { name: '2022', rows: [['a']] },
    { name: '2023', rows: [['b'], ['c']], rowNumbers: Uint32Array.of(3, 7) },
  ]
  expect(
    gridExcerpt([{ grids }], { file: 'a.xlsx', sheet: '2023', row: 7, column: 1 })?.rows,
  ).toEqual([
    { number: 3, cells: ['b'] },
    { number: 7, cells: ['c'] },
  ])
  expect(gridExcerpt([{ grids }], { file: 'a.xlsx', sheet: '2024', row: 7, column: 1 })).toBeNull()
  expect(gridExcerpt([{ grids }], { file: 'a.xlsx', sheet: '2023', row: 4, column: 1 })).toBeNull()
})

test('a text is shown by lines, and a long line around the place', () => {
  expect(lineExcerpt('a\r\nb\nc', { file: 'a.json', row: 1, column: 1 })?.lines).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
    { number: 3, text: 'c' },
  ])
  const long = `${'x'.repeat(500)}值${'y'.repeat(500)}`
  const shown = lineExcerpt(long, { file: 'a.json', row: 1, column: 501 })?.lines[0]?.text
  expect(shown).toHaveLength(121)
  expect(shown).toContain('值')
  expect(lineExcerpt('a', { file: 'a.json', row: 2 })).toBeNull()
})
