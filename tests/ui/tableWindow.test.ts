import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellBeyond, rowWindow, signedColumns } from '@/ui/tableWindow'

describe('the rows in sight', () => {
  test('are drawn with a few beyond each edge', () => {
    expect(rowWindow(3000, 300, 30, 2850)).toEqual({ from: 92, to: 118 })
    expect(rowWindow(0, 300, 30, 2850)).toEqual({ from: 0, to: 18 })
    expect(rowWindow(0, 300, 30, 3)).toEqual({ from: 0, to: 3 })
  })

  test('lie within the table and cover what is seen, wherever it is scrolled to', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(3000),
        (scrollTop, height, count) => {
          const { from, to } = rowWindow(scrollTop, height, 30, count)
          expect(0 <= from && from <= to && to <= count).toBe(true)
          const firstSeen = Math.floor(scrollTop / 30)
          const lastSeen = Math.min(count - 1, Math.floor((scrollTop + height - 1) / 30))
          if (firstSeen <= lastSeen) expect(from <= firstSeen && lastSeen < to).toBe(true)
        },
      ),
    )
  })
})

describe('the arrow keys', () => {
  const beyond = (key: string, row = 5, column = 1) => cellBeyond({ row, column }, key, 20, 3, 10)

  test('go to the next cell and stop at the edges', () => {
    expect(beyond('ArrowDown')).toEqual({ row: 6, column: 1 })
    expect(beyond('ArrowLeft', 5, 0)).toEqual({ row: 5, column: 0 })
    expect(beyond('ArrowRight', 5, 2)).toEqual({ row: 5, column: 2 })
    expect(beyond('ArrowUp', 0)).toEqual({ row: 0, column: 1 })
  })

  test('Home and End go along the row, Page keys a screenful', () => {
    expect(beyond('Home')).toEqual({ row: 5, column: 0 })
    expect(beyond('End')).toEqual({ row: 5, column: 2 })
    expect(beyond('PageDown')).toEqual({ row: 15, column: 1 })
    expect(beyond('PageDown', 15)).toEqual({ row: 19, column: 1 })
    expect(beyond('PageUp')).toEqual({ row: 0, column: 1 })
  })

  test('other keys are not the table’s', () => {
    expect(beyond('Enter')).toBeNull()
    expect(beyond('constructor')).toBeNull()
  })
})

test('a column leaves room for signs where one number has one', () => {
  const cell = (sign: string) => ({ text: '1', note: '', missing: false, sign, opens: false })
  const rows = [{ cells: [cell(''), cell('≠')] }, { cells: [cell(''), cell(''), cell('?')] }]
  expect([...signedColumns(rows)]).toEqual([1, 2])
  expect(signedColumns([]).size).toBe(0)
})
