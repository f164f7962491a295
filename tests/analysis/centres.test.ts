import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centreKinds, centreOf, quantile } from '@/analysis/centres'
import { countCell, gapCell, ratioCell } from './cells'

describe('the middle of several units', () => {
  test('is another for every name', () => {
    const rates = [ratioCell(1, 10), ratioCell(30, 100), ratioCell(90, 100), gapCell('blank')]
    expect(centreOf('mean', rates)).toEqual({ value: 130 / 3, n: 3 })
    expect(centreOf('weightedMean', rates)).toEqual({ value: (100 * 121) / 210, n: 3 })
    expect(centreOf('median', rates)).toEqual({ value: 30, n: 3 })
    const five = [...rates, ratioCell(50, 100), ratioCell(70, 100)]
    expect(centreOf('lowerQuartile', five)).toEqual({ value: 30, n: 5 })
    expect(centreOf('upperQuartile', five)).toEqual({ value: 70, n: 5 })
  })

  test('has no quarters of fewer than four', () => {
    const three = [countCell(1), countCell(2), countCell(9)]
    expect(centreOf('lowerQuartile', three)).toEqual({ value: NaN, n: 3 })
    expect(centreOf('upperQuartile', three)).toEqual({ value: NaN, n: 3 })
    expect(centreOf('median', three)).toEqual({ value: 2, n: 3 })
  })

  test('weighs a known denominator of 0 with 0, but counts its unit', () => {
    expect(centreOf('weightedMean', [ratioCell(1, 4), ratioCell(0, 0)])).toEqual({
      value: 25,
      n: 2,
    })
  })

  test('has no weighted mean for counts', () => {
    expect(centreOf('weightedMean', [countCell(1), countCell(2)])).toEqual({ value: NaN, n: 0 })
  })

  test('is of nothing where nothing has a number', () => {
    for (const kind of centreKinds) {
      expect(centreOf(kind, [gapCell('blank'), gapCell('noReport')])).toEqual({ value: NaN, n: 0 })
    }
  })

  test('interpolates quartiles as spreadsheets do', () => {
    // QUARTILE.INC of 1, 2, 4, 7, 8, 9, 10, 12: 3.5, 7.5, 9.25.
    const values = [1, 2, 4, 7, 8, 9, 10, 12]
    expect([0.25, 0.5, 0.75].map((share) => quantile(values, share))).toEqual([3.5, 7.5, 9.25])
  })

  test('does not change when a unit without a number joins', () => {
    const cells = fc.array(fc.nat(1000).map(countCell), { minLength: 1 })
    fc.assert(
      fc.property(cells, fc.constantFrom(...centreKinds), (known, kind) => {
        expect(centreOf(kind, [...known, gapCell('blank')])).toEqual(centreOf(kind, known))
      }),
    )
  })
})
