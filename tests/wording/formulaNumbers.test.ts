import { expect, test } from 'vitest'
import type { Cell } from '@/domain/report'
import { formulaNumbers } from '@/wording/formulaNumbers'

const figures: Readonly<Record<string, number>> = {
  'thisYear requests.granted.total': 81,
  'thisYear requests.partial.total': 4,
  'thisYear requests.processed.total': 263,
  'thisYear fees.amount': 1200,
  'lastYear fees.amount': 1000,
}

function figureOf(indicator: string, year: 'thisYear' | 'lastYear'): Cell {
  const value = figures[`${year} ${indicator}`]
  return value === undefined ? { kind: 'blank' } : { kind: 'value', value, approximate: false }
}

test('a rate stands with its numbers put in', () => {
  expect(formulaNumbers('rate.disclosed', figureOf)).toBe('（81 + 4）÷ 263')
})

test('a figure without a number stands as its word, never as 0', () => {
  expect(formulaNumbers('rate.carriedOut', figureOf)).toBe('空 ÷（空 + 空）')
})

test('a change stands with both years', () => {
  expect(formulaNumbers('yoy:fees.amount', figureOf)).toBe('（1,200 − 1,000）÷ 1,000')
})

test('an indicator has no formula', () => {
  expect(formulaNumbers('fees.amount', figureOf)).toBe('')
})
