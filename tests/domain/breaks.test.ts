import { describe, expect, test } from 'vitest'
import { breaksBetween, comparableAcross, seriesBreaks } from '@/domain/breaks'

describe('comparableAcross', () => {
  test.each([
    ['normativeDocuments.issued', 'flagged'],
    ['regulations.issued', 'flagged'],
    ['normativeDocuments.inForce', 'different'],
    ['normativeDocuments.publishedTotal', 'different'],
    ['licensing.decisions', 'same'],
    ['penalties.decisions', 'same'],
    ['coercion.decisions', 'same'],
    ['otherServices.decisions', 'different'],
    ['fees.amount', 'different'],
    ['fees.itemsPreviousYear', 'different'],
    ['procurement.amount', 'different'],
    ['requests.new.total', 'same'],
    ['requests.other.all.total', 'same'],
    ['requests.other.rest.total', 'different'],
    ['review.total', 'same'],
    ['custom.常住人口', 'same'],
    ['outcome.other', 'same'],
    ['rate.other', 'same'],
    ['rate.disclosed', 'same'],
    ['normativeDocuments.netIncrease', 'different'],
  ] as const)('%s is %s', (item, comparability) => {
    expect(comparableAcross(item, '2019', '2021')).toBe(comparability)
    expect(comparableAcross(item, '2021', '2019')).toBe(comparability)
    expect(comparableAcross(item, 'unknown', 'unknown')).toBe(comparability)
    expect(comparableAcross(item, '2021', '2021')).toBe('same')
  })
})

describe('breaksBetween', () => {
  function years(items: string[], from: number, to: number): number[] {
    return breaksBetween(items, from, to).map(({ after }) => after)
  }

  test('gives the breaks that cut the series asked for', () => {
    expect(years(['licensing.decisions'], 2015, 2025)).toEqual([2018])
    expect(years(['fees.amount'], 2019, 2025)).toEqual([2020])
    expect(years(['review.total'], 2019, 2025)).toEqual([2023])
    expect(years(['rate.litigationCorrected', 'fees.amount'], 2008, 2025)).toEqual([
      2018, 2020, 2023,
    ])
    expect(years(['normativeDocuments.netIncrease'], 2019, 2022)).toEqual([2020])
  })

  test('counts a break only when both its sides are shown', () => {
    expect(years(['review.total'], 2024, 2025)).toEqual([])
    expect(years(['review.total'], 2019, 2023)).toEqual([])
    expect(years(['review.total'], 2023, 2024)).toEqual([2023])
    expect(years([], 2000, 2030)).toEqual([2018])
  })

  test('table 二 changes in 2021, but not the decisions taken', () => {
    const affected = [...(seriesBreaks[1]?.affects ?? [])]

    expect(affected).toHaveLength(27 - 3)
    expect(affected).not.toContain('licensing.decisions')
  })
})
