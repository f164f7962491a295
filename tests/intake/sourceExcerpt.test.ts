import { expect, test } from 'vitest'
import { gridExcerpt, lineExcerpt, readExcerpt } from '@/intake/sourceExcerpt'

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

test('a text is shown by lines, and the value in its line is marked', () => {
  const text = '{\r\n  "甲": 12.5,\n  "乙": "a\\"b"\n}'

  expect(lineExcerpt(text, { file: 'a.json', row: 2, column: 8 })?.lines).toEqual([
    { number: 1, before: '{', marked: '', after: '' },
    { number: 2, before: '  "甲": ', marked: '12.5', after: ',' },
    { number: 3, before: '  "乙": "a\\"b"', marked: '', after: '' },
    { number: 4, before: '}', marked: '', after: '' },
  ])
  expect(lineExcerpt(text, { file: 'a.json', row: 3, column: 8 })?.lines[2]).toEqual({
    number: 3,
    before: '  "乙": ',
    marked: '"a\\"b"',
    after: '',
  })
  expect(lineExcerpt(text, { file: 'a.json', row: 9 })).toBeNull()
})

test('of a long line the part around the value is shown', () => {
  const long = `[${'1,'.repeat(300)}42${',1'.repeat(300)}]`
  const line = lineExcerpt(long, { file: 'a.json', row: 1, column: 602 })?.lines[0]

  expect(line?.marked).toBe('42')
  expect(line?.before).toHaveLength(61)
  expect(line?.after).toHaveLength(61)
})

test('a source is read again to show a cell, whatever it is', async () => {
  const file = (name: string, text: string) => ({
    name,
    path: name,
    content: new Blob([text]),
    reading: null,
  })
  const table = file('a.csv', '单位,年份,行政许可\n汉阴县,2023,18468\n')
  const json = file('a.json', '[{ "unit": "汉阴县",\n "value": 18468 }]')

  expect(await readExcerpt(table, { file: 'a.csv', row: 2, column: 3 })).toEqual({
    kind: 'grid',
    columns: [1, 2, 3],
    rows: [
      { number: 1, cells: ['单位', '年份', '行政许可'] },
      { number: 2, cells: ['汉阴县', '2023', '18468'] },
    ],
  })
  expect(await readExcerpt(json, { file: 'a.json', row: 2, column: 11 })).toMatchObject({
    kind: 'lines',
    lines: [{ number: 1 }, { number: 2, marked: '18468' }],
  })
  expect(await readExcerpt(table, { file: 'a.csv', row: 9, column: 1 })).toBeNull()
})
