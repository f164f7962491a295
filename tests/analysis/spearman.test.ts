import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spearman } from '@/analysis/spearman'

describe('rank correlation', () => {
  test('is that of a worked example', () => {
    // IQ and hours of television of ten people: ρ = −29/165 (Wikipedia, “Spearman's rank correlation coefficient”).
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
    const { coefficient, n } = spearman(iq.map((first, place) => [first, hours[place] ?? NaN]))
    expect(coefficient).toBeCloseTo(-29 / 165, 12)
    expect(n).toBe(10)
  })

  test('gives ties the mean of their ranks', () => {
    const pairs = Array.from({ length: 10 }, (_, i): [number, number] => [Math.floor(i / 2), i])
    // scipy.stats.spearmanr([0,0,1,1,2,2,3,3,4,4], range(10)) = 0.98473…
    expect(spearman(pairs).coefficient).toBeCloseTo(0.9847319278, 9)
  })

  test('is not given for fewer than ten pairs, or where one side never varies', () => {
    const line = (n: number, y: (i: number) => number) =>
      Array.from({ length: n }, (_, i): [number, number] => [i, y(i)])
    expect(spearman(line(9, (i) => i))).toEqual({ coefficient: NaN, n: 9 })
    expect(spearman(line(12, () => 5)).coefficient).toBeNaN()
    expect(spearman(line(12, (i) => i * i)).coefficient).toBeCloseTo(1, 12)
  })

  test('does not depend on the order of the pairs', () => {
    const pairs = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 10, maxLength: 30 })
    fc.assert(
      fc.property(pairs, (given) => {
        const forth = spearman(given).coefficient
        const back = spearman(given.toReversed()).coefficient
        if (Number.isNaN(forth)) expect(back).toBeNaN()
        else expect(back).toBeCloseTo(forth, 12)
      }),
    )
  })
})
