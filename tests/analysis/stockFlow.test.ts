import { expect, test } from 'vitest'
import { stockFlow } from '@/analysis/stockFlow'
import { answerTo } from '../charts/answers'

const items = {
  stock: 'normativeDocuments.inForce',
  added: 'normativeDocuments.issued',
  removed: 'normativeDocuments.repealed',
}

test('a stock is what was there and came, less what went; a blank makes it unknown, not 0', () => {
  const report = (year: number, stock: number, added: number, removed: number | 'blank') => ({
    unit: '990101',
    year,
    figures: { [items.stock]: stock, [items.added]: added, [items.removed]: removed },
  })
  const answer = answerTo({ items: Object.values(items), units: ['990101'], years: [2021, 2023] }, [
    report(2021, 40, 5, 1),
    report(2022, 47, 10, 3),
    report(2023, 50, 4, 'blank'),
  ])
  const told = stockFlow(answer, items, 0).map(({ year, expected, gap }) => [year, expected, gap])

  expect(told).toEqual([
    [2022, 47, 0],
    [2023, NaN, NaN],
  ])
})
