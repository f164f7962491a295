import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecimalSum, roundedNotToZero, withoutNoise } from '@/analysis/decimal'

test('differences of decimals have no binary noise', () => {
  expect(withoutNoise(0.1 + 0.2, 0.2)).toBe(0.3)
  expect(withoutNoise(1077.892534 - 1077.892533, 1077.9)).toBe(0.000001)
  expect(withoutNoise(NaN, NaN)).toBeNaN()
  expect(withoutNoise(5, 5)).toBe(5)
})

test('rounding makes nothing 0 that is not', () => {
  expect([12.345, 0.004, -0.0004, 0].map((value) => roundedNotToZero(value, 2))).toEqual([
    12.35, 0.004, -0.0004, 0,
  ])
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
      (value) => {
        expect(roundedNotToZero(value, 2) === 0).toBe(value === 0)
        expect(Math.abs(roundedNotToZero(value, 2) - value)).toBeLessThanOrEqual(0.005 + 1e-6)
      },
    ),
  )
})

test('a sum of amounts in 万元 is exact to their six decimals', () => {
  const anyAmount = fc.integer({ min: -1e9, max: 1e9 })
  fc.assert(
    fc.property(fc.array(anyAmount, { maxLength: 3000 }), (millionths) => {
      const sum = new DecimalSum()
      for (const amount of millionths) sum.add(amount / 1e6)
      const exact = millionths.reduce((total, amount) => total + amount, 0)
      expect(sum.total + 0).toBe(exact / 1e6)
      expect(sum.count).toBe(millionths.length)
    }),
  )
})
