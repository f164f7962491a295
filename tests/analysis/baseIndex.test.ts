import { describe, expect, test } from 'vitest'
import { indexedCell } from '@/analysis/baseIndex'
import { answerTo, type WrittenReport } from '../charts/answers'

const item = 'requests.new.total'

function at(year: number, figures: WrittenReport['figures'], edition: '2019' | '2021' = '2021') {
  return { unit: '990101', year, edition, figures }
}

function index(id: string, reports: readonly WrittenReport[], base: number) {
  const years = [reports[0]?.year ?? 0, reports.at(-1)?.year ?? 0] as const
  const answer = answerTo({ items: [id], units: ['990101'], years }, reports)
  return answer.years.map((_, year) => {
    const cell = indexedCell(answer, id, 0, year, answer.years.indexOf(base))
    return cell.state === 'value' ? cell.value : cell.state
  })
}

describe('an index of a base year', () => {
  test('is 100 in the base year, and to one decimal', () => {
    const reports = [at(2021, { [item]: 30 }), at(2022, { [item]: 40 }), at(2023, { [item]: 10 })]
    expect(index(item, reports, 2021)).toEqual([100, 133.3, 33.3])
    expect(index(item, reports, 2022)).toEqual([75, 100, 25])
  })

  test('is not given from 0, from less than 20, or from nothing', () => {
    const from = (base: number | 'blank') =>
      index(item, [at(2021, { [item]: base }), at(2022, { [item]: 40 })], 2021)[1]
    expect(from(0)).toBe('zeroDenominator')
    expect(from(19)).toBe('smallBase')
    expect(from(20)).toBe(200)
    expect(from('blank')).toBe('notComputable')
  })

  test('never makes a missing year a number', () => {
    const reports = [
      at(2021, { [item]: 30 }),
      at(2022, { [item]: 'blank' }),
      at(2024, { [item]: 60 }),
    ]
    expect(index(item, reports, 2021)).toEqual([100, 'blank', 'noReport', 200])
  })

  test('does not reach over a change of the form into another quantity', () => {
    const fee = 'fees.amount'
    const document = 'normativeDocuments.issued'
    const reports = (id: string) => [at(2020, { [id]: 50 }, '2019'), at(2021, { [id]: 60 })]
    expect(index(fee, reports(fee), 2020)[1]).toBe('notComputable')
    expect(index(document, reports(document), 2020)[1]).toBe(120)
  })
})
