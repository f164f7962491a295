import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classCuts, mapClasses } from '@/charts/mapClasses'
import { plainTheme } from './theme'

const ends = (values: readonly number[], isChange: boolean, cut: (typeof classCuts)[number]) =>
  mapClasses(values, isChange, cut, plainTheme).map(({ least, most }) => [least, most])

describe('the classes of a map', () => {
  test('hold as many numbers each, or are as wide each', () => {
    const values = [10, 1, 2, 3, 4, 5, 6, 7, 8, 100]
    expect(ends(values, false, 'quantile')).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [10, 100],
    ])
    expect(ends(values, false, 'equal')).toEqual([
      [1, 10],
      [100, 100],
    ])
  })

  test('of changes part at 0, with classes of the same width on both sides', () => {
    const values = [-90, -10, 0, 0, 5, 40, 60]
    expect(ends(values, true, 'equal')).toEqual([
      [-90, -90],
      [-10, -10],
      [0, 0],
      [5, 5],
      [40, 40],
      [60, 60],
    ])
    const colours = (cut: 'equal' | 'quantile') =>
      mapClasses(values, true, cut, plainTheme).map(({ colour }) => colour)
    expect(new Set(colours('equal')).size).toBe(6)
    expect(new Set(colours('quantile')).size).toBe(6)
  })

  test('take every number in once, equal ones together, whatever the order', () => {
    const numbers = fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(NaN)))
    fc.assert(
      fc.property(numbers, fc.boolean(), fc.constantFrom(...classCuts), (values, isChange, cut) => {
        const classes = mapClasses(values, isChange, cut, plainTheme)
        for (const value of values.filter((each) => !Number.isNaN(each))) {
          const own = classes.filter(({ least, most }) => least <= value && value <= most)
          expect(own).toHaveLength(1)
          if (isChange) expect(Math.sign(own[0]?.least ?? NaN)).toBe(Math.sign(own[0]?.most ?? NaN))
        }
        expect(mapClasses(values.toReversed(), isChange, cut, plainTheme)).toEqual(classes)
        expect(new Set(classes.map(({ colour }) => colour)).size).toBe(classes.length)
      }),
    )
  })
})
