import { describe, expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { askMatrix } from '@/analysis/matrix'
import type { TestReport } from '../data/reports'
import { blank, cubeOf, report } from '../data/reports'
import { noUnits } from '../unitTree'

const total = 'requests.new.total'

function ask(reports: readonly TestReport[], item: string, year: number) {
  const answer = askMatrix(
    cubeOf(reports),
    { items: [item], units: null, years: [year, year], scope: 'whole' },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      units: noUnits,
      dataVersion: '',
    },
  )
  const cells = answer.units.map((_, unit) => {
    const { state, value, numerator, denominator } = answerCell(answer, item, unit, 0)
    return state === 'value' ? [value, numerator, denominator] : state
  })
  return { cells, total: answer.totals.values[0], n: answer.totals.n[0], of: answer.totals.of[0] }
}

describe('the change from the year before', () => {
  test('is relative for counts and money, and exact', () => {
    const fee = 'fees.amount'
    const reports = [report('a', 2022, { [fee]: 100.3 }), report('a', 2023, { [fee]: 100.1 })]
    const { cells } = ask(reports, `yoy:${fee}`, 2023)
    expect(cells).toEqual([[(100 * -0.2) / 100.3, -0.2, 100.3]])
  })

  test('needs a number in both years; a state or a missing report is not 0', () => {
    const reports = [
      report('blankNow', 2022, { [total]: 5 }),
      report('blankNow', 2023, { [total]: blank }),
      report('blankThen', 2022, { [total]: blank }),
      report('blankThen', 2023, { [total]: 5 }),
      report('gone', 2022, { [total]: 5 }),
      report('new', 2023, { [total]: 5 }),
    ]
    expect(ask(reports, `yoy:${total}`, 2023)).toEqual({
      cells: ['notComputable', 'notComputable', 'noReport', 'notComputable'],
      total: NaN,
      n: 0,
      of: 4,
    })
  })

  test('has no percentage from 0, and still counts in the total', () => {
    const reports = [
      report('a', 2022, { [total]: 0 }),
      report('a', 2023, { [total]: 5 }),
      report('b', 2022, { [total]: 100 }),
      report('b', 2023, { [total]: 100 }),
      report('c', 2023, { [total]: 100 }),
    ]
    expect(ask(reports, `yoy:${total}`, 2023)).toEqual({
      cells: ['zeroDenominator', [0, 0, 100], 'notComputable'],
      total: 5,
      n: 2,
      of: 3,
    })
  })

  test('has no percentage from fewer than 20, and still counts in the total', () => {
    const reports = [
      report('a', 2022, { [total]: 19 }),
      report('a', 2023, { [total]: 38 }),
      report('b', 2022, { [total]: 20 }),
      report('b', 2023, { [total]: 30 }),
    ]
    expect(ask(reports, `yoy:${total}`, 2023)).toEqual({
      cells: ['smallBase', [50, 10, 20]],
      total: (100 * 29) / 39,
      n: 2,
      of: 2,
    })
  })

  test('skips no year', () => {
    const reports = [report('a', 2021, { [total]: 5 }), report('a', 2023, { [total]: 6 })]
    expect(ask(reports, `yoy:${total}`, 2023).cells).toEqual(['notComputable'])
  })

  test('is not given between editions for what they count differently', () => {
    const pair = (id: string) => [
      report('a', 2020, { [id]: 50 }, '2019'),
      report('a', 2021, { [id]: 60 }, '2021'),
    ]
    const fee = 'fees.amount'
    expect(ask(pair(fee), `yoy:${fee}`, 2021).cells).toEqual(['notComputable'])
    expect(ask(pair(total), `yoy:${total}`, 2021).cells).toEqual([[20, 10, 50]])
  })

  test('is in percentage points for rates, in total over the units that have both years', () => {
    const rate = (unit: string, year: number, granted: number, processed: number) =>
      report(unit, year, {
        'requests.granted.total': granted,
        'requests.partial.total': 0,
        'requests.processed.total': processed,
      })
    const reports = [
      rate('a', 2022, 1, 4),
      rate('a', 2023, 3, 4),
      rate('b', 2022, 0, 4),
      rate('b', 2023, 2, 4),
      rate('c', 2023, 100, 100),
    ]
    expect(ask(reports, 'yoy:rate.disclosed', 2023)).toEqual({
      cells: [[50, NaN, NaN], [50, NaN, NaN], 'notComputable'],
      total: 50,
      n: 2,
      of: 3,
    })
  })

  test('is a difference for what may be negative', () => {
    const net = (year: number, issued: number, repealed: number) =>
      report('a', year, {
        'normativeDocuments.issued': issued,
        'normativeDocuments.repealed': repealed,
      })
    const { cells, total } = ask(
      [net(2022, 1, 4), net(2023, 5, 1)],
      'yoy:normativeDocuments.netIncrease',
      2023,
    )
    expect([cells, total]).toEqual([[[7, NaN, NaN]], 7])
  })
})
