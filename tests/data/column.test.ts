import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blockCode,
  blockState,
  blockValue,
  buildColumn,
  cellOf,
  isMarked,
  missingCode,
  numberLimit,
} from '@/data/column'
import { missingStates } from '@/data/segment'
import { anyCell } from './reports'

test('a column gives back every cell that was put in', () => {
  fc.assert(
    fc.property(fc.array(anyCell), (cells) => {
      const column = buildColumn('x', Float64Array.from(cells, blockValue))
      const back = cells.map((cell, row) =>
        cellOf(column, row, cell.kind === 'value' && cell.approximate),
      )
      expect(back).toEqual(cells)
    }),
  )
})

test.each([
  [[0, 251], Uint8Array],
  [[0, 252], Uint16Array],
  [[65_531], Uint16Array],
  [[65_532], Uint32Array],
  [[4_294_967_291], Uint32Array],
  [[4_294_967_292], Float64Array],
  [[4_294_967_296], Float64Array],
  [[-1], Float64Array],
  [[0.5], Float64Array],
  [[NaN, blockCode('absent')], Uint8Array],
  [[], Uint8Array],
])('the narrowest type holds %j', (numbers, type) => {
  expect(buildColumn('x', Float64Array.from(numbers)).values).toBeInstanceOf(type)
})

test('minus zero is zero', () => {
  expect(buildColumn('x', Float64Array.of(-0)).values).toEqual(Uint8Array.of(0))
})

test('the four highest codes of an integer type are the missing states, above every number', () => {
  for (const values of [new Uint8Array(1), new Uint16Array(1), new Uint32Array(1)]) {
    const codes = missingStates.map((state) => missingCode(values, state))
    const highest = 2 ** (8 * values.BYTES_PER_ELEMENT) - 1
    expect(codes).toEqual([highest, highest - 1, highest - 2, highest - 3])
    expect(numberLimit(values)).toBe(highest - 3)
  }
})

test('the states of a block are told apart', () => {
  expect(missingStates.map((state) => blockState(blockCode(state)))).toEqual([1, 2, 3, 4])
  expect(blockState(0)).toBe(0)
})

test('isMarked finds exactly the cells of a list', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(60)), fc.nat(60), (cells, cell) => {
      expect(isMarked(Uint32Array.from(cells).sort(), cell)).toBe(cells.includes(cell))
    }),
  )
})
