import { expect, test } from 'vitest'
import { answerCell, unasked } from '@/analysis/answerCell'
import { answerTo } from '../charts/answers'

const answer = answerTo(
  {
    items: ['fees.amount', 'licensing.decisions'],
    units: ['990101', '990102'],
    years: [2022, 2023],
  },
  [
    {
      unit: '990102',
      year: 2023,
      figures: { 'fees.amount': 7.5, 'licensing.decisions': { about: 900 } },
    },
  ],
)

test('the cell of an item, a unit and a year is found', () => {
  expect(answerCell(answer, 'fees.amount', 1, 1)).toMatchObject({
    state: 'value',
    value: 7.5,
    approximate: false,
  })
  expect(answerCell(answer, 'licensing.decisions', 1, 1)).toMatchObject({
    value: 900,
    approximate: true,
  })
  expect(answerCell(answer, 'licensing.decisions', 0, 1)).toMatchObject({
    state: 'noReport',
    value: NaN,
  })
})

test('what was not asked has no number', () => {
  expect(answerCell(answer, 'coercion.decisions', 0, 0)).toBe(unasked)
  expect(answerCell(answer, 'fees.amount', 2, 0)).toBe(unasked)
  expect(answerCell(answer, 'fees.amount', 0, -1)).toBe(unasked)
})
