import { expect, test } from 'vitest'
import type { CheckFilter, CheckMark } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { askMatrix } from '@/analysis/matrix'
import type { Report } from '@/domain/report'
import { foldReports } from '../foldReports'
import { unitTree } from '../unitTree'

const CITY = '990100'
const COUNTIES = ['990101', '990102']
const ORGAN = '990190'
/** An organ of the first county. */
const BUREAU = '990191'

const tree = unitTree(
  new Map([
    ...[...COUNTIES, ORGAN].map((code) => [`cn:${code}`, `cn:${CITY}`] as const),
    [`cn:${BUREAU}`, 'cn:990101'],
  ]),
  new Map([
    [`cn:${CITY}`, 'city'],
    [`cn:${ORGAN}`, 'department'],
    [`cn:${BUREAU}`, 'department'],
  ]),
)

type Written = number | 'blank'

function reportsOf(
  item: string,
  years: Readonly<Record<number, Readonly<Record<string, Written>>>>,
) {
  return Object.entries(years).flatMap(([year, units]) =>
    Object.entries(units).map(([code, written]): Report => {
      const cell =
        written === 'blank'
          ? ({ kind: 'blank' } as const)
          : ({ kind: 'value', value: written, approximate: false } as const)
      const unit = { code, name: '' }
      const cells = new Map([[item, cell]])
      return { unit, year: Number(year), scope: 'whole', edition: '2021', cells }
    }),
  )
}

function ask(reports: readonly Report[], item: string, checks: CheckFilter = 'all') {
  return askMatrix(
    foldReports(reports),
    { items: [item], units: null, years: null, scope: 'whole', checks },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      units: tree,
      dataVersion: '',
    },
  )
}

/** The marks of one figure, by code and year. */
function marks(reports: readonly Report[], item: string): Record<string, CheckMark> {
  const answer = ask(reports, item)
  return Object.fromEntries(
    answer.units.flatMap(({ id }, unit) =>
      answer.years.map((year, at) => [
        `${id.slice('cn:'.length)} ${year}`,
        answerCell(answer, item, unit, at).check,
      ]),
    ),
  )
}

const licences = 'licensing.decisions'

test('a city below the sum of its counties is 不平; theirs are not, nor its own of other years', () => {
  const reports = reportsOf(licences, {
    2022: { [CITY]: 35, '990101': 20, '990102': 15 },
    2023: { [CITY]: 34, '990101': 20, '990102': 15 },
  })

  expect(marks(reports, licences)).toEqual({
    ...{ '990100 2022': 'none', '990101 2022': 'none', '990102 2022': 'none' },
    ...{ '990100 2023': 'failed', '990101 2023': 'none', '990102 2023': 'none' },
  })
})

test('with an organ on record the city is the sum of all; a part without a number bears no mark', () => {
  const more = { [CITY]: 41, '990101': 20, '990102': 15, [ORGAN]: 5 }
  expect(marks(reportsOf(licences, { 2023: more }), licences)).toEqual({
    ...{ '990100 2023': 'failed', '990101 2023': 'failed' },
    ...{ '990102 2023': 'failed', '990190 2023': 'failed' },
  })
  const open: Record<string, Written> = { ...more, '990102': 'blank' }
  expect(new Set(Object.values(marks(reportsOf(licences, { 2023: open }), licences)))).toEqual(
    new Set(['none']),
  )
  const below: Record<string, Written> = { ...open, [CITY]: 24 }
  expect(marks(reportsOf(licences, { 2023: below }), licences)).toEqual({
    ...{ '990100 2023': 'failed', '990101 2023': 'none' },
    ...{ '990102 2023': 'none', '990190 2023': 'none' },
  })
})

test('a report of the office alone is held against nobody', () => {
  const reports = [
    ...reportsOf('requests.new.total', { 2023: { [CITY]: 56, '990101': 80, '990102': 9 } }),
  ].map((report) => {
    const value = report.unit.code === CITY ? 3 : 20
    const cell = { kind: 'value', value, approximate: false } as const
    return { ...report, cells: new Map([...report.cells, [licences, cell]]) }
  })

  expect(new Set(Object.values(marks(reports, licences)))).toEqual(new Set(['none']))
})

test('规章 of a county and of its organs are 不平, of a city and of its organs they are not', () => {
  const issued = 'regulations.issued'
  const reports = reportsOf(issued, {
    2023: { [CITY]: 3, [ORGAN]: 3, '990101': 3, [BUREAU]: 8, '990102': 0 },
  })

  expect(marks(reports, issued)).toEqual({
    ...{ '990100 2023': 'none', '990190 2023': 'none' },
    ...{ '990101 2023': 'failed', '990191 2023': 'failed', '990102 2023': 'none' },
  })
})

test('a fee in 元 is 不平; the year before only where the two are not told apart', () => {
  const fees = 'fees.amount'
  // 1,077.89 万元 written in 元 is more than any county’s.
  const alone = reportsOf(fees, { 2022: { '990101': 980.5 }, 2023: { '990101': 10_778_925 } })
  expect(marks(alone, fees)).toEqual({ '990101 2022': 'none', '990101 2023': 'failed' })

  const either = reportsOf(fees, { 2022: { '990101': 1.5 }, 2023: { '990101': 9000 } })
  expect(marks(either, fees)).toEqual({ '990101 2022': 'failed', '990101 2023': 'failed' })

  const open = reportsOf(fees, { 2022: { '990101': 980.5 }, 2023: { '990101': 'blank' } })
  expect(marks(open, fees)).toEqual({ '990101 2022': 'none', '990101 2023': 'undecidable' })

  // A city may take that much, but not a fiftieth of it in the year before.
  const city = reportsOf(fees, { 2022: { [CITY]: 240_000 }, 2023: { [CITY]: 260_000 } })
  expect(marks(city, fees)).toEqual({ '990100 2022': 'none', '990100 2023': 'none' })
  const rise = reportsOf(fees, { 2022: { [CITY]: 59_237.2449 }, 2023: { [CITY]: 592_372_449 } })
  expect(marks(rise, fees)).toEqual({ '990100 2022': 'failed', '990100 2023': 'failed' })
})

test('只看可信 leaves them out, and a total bears what it counts', () => {
  const reports = reportsOf('fees.amount', {
    2023: { '990101': 10_778_925, '990102': 812.5 },
  })
  const all = ask(reports, 'fees.amount')
  const trusted = ask(reports, 'fees.amount', 'trusted')

  expect([all.totals.checks[0], all.totals.n[0]]).toEqual([3, 2])
  expect([trusted.totals.values[0], trusted.totals.n[0], trusted.totals.of[0]]).toEqual([
    812.5, 1, 2,
  ])
  expect(answerCell(trusted, 'fees.amount', 0, 0).state).toBe('failed')
})
