import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from '@/analysis/wilson'

function rounded(count: number, of: number, digits = 4) {
  const interval = wilsonInterval(count, of)
  return interval && [Number(interval.low.toFixed(digits)), Number(interval.high.toFixed(digits))]
}

describe('the interval of a share', () => {
  test('is that of published examples', () => {
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    expect(rounded(81, 263)).toEqual([0.2553, 0.3662])
    expect(rounded(15, 148)).toEqual([0.0624, 0.1605])
    expect(rounded(0, 20)).toEqual([0, 0.1611])
    expect(rounded(1, 29)).toEqual([0.0061, 0.1718])
    expect(rounded(60, 120, 3)).toEqual([0.412, 0.588])
  })

  test('needs cases, and no more of them than there are', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(wilsonInterval(5, 4)).toBeNull()
    expect(wilsonInterval(-1, 4)).toBeNull()
    expect(wilsonInterval(NaN, 4)).toBeNull()
  })

  test('holds the share, lies in 0–1, and is mirrored by the other outcome', () => {
    const share = fc
      .integer({ min: 1, max: 1e6 })
      .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(share, ([count, of]) => {
        const is = wilsonInterval(count, of)
        const other = wilsonInterval(of - count, of)
        expect(is).not.toBeNull()
        if (!is || !other) return
        expect(is.low).toBeGreaterThanOrEqual(0)
        expect(is.high).toBeLessThanOrEqual(1)
        expect(is.low).toBeLessThanOrEqual(count / of + 1e-12)
        expect(is.high).toBeGreaterThanOrEqual(count / of - 1e-12)
        expect(is.low).toBeCloseTo(1 - other.high, 9)
      }),
    )
  })
})
