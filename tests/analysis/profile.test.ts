import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { bearingOf, profileAnswer } from '@/analysis/profile'
import { answerTo, type Written } from '../charts/answers'

const item = 'licensing.decisions'

function answerOf(...figures: readonly Written[]) {
  const units = figures.map((_, unit) => String(990_101 + unit))
  return answerTo(
    { items: [item], units, years: [2023, 2023] },
    figures.map((written, unit) => ({
      unit: units[unit] ?? '',
      year: 2023,
      figures: { [item]: written },
    })),
  )
}

function circleOf(count: number) {
  const units = Array.from({ length: count }, (_, unit) => unit)
  return { id: 'city', name: '本市', medianName: '本市中位数', units }
}

test('the median is of those that have a number, and ties share a rank', () => {
  const answer = answerOf(30, 10, 30, 'blank', 70)
  const bearing = bearingOf(answer, item, 2, 0, circleOf(5))

  expect(bearing).toMatchObject({ median: 30, n: 4, of: 5, ranked: 4 })
  expect(bearing.standing).toMatchObject({ kind: 'ranked', rank: 2 })
  expect(bearingOf(answer, item, 1, 0, circleOf(5)).standing).toMatchObject({ rank: 4 })
})

test('who has no number has no rank, and is not last', () => {
  const { standing } = bearingOf(answerOf(30, 'blank', 70), item, 1, 0, circleOf(3))

  expect(standing).toEqual({ kind: 'missing', state: 'blank' })
})

test('a rate over few cases is not ranked', () => {
  const rate = (unit: string, granted: number, all: number) => ({
    unit,
    year: 2023,
    figures: {
      'requests.granted.total': granted,
      'requests.partial.total': 0,
      'requests.processed.total': all,
    },
  })
  const answer = answerTo(
    { items: ['rate.disclosed'], units: ['990101', '990102'], years: [2023, 2023] },
    [rate('990101', 20, 29), rate('990102', 20, 100)],
  )

  expect(bearingOf(answer, 'rate.disclosed', 0, 0, circleOf(2))).toMatchObject({
    standing: { kind: 'small' },
    // Of the two only the other could be ranked, before nobody.
    ranked: 0,
  })
})

test('is drawn as the unit beside the medians, and a median of nobody is a gap', () => {
  const answer = answerOf(30, 'blank', 71)
  const circles = [
    circleOf(3),
    { ...circleOf(3), id: 'peers', medianName: '相近中位数', units: [1] },
  ]
  const drawn = profileAnswer(answer, 0, circles)

  expect(drawn.units.map(({ name }) => name)).toEqual(['甲县', '本市中位数', '相近中位数'])
  expect(answerCell(drawn, item, 0, 0)).toEqual(answerCell(answer, item, 0, 0))
  expect(answerCell(drawn, item, 1, 0)).toMatchObject({ state: 'value', value: 50.5 })
  expect(answerCell(drawn, item, 2, 0)).toMatchObject({ state: 'noReport', value: NaN })
})

test('the order of the units does not matter', () => {
  const figures = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(figures, (values) => {
      const { length } = values
      const there = bearingOf(answerOf(...values), item, 0, 0, circleOf(length))
      const turned = bearingOf(
        answerOf(...values.toReversed()),
        item,
        length - 1,
        0,
        circleOf(length),
      )

      expect(turned).toEqual(there)
    }),
  )
})
