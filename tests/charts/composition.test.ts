import { describe, expect, test } from 'vitest'
import { composed, composedTotal } from '@/charts/composition'
import type { CompositionSpec } from '@/charts/composition'
import { answerTo } from './answers'

const applicants: CompositionSpec = {
  whole: { item: 'requests.new.total', label: '本年新收' },
  parts: [
    { item: 'requests.new.naturalPerson', label: '自然人' },
    { item: 'requests.new.company', label: '商业企业' },
  ],
}
const otherOutcomes: CompositionSpec = {
  whole: { item: 'outcome.other', label: '其他处理' },
  parts: [
    { item: 'requests.other.notCorrected.total', label: '逾期不补正' },
    { item: 'requests.other.feeUnpaid.total', label: '逾期不缴费' },
    { item: 'requests.other.rest.total', label: '其他' },
    { item: 'requests.other.all.total', label: '未分项', undivided: true },
  ],
}

function itemsOf({ whole, parts }: CompositionSpec) {
  return [whole, ...parts].map(({ item }) => item)
}

/** One unit's 2023 report with these figures. */
function compose(spec: CompositionSpec, figures: Parameters<typeof answerTo>[1][0]['figures']) {
  const asked = { items: itemsOf(spec), units: ['990101'], years: [2023, 2023] as const }
  return composed(answerTo(asked, [{ unit: '990101', year: 2023, figures }]), spec, 0, 0)
}

const [total, natural, company] = itemsOf(applicants) as [string, string, string]

describe('a composition', () => {
  test('has its whole, its parts and their sum', () => {
    expect(compose(applicants, { [total]: 30, [natural]: 21, [company]: 9 })).toEqual({
      kind: 'whole',
      whole: 30,
      parts: [21, 9],
      sum: 30,
      // The other columns are not there to be added.
      doubt: { approximate: false, corrected: false, check: 'undecidable' },
    })
  })

  test('keeps parts that do not add up as they are, with the sum that shows it', () => {
    expect(compose(applicants, { [total]: 30, [natural]: 20, [company]: 9 })).toMatchObject({
      whole: 30,
      sum: 29,
    })
  })

  test('is a named gap where the whole is blank, never a bar of 0', () => {
    expect(compose(applicants, { [total]: 'blank', [natural]: 21, [company]: 9 })).toEqual({
      kind: 'gap',
      reason: '本年新收：空',
    })
  })

  test('is a named gap where a part is unknown', () => {
    expect(compose(applicants, { [total]: 30, [natural]: 21, [company]: 'unreadable' })).toEqual({
      kind: 'gap',
      reason: '商业企业：不可读',
    })
  })

  test('says of a unit without a report that it has none', () => {
    const asked = { items: itemsOf(applicants), units: ['990101'], years: [2023, 2023] as const }
    expect(composed(answerTo(asked, []), applicants, 0, 0)).toEqual({ kind: 'gap', reason: '未报' })
  })

  test('has no shares of a true 0', () => {
    expect(compose(applicants, { [total]: 0, [natural]: 0, [company]: 0 })).toEqual({
      kind: 'gap',
      reason: '本年新收为 0',
    })
  })

  test('a part that does not apply is no 0 and no gap', () => {
    expect(compose(applicants, { [total]: 21, [natural]: 21, [company]: 'notApplicable' })).toEqual(
      {
        kind: 'whole',
        whole: 21,
        parts: [21, null],
        sum: 21,
        doubt: { approximate: false, corrected: false, check: 'undecidable' },
      },
    )
  })

  test('one row for the whole group is one part, not added to the rows that it stands for', () => {
    const all = 'requests.other.all.total'
    expect(compose(otherOutcomes, { [all]: 7 })).toEqual({
      kind: 'whole',
      whole: 7,
      parts: [null, null, null, 7],
      sum: 7,
      doubt: { approximate: false, corrected: false, check: 'none' },
    })
    const three = {
      'requests.other.notCorrected.total': 1,
      'requests.other.feeUnpaid.total': 2,
      'requests.other.rest.total': 4,
    }
    expect(compose(otherOutcomes, { ...three, [all]: 7 })).toEqual({
      kind: 'whole',
      whole: 7,
      parts: [1, 2, 4, null],
      sum: 7,
      doubt: { approximate: false, corrected: false, check: 'passed' },
    })
  })
})

test('a sum counts only units whose parts are all known, and names the others', () => {
  const asked = {
    items: itemsOf(applicants),
    units: ['990101', '990102', '990103', '990104'],
    years: [2023, 2023] as const,
  }
  const answer = answerTo(asked, [
    { unit: '990101', year: 2023, figures: { [total]: 30, [natural]: 21, [company]: 9 } },
    { unit: '990102', year: 2023, figures: { [total]: 10, [natural]: 10, [company]: 'blank' } },
    { unit: '990103', year: 2023, figures: { [total]: 0, [natural]: 0, [company]: 0 } },
  ])

  expect(composedTotal(answer, applicants, [0, 1, 2, 3], 0)).toEqual({
    composed: {
      kind: 'whole',
      whole: 30,
      parts: [21, 9],
      sum: 30,
      doubt: { approximate: false, corrected: false, check: 'undecidable' },
    },
    n: 2,
    of: 4,
    missing: [1, 3],
    untrusted: [],
    check: 'undecidable',
  })
})
