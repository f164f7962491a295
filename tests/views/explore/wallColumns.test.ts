import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wallColumns } from '@/views/explore/seriesCards'

test('figures stand beside each other where there is no room for all of them below each other', () => {
  expect(wallColumns(1, { width: 70, height: 31 })).toBe(1)
  expect(wallColumns(3, { width: 70, height: 31 })).toBe(3)
  expect(wallColumns(2, { width: 70, height: 60 })).toBe(1)
})

test('no figure is cut that need not be', () => {
  const frame = fc.record({
    width: fc.integer({ min: 20, max: 200 }),
    height: fc.integer({ min: 14, max: 120 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), frame, (figures, room) => {
      const columns = wallColumns(figures, room)

      expect(columns).toBeGreaterThanOrEqual(1)
      expect(columns).toBeLessThanOrEqual(figures)
      expect(room.height / Math.ceil(figures / columns)).toBeGreaterThanOrEqual(11.5)
    }),
  )
})
