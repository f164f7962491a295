import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareContents } from '@/data/compareContents'
import { anyReports, decidedAs, importOf, number, report, segmentsOf } from './reports'

const key = { unit: 'cn:990101', year: 2023, scope: 'whole' } as const

test('cells that both speak of are the same or not; the others belong to one', () => {
  const first = segmentsOf([report(key.unit, 2023, { a: 1, b: 2, c: 3 })])
  const second = segmentsOf([
    report(key.unit, 2023, { a: 1, b: 5, d: 4 }),
    report(key.unit, 2022, { a: 1 }),
  ])

  expect(compareContents(importOf(1, first), importOf(2, second))).toEqual({
    same: 1,
    different: 1,
    onlyFirst: 1,
    onlySecond: 2,
    differences: [{ ...key, indicator: 'b', before: number(2), after: number(5) }],
  })
})

test('what was refused on its import is compared all the same', () => {
  const first = segmentsOf([report(key.unit, 2023, { a: 1 })])
  const second = segmentsOf([report(key.unit, 2023, { a: 2 })]).map((segment) =>
    decidedAs(segment, 'refused'),
  )

  expect(compareContents(importOf(1, first), importOf(2, second)).different).toBe(1)
})

test('a batch is the same as itself, and the order only turns the sides', () => {
  fc.assert(
    fc.property(anyReports, anyReports, (some, others) => {
      const first = importOf(1, segmentsOf(some, 'cells', 3))
      const second = importOf(2, segmentsOf(others))
      const there = compareContents(first, second)
      const back = compareContents(second, first)
      const self = compareContents(first, first)

      expect([self.different, self.onlyFirst, self.onlySecond]).toEqual([0, 0, 0])
      expect([back.same, back.different, back.onlyFirst, back.onlySecond]).toEqual([
        there.same,
        there.different,
        there.onlySecond,
        there.onlyFirst,
      ])
      expect(there.same + there.different + there.onlyFirst).toBe(self.same)
    }),
  )
})
