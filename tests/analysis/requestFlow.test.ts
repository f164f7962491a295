import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flowApplicants, flowItems, requestFlow } from '@/analysis/requestFlow'
import { outcomeGroups } from '@/domain/tableThree'
import type { Written, WrittenReport } from '../charts/answers'
import { answerTo } from '../charts/answers'

const single = 'requests.other.all'

/** A report of the 2021 form with one number in every cell, but for those given. */
function whole(
  unit: string,
  number: number,
  own: Readonly<Record<string, Written>> = {},
): WrittenReport {
  const rows = flowItems.filter((item) => !item.startsWith(single))
  const figures = Object.fromEntries(rows.map((item) => [item, number]))
  return { unit, year: 2023, figures: { ...figures, ...own } }
}

function flowOf(reports: readonly WrittenReport[], codes = reports.map(({ unit }) => unit)) {
  const answer = answerTo({ items: flowItems, units: codes, years: [2023, 2023] }, reports)
  return requestFlow(
    answer,
    answer.units.map((_, unit) => unit),
    0,
  )
}

/** The cases of an applicant and an outcome group, by their ids. */
function casesOf(flow: ReturnType<typeof flowOf>, applicant: string, group: string) {
  const row = flowApplicants.findIndex(({ id }) => id === applicant)
  return flow.cases[row * outcomeGroups.length + outcomeGroups.findIndex(({ id }) => id === group)]
}

describe('the flow from applicants to outcomes', () => {
  test('adds the rows of a group, unit by unit', () => {
    const flow = flowOf([whole('990101', 1), whole('990102', 10)])
    expect([flow.n, flow.of]).toEqual([2, 2])
    expect(casesOf(flow, 'company', 'granted')).toBe(11)
    expect(casesOf(flow, 'company', 'denied')).toBe(8 * 11)
    expect(casesOf(flow, 'naturalPerson', 'other')).toBe(3 * 11)
  })

  test('takes the single row of 其他处理 where it is printed, never both', () => {
    const printed = Object.fromEntries(
      flowApplicants.map(({ id }) => [`${single}.${id}`, 7] as const),
    )
    const flow = flowOf([whole('990101', 1, printed)])
    expect(casesOf(flow, 'company', 'other')).toBe(7)
  })

  test('leaves out a unit with an open cell, and says which', () => {
    const blank = 'requests.denied.thirdParty.company'
    const flow = flowOf(
      [whole('990101', 1), whole('990102', 10, { [blank]: 'blank' })],
      ['990101', '990102', '990103'],
    )
    expect(casesOf(flow, 'company', 'granted')).toBe(1)
    expect([flow.n, flow.of]).toEqual([1, 3])
    expect(flow.missing).toEqual([
      { unit: 1, indicator: blank },
      { unit: 2, indicator: null },
    ])
  })

  test('takes “/” for a statement that nothing is to be added', () => {
    const flow = flowOf([
      whole('990101', 1, { 'requests.denied.thirdParty.company': 'notApplicable' }),
    ])
    expect([flow.n, casesOf(flow, 'company', 'denied')]).toEqual([1, 7])
  })

  test('of no complete report has no cases, not 0 of them', () => {
    const flow = flowOf([whole('990101', 1, { 'requests.granted.company': 'unreadable' })])
    expect(flow.n).toBe(0)
    expect(flow.cases.every(Number.isNaN)).toBe(true)
  })

  test('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 5 }), (numbers) => {
        const reports = numbers.map((number, place) => whole(String(990_101 + place), number))
        const codes = reports.map(({ unit }) => unit)
        expect(flowOf(reports, codes.toReversed()).cases).toEqual(flowOf(reports, codes).cases)
      }),
      { numRuns: 20 },
    )
  })
})
