import { expect, test } from 'vitest'
import { hasDecimalCommas } from '@/intake/cell/decimalCommas'
import { intake } from './intake'

const OPEN = 'cell-ambiguous-number'

/** Every number of the file, `null` where a cell has none, and the places of numbers with two readings. */
async function read(lines: readonly string[], name = 'a.csv') {
  const { reports, findings } = await intake(name, lines.join('\n'))
  return {
    cells: reports.flatMap(({ cells }) =>
      [...cells.values()].map((cell) => (cell.kind === 'value' ? cell.value : null)),
    ),
    open: findings.flatMap(({ code, place, raw }) =>
      code === OPEN ? [[place.row, place.column, raw]] : [],
    ),
  }
}

test.each([
  ['3,5', true],
  ['0,125', true],
  ['1.234,50', true],
  ['１２，３４', true],
  ['12,345', false],
  ['1,234,567', false],
  ['1,234.5', false],
  ['12.5', false],
  ['', false],
])('%s alone tells of decimal commas: %s', (text, told) => {
  expect(hasDecimalCommas([text])).toBe(told)
})

test('12,345 beside 3,5 is not guessed, in a wide table only in the same column', async () => {
  const { cells, open } = await read([
    '单位名称;年份;行政事业性收费金额;行政许可',
    '汉阴县;2023;3,5;12,345',
    '石泉县;2023;12,345;1,234,567',
    '宁陕县;2023;1.234;7',
  ])

  expect(cells).toEqual([null, 12345, null, 1234567, null, 7])
  expect(open).toEqual([
    [2, 3, '3,5'],
    [3, 3, '12,345'],
    [4, 3, '1.234'],
  ])
})

test('nor in a long one', async () => {
  const { cells, open } = await read([
    '单位;年份;指标;数值',
    '汉阴县;2023;行政事业性收费金额;3,5',
    '汉阴县;2023;行政许可;12,345',
  ])

  expect(cells).toEqual([null, null])
  expect(open.map(([row]) => row)).toEqual([2, 3])
})

test('nor among counties side by side', async () => {
  const lines = ['指标;汉阴县;石泉县', '行政事业性收费金额;3,5;12,345', '行政许可;4;12.5']
  const { cells, open } = await read(lines, '2023年.csv')

  expect(cells).toEqual([null, 4, null, 12.5])
  expect(open.map(([row, column]) => [row, column])).toEqual([
    [2, 2],
    [2, 3],
  ])
})

test('0,125 is no number of thousands', async () => {
  const { cells, open } = await read(['单位;年份;行政事业性收费金额', '汉阴县;2023;0,125'])

  expect(cells).toEqual([null])
  expect(open).toEqual([[2, 3, '0,125']])
})
