import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitting, spread } from '@/charts/spread'

test('labels that do not touch stay where they are', () => {
  expect(spread([10, 50, 90], 12, 100)).toEqual([10, 50, 90])
})

test('labels that touch move apart, and away from the edge', () => {
  expect(spread([98, 98, 10], 12, 100)).toEqual([88, 100, 10])
})

test('any labels are apart, in their order and within the height', () => {
  const places = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), {
    minLength: 1,
    maxLength: 20,
  })
  fc.assert(
    fc.property(places, (tops) => {
      const moved = spread(tops, 12, 200)
      const order = tops
        .map((_, index) => index)
        .toSorted((a, b) => Number(tops[a]) - Number(tops[b]))
      const sorted = order.map((index) => Number(moved[index]))
      const gap = Math.min(12, 200 / Math.max(1, tops.length - 1))

      for (const [turn, top] of sorted.entries()) {
        expect(top).toBeGreaterThanOrEqual(-1e-9)
        expect(top).toBeLessThanOrEqual(200 + 1e-9)
        if (turn > 0) expect(top - Number(sorted[turn - 1])).toBeGreaterThanOrEqual(gap - 1e-6)
      }
    }),
  )
})

test('where not all labels have room, those stay that are clear of the one above', () => {
  const places = [0, 5, 30, 31, 62]
  const shown = (height: number) =>
    [0, 1, 2, 3, 4].filter(fitting([0, 1, 2, 3, 4], (label) => places[label] ?? 0, 20, height))
  expect(shown(200)).toEqual([0, 1, 2, 3, 4])
  expect(shown(62)).toEqual([0, 2, 4])
})
