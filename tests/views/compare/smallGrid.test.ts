import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallGrid } from '@/views/compare/cards'

test('a dozen units fill a wall in rows of the same length', () => {
  expect(smallGrid({ width: 72, height: 25 }, 12)).toEqual({ columns: 4, most: 15 })
})

test('they stand closer together where so all have room', () => {
  expect(smallGrid({ width: 72, height: 20 }, 12)).toEqual({ columns: 6, most: 12 })
})

test('more units than have room are drawn page by page, each as wide as on a page', () => {
  expect(smallGrid({ width: 72, height: 20 }, 110)).toEqual({ columns: 5, most: 10 })
})

test('no row is more than one short of another, and all drawn have room', () => {
  const room = fc.record({
    width: fc.integer({ min: 20, max: 160 }),
    height: fc.option(fc.integer({ min: 5, max: 90 })),
  })
  fc.assert(
    fc.property(room, fc.integer({ min: 1, max: 120 }), (frame, units) => {
      const { columns, most } = smallGrid(frame, units)
      const drawn = Math.min(units, most ?? units)
      const rows = Math.ceil(drawn / columns)

      expect(columns).toBeGreaterThan(0)
      if (frame.height !== null && units <= (most ?? 0))
        expect(rows * 7.5).toBeLessThanOrEqual(Math.max(frame.height, 7.5))
      // One row less would be too wide.
      if (units <= (most ?? units)) expect(Math.ceil(drawn / rows)).toBe(columns)
    }),
  )
})
