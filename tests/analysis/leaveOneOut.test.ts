import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { directionWithout, foremostWithout, largestWithout } from '@/analysis/leaveOneOut'
import { answerTo } from '../charts/answers'

const item = 'requests.new.total'
const years = { before: 0, now: 1 }

function answerOf(figures: readonly (readonly [Record<string, number>, Record<string, number>])[]) {
  const units = figures.map((_, unit) => String(990_101 + unit))
  const items = [
    ...new Set(['rate.disclosed', ...figures.flatMap((pair) => pair.flatMap(Object.keys))]),
  ]
  const reports = figures.flatMap((pair, unit) =>
    pair.map((written, year) => ({
      unit: units[unit] ?? '',
      year: 2022 + year,
      figures: written,
    })),
  )
  return answerTo({ items, units, years: [2022, 2023] }, reports)
}

const counts = (pairs: readonly (readonly [number, number])[]) =>
  answerOf(pairs.map(([before, now]) => [{ [item]: before }, { [item]: now }] as const))

const rate = (numerator: number, denominator: number) => ({
  'requests.granted.total': numerator,
  'requests.partial.total': 0,
  'requests.processed.total': denominator,
})

describe('a direction', () => {
  test('that one county alone makes is flagged with its name and what it would become', () => {
    const answer = counts([
      [100, 90],
      [100, 95],
      [50, 80],
    ])

    expect(directionWithout(answer, item, years, [0, 1, 2])).toEqual({
      conclusion: 'up',
      tried: 3,
      flips: [{ unit: 2, becomes: 'down' }],
      dominant: null,
    })
  })

  test('that all counties share holds, whoever is left out', () => {
    const answer = counts([
      [100, 110],
      [100, 120],
      [50, 80],
    ])

    expect(directionWithout(answer, item, years, [0, 1, 2])).toMatchObject({
      conclusion: 'up',
      flips: [],
    })
  })

  test('of a rate is told from fractions', () => {
    const answer = answerOf([
      [rate(10, 100), rate(40, 400)],
      [rate(90, 100), rate(90, 100)],
    ])

    expect(directionWithout(answer, 'rate.disclosed', years, [0, 1])).toEqual({
      conclusion: 'down',
      tried: 2,
      flips: [
        { unit: 0, becomes: 'same' },
        { unit: 1, becomes: 'same' },
      ],
      dominant: { unit: 0, share: 80 },
    })
  })

  test('names the county that is more than half; exactly half is not', () => {
    const over = counts([
      [40, 51],
      [40, 49],
    ])
    const half = counts([
      [40, 50],
      [40, 50],
    ])

    expect(directionWithout(over, item, years, [0, 1]).dominant).toEqual({ unit: 0, share: 51 })
    expect(directionWithout(half, item, years, [0, 1]).dominant).toBeNull()
  })

  test('of a single county is not tried: nothing would be left', () => {
    expect(directionWithout(counts([[1, 2]]), item, years, [0])).toEqual({
      conclusion: 'up',
      tried: 0,
      flips: [],
      dominant: null,
    })
  })
})

test('the largest part that one county makes is flagged; a tie is no largest', () => {
  const parts = ['review.upheld', 'review.corrected']
  const year = (upheld: number, corrected: number) => ({
    'review.upheld': upheld,
    'review.corrected': corrected,
  })
  const answer = answerOf([
    [year(0, 0), year(9, 1)],
    [year(0, 0), year(2, 5)],
    [year(0, 0), year(2, 6)],
  ])

  expect(largestWithout(answer, parts, 1, [0, 1, 2])).toEqual({
    conclusion: 'review.upheld',
    tried: 3,
    flips: [{ unit: 0, becomes: 'review.corrected' }],
  })
  expect(largestWithout(answer, parts, 1, [0, 1]).conclusion).toBe('review.upheld')
  expect(largestWithout(answerOf([[year(0, 0), year(3, 3)]]), parts, 1, [0]).conclusion).toBeNull()
})

describe('the county that moved the total most', () => {
  test('stays the same in a sum, whoever else is left out', () => {
    const answer = counts([
      [100, 130],
      [100, 120],
      [100, 90],
    ])

    expect(foremostWithout(answer, item, years, [0, 1, 2])).toEqual({
      conclusion: 0,
      tried: 2,
      flips: [],
    })
  })

  test('of a rate may be another without a third, and that third is named', () => {
    // 丙 is far below the others; without it, 甲 with its new weight no longer lifts the rate.
    const answer = answerOf([
      [rate(50, 100), rate(150, 300)],
      [rate(60, 100), rate(70, 100)],
      [rate(10, 1000), rate(10, 1000)],
    ])
    const { conclusion, flips } = foremostWithout(answer, 'rate.disclosed', years, [0, 1, 2])

    expect(conclusion).toBe(0)
    expect(flips).toEqual([{ unit: 2, becomes: 1 }])
  })

  test('is none where two moved it alike', () => {
    const answer = counts([
      [1, 2],
      [1, 2],
      [1, 1],
    ])

    expect(foremostWithout(answer, item, years, [0, 1, 2]).conclusion).toBeNull()
  })
})

test('for any counties, what is flagged is what a sum without the county says', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }))
  fc.assert(
    fc.property(fc.array(pair, { minLength: 2, maxLength: 6 }), (pairs) => {
      const { conclusion, flips } = directionWithout(
        counts(pairs),
        item,
        years,
        pairs.map((_, unit) => unit),
      )
      const wayOf = (some: readonly (readonly [number, number])[]) => {
        const change = some.reduce((sum, [before, now]) => sum + now - before, 0)
        return change === 0 ? 'same' : change > 0 ? 'up' : 'down'
      }
      const expected = pairs.flatMap((_, unit) => {
        const becomes = wayOf(pairs.filter((__, other) => other !== unit))
        return becomes === wayOf(pairs) ? [] : [{ unit, becomes }]
      })

      expect(conclusion).toBe(wayOf(pairs))
      expect(flips).toEqual(expected)
    }),
  )
})
