import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromSymlog, linearMarks, symlogMarks, toSymlog } from '@/charts/scale'

/** Figures have six decimals at most. */
const number = fc.maxSafeInteger().map((millionths) => millionths / 1e6)

describe('the logarithmic scale that copes with zeros', () => {
  test('0 stands at 0, and every power of ten is one step further', () => {
    expect([0, 1, 10, 100, 1000, -10].map(toSymlog)).toEqual([0, 1, 2, 3, 4, -2])
  })

  test('a position reads back as its number', () => {
    fc.assert(
      fc.property(number, (value) => {
        const back = fromSymlog(toSymlog(value))
        expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-9)
      }),
    )
  })

  test('a larger number never stands lower', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(Math.sign(toSymlog(a) - toSymlog(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('marks are true powers of ten around the numbers, zeros included', () => {
    const { min, max, marks } = symlogMarks([0, 3, 20_000], true)

    expect(marks.map(fromSymlog)).toEqual([0, 1, 10, 100, 1000, 10_000, 100_000])
    expect([min, max]).toEqual([0, 6])
  })

  test('close numbers have marks at 2 and 5 too', () => {
    expect(
      symlogMarks([3000, 8000], false).marks.map((mark) => Math.round(fromSymlog(mark))),
    ).toEqual([1000, 2000, 5000, 10_000])
  })

  test('without a number there is still an axis', () => {
    expect(symlogMarks([NaN], true)).toEqual({ min: 0, max: 1, marks: [0, 1] })
  })
})

describe('marks of an even axis', () => {
  test('are round, begin at 0 and go beyond the numbers', () => {
    expect(linearMarks([3, 18, NaN])).toEqual({ min: 0, max: 20, marks: [0, 5, 10, 15, 20] })
  })

  test('reach below 0 for negative numbers', () => {
    expect(linearMarks([-12, 30])).toEqual({ min: -20, max: 40, marks: [-20, 0, 20, 40] })
  })

  test('every number lies between the ends, and there are few marks', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 20 }), (values) => {
        const { min, max, marks } = linearMarks(values)
        expect(min).toBeLessThanOrEqual(Math.min(0, ...values))
        expect(max).toBeGreaterThanOrEqual(Math.max(0, ...values))
        expect(marks.length).toBeLessThanOrEqual(10)
      }),
    )
  })
})
