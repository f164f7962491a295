import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecimalSum, withoutNoise } from '@/analysis/decimal'

test('differences of decimals have no binary noise', () => {
  expect(withoutNoise(0.1 + 0.2, 0.2)).toBe(0.3)
  expect(withoutNoise(1077.892534 - 1077.892533, 1077.9)).toBe(0.000001)
  expect(withoutNoise(NaN, NaN)).toBeNaN()
  expect(withoutNoise(5, 5)).toBe(5)
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
