import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MatrixAnswer } from '@/analysis/answer'
import { moversOf, type Mover } from '@/analysis/movers'
import { answerTo, type WrittenReport } from '../charts/answers'

const requests = 'requests.new.total'
const licences = 'licensing.decisions'
const years = { before: 0, now: 1 }

type Change = readonly [before: number, now: number]

function answerOf(item: string, changes: readonly Change[]): MatrixAnswer {
  const units = changes.map((_, unit) => String(990_101 + unit))
  const reports = changes.flatMap((change, unit) =>
    change.map((value, year): WrittenReport => ({
      unit: units[unit] ?? '',
      year: 2022 + year,
      figures: { [item]: value },
    })),
  )
  return answerTo({ items: [item], units, years: [2022, 2023] }, reports)
}

function told(movers: readonly Mover[]): (readonly number[])[] {
  return movers.map(({ before, now }) => [before, now])
}

test('up and down count by the same factor, and down to 0 counts most', () => {
  const answer = answerOf(licences, [
    [100, 150],
    [100, 25],
    [20, 60],
    [500, 0],
    [40, 40],
  ])

  expect(told(moversOf(answer, [licences], years, 9).relative)).toEqual([
    [500, 0],
    [100, 25],
    [20, 60],
    [100, 150],
  ])
})

test('a base below 20 is apart, and 0 is such a base', () => {
  const answer = answerOf(requests, [
    [19, 190],
    [0, 300],
    [20, 30],
  ])
  const { relative, smallBase } = moversOf(answer, [requests], years, 9)

  expect(told(relative)).toEqual([[20, 30]])
  expect(told(smallBase)).toEqual([
    [0, 300],
    [19, 190],
  ])
})

test('rates move in points, and only over enough cases in both years', () => {
  const rate = (unit: string, year: number, granted: number, all: number): WrittenReport => ({
    unit,
    year,
    figures: {
      'requests.granted.total': granted,
      'requests.partial.total': 0,
      'requests.processed.total': all,
    },
  })
  const answer = answerTo(
    { items: ['rate.disclosed'], units: ['990101', '990102'], years: [2022, 2023] },
    [
      rate('990101', 2022, 10, 100),
      rate('990101', 2023, 40, 100),
      rate('990102', 2022, 0, 29),
      rate('990102', 2023, 40, 40),
    ],
  )
  const { points, relative, smallBase } = moversOf(answer, ['rate.disclosed'], years, 9)

  expect(points).toEqual([{ unit: 0, item: 'rate.disclosed', before: 10, now: 40, difference: 30 }])
  expect([...relative, ...smallBase]).toEqual([])
})

test('the order of the counties does not matter', () => {
  const figure = fc.integer({ min: 0, max: 400 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 6 }),
      (changes: readonly Change[]) => {
        const there = moversOf(answerOf(requests, changes), [requests], years, 4)
        const turned = moversOf(answerOf(requests, changes.toReversed()), [requests], years, 4)
        const sizes = ({ relative, smallBase }: typeof there) => [
          relative.map(({ before, now }) => Math.abs(Math.log(now / before)).toFixed(9)),
          smallBase.map(({ difference }) => Math.abs(difference)),
        ]

        expect(sizes(turned)).toEqual(sizes(there))
      },
    ),
  )
})
