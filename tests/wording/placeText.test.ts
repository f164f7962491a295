import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnLetters, columnSort, placeText, placeWithin } from '@/wording/placeText'

test('columns are named as spreadsheets name them', () => {
  expect([1, 26, 27, 52, 702, 703, 16384].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'ZZ',
    'AAA',
    'XFD',
  ])
})

test('no two columns have one name', () => {
  const number = (letters: string) =>
    Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (column) => {
      expect(number(columnLetters(column))).toBe(column)
    }),
  )
})

test('a place says what is known of it and no more', () => {
  expect(placeText({ file: 'a.csv', row: 3, column: 5 })).toBe('第 3 行 第 5 列（E）')
  expect(placeText({ file: 'a.xlsx', sheet: '2023', table: '二', page: 4 })).toBe(
    '工作表“2023” 表“二” 第 4 页',
  )
  expect(placeText({ file: 'a.csv', sheet: '' })).toBe('')
})

test('a text has characters where a table has columns', () => {
  expect(placeText({ file: 'a.json', row: 3, column: 5 }, 'characters')).toBe('第 3 行 第 5 个字符')
  expect(['a.JSON', 'b.ndjson', 'a.json.csv', 'a.xlsx'].map(columnSort)).toEqual([
    'characters',
    'characters',
    'cells',
    'cells',
  ])
})

test('running text has no columns either', () => {
  expect(placeText({ file: 'a.pdf', table: '正文', page: 1, row: 13, column: 19 })).toBe(
    '正文 第 1 页 第 13 行 第 19 个字符',
  )
})

test('in an archive what is said of a whole file begins with its name', () => {
  expect(placeWithin('a.zip', { file: 'a.zip/空表.docx' })).toBe('空表.docx')
  expect(placeWithin('a.zip', { file: 'a.zip/b.html', row: 2 })).toBe('b.html 第 2 行')
  expect(placeWithin('a.csv', { file: 'a.csv', row: 2 })).toBe('第 2 行')
  const placed = { file: 'a.zip/b.html', table: 'a.zip/b.html / 表格 1', row: 2 }
  expect(placeWithin('a.zip', placed)).toBe(placeText(placed))
})
