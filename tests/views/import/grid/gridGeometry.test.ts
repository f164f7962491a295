import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdsRange, placeBeyond, rangeInSight, scrollTo } from '@/views/import/grid/gridGeometry'

const metrics = { rowHeight: 30, columnWidth: 100, headWidth: 280, headHeight: 70 }
const size = { rows: 5000, columns: 250 }
const beyond = { rows: 3, columns: 1 }

const anyView = fc.record({
  top: fc.nat(size.rows * metrics.rowHeight),
  left: fc.nat(size.columns * metrics.columnWidth),
  width: fc.integer({ min: 400, max: 4000 }),
  height: fc.integer({ min: 200, max: 2000 }),
})

test('only the cells in sight and a few beyond are drawn, wherever the grid is scrolled', () => {
  fc.assert(
    fc.property(anyView, (view) => {
      const { rows, columns } = rangeInSight(view, metrics, size, beyond)
      expect(rows[0]).toBeGreaterThanOrEqual(0)
      expect(rows[1]).toBeLessThanOrEqual(size.rows)
      expect(columns[1]).toBeLessThanOrEqual(size.columns)
      expect(rows[1] - rows[0]).toBeLessThan(view.height / metrics.rowHeight + 16)
      expect(columns[1] - columns[0]).toBeLessThan(view.width / metrics.columnWidth + 12)
      const first = Math.min(size.rows, Math.floor(view.top / metrics.rowHeight))
      expect(rows[0]).toBeLessThanOrEqual(first)
      expect(rows[1]).toBeGreaterThanOrEqual(Math.min(size.rows, first + 1))
    }),
  )
})

test('a cell that is scrolled to is drawn', () => {
  fc.assert(
    fc.property(anyView, fc.nat(4999), fc.nat(249), (view, row, column) => {
      const scrolled = { ...view, ...scrollTo({ row, column }, view, metrics) }
      const drawn = rangeInSight(scrolled, metrics, size, beyond)
      const cell = { rows: [row, row + 1], columns: [column, column + 1] } as const
      expect(holdsRange(drawn, cell)).toBe(true)
    }),
  )
})

describe('a key leads', () => {
  const press = (key: string, ctrlKey = false) =>
    placeBeyond({ row: 10, column: 5 }, { key, ctrlKey, metaKey: false }, size, 15)

  test.each([
    ['ArrowDown', false, { row: 11, column: 5 }],
    ['ArrowUp', true, { row: 0, column: 5 }],
    ['ArrowRight', true, { row: 10, column: 249 }],
    ['Home', false, { row: 10, column: 0 }],
    ['End', true, { row: 4999, column: 249 }],
    ['PageDown', false, { row: 25, column: 5 }],
    ['PageUp', false, { row: 0, column: 5 }],
  ])('%s (Ctrl: %s)', (key, ctrl, place) => {
    expect(press(key, ctrl)).toEqual(place)
  })

  test('nowhere where it means something else', () => {
    expect(press('Enter')).toBeNull()
  })
})
