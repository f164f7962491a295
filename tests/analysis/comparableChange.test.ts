import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparableChange } from '@/analysis/comparableChange'
import { answerTo, type Written, type WrittenReport } from '../charts/answers'

const item = 'requests.new.total'
const years = { before: 0, now: 1 }

function report(unit: string, year: number, written: Written): WrittenReport {
  return { unit, year, figures: { [item]: written } }
}

test('the change is over exactly the counties that have both years, and the others are named', () => {
  const answer = answerTo(
    { items: [item], units: ['990101', '990102', '990103', '990104'], years: [2022, 2023] },
    [
      report('990101', 2022, 100),
      report('990101', 2023, 150),
      report('990102', 2022, 1000),
      report('990103', 2023, 7),
      report('990104', 2022, 9),
      report('990104', 2023, 'blank'),
    ],
  )

  expect(comparableChange(answer, item, years)).toEqual({
    before: 100,
    now: 150,
    difference: 50,
    units: [0],
    others: [
      { unit: 1, why: 'noNumber' },
      { unit: 2, why: 'noNumber' },
      { unit: 3, why: 'noNumber' },
    ],
  })
})

test('a figure that the forms count differently does not compare across them', () => {
  const reports = (now: '2019' | '2021'): WrittenReport[] => [
    { unit: '990101', year: 2020, edition: '2019', figures: { 'normativeDocuments.inForce': 30 } },
    { unit: '990101', year: 2021, edition: now, figures: { 'normativeDocuments.inForce': 40 } },
  ]
  const asked = {
    items: ['normativeDocuments.inForce'],
    units: ['990101'],
    years: [2020, 2021],
  } as const
  const unlike = comparableChange(answerTo(asked, reports('2021')), asked.items[0], years)
  const alike = comparableChange(answerTo(asked, reports('2019')), asked.items[0], years)

  expect(unlike).toMatchObject({ before: NaN, units: [], others: [{ unit: 0, why: 'unlike' }] })
  expect(alike).toMatchObject({ before: 30, now: 40, difference: 10, others: [] })
})

test('a rate changes by the sums of its parts, a county without cases included', () => {
  const figures = (disclosed: number, processed: number) => ({
    'requests.granted.total': disclosed,
    'requests.partial.total': 0,
    'requests.processed.total': processed,
  })
  const answer = answerTo(
    { items: ['rate.disclosed'], units: ['990101', '990102'], years: [2022, 2023] },
    [
      { unit: '990101', year: 2022, figures: figures(10, 40) },
      { unit: '990101', year: 2023, figures: figures(30, 60) },
      { unit: '990102', year: 2022, figures: figures(0, 0) },
      { unit: '990102', year: 2023, figures: figures(10, 20) },
    ],
  )

  expect(comparableChange(answer, 'rate.disclosed', years)).toMatchObject({
    before: 25,
    now: 50,
    difference: 25,
    units: [0, 1],
  })
})

const cell = fc.oneof(fc.integer({ min: 0, max: 1e6 }), fc.constantFrom('blank' as const, null))
const pairs = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 })

function answerOf(
  figures: readonly (readonly [number | 'blank' | null, number | 'blank' | null])[],
) {
  const codes = figures.map((_, unit) => String(990_101 + unit))
  const reports = figures.flatMap((pair, unit) =>
    pair.flatMap((written, year) =>
      written === null ? [] : [report(codes[unit] ?? '', 2022 + year, written)],
    ),
  )
  return answerTo({ items: [item], units: codes, years: [2022, 2023] }, reports)
}

test('for any reports, no county without both years counts, and none is counted as 0', () => {
  fc.assert(
    fc.property(pairs, (figures) => {
      const both = figures.flatMap(([before, now], unit) =>
        typeof before === 'number' && typeof now === 'number' ? [{ before, now, unit }] : [],
      )
      const change = comparableChange(answerOf(figures), item, years)

      expect(change.units).toEqual(both.map(({ unit }) => unit))
      expect(change.units.length + change.others.length).toBe(figures.length)
      if (both.length === 0) expect(change.before).toBeNaN()
      else expect(change.before).toBe(both.reduce((sum, { before }) => sum + before, 0))
    }),
  )
})

test('the order of the counties does not matter', () => {
  fc.assert(
    fc.property(pairs, (figures) => {
      const { before, now, difference } = comparableChange(answerOf(figures), item, years)
      const turned = comparableChange(answerOf(figures.toReversed()), item, years)

      expect(turned).toMatchObject({ before, now, difference })
    }),
  )
})
