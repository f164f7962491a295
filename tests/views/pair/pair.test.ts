import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportEdition } from '@/domain/indicator'
import { pairForm, pairItems } from '@/views/pair/pairForm'
import { formatPairState, parsePairState, reportOf, type PairState } from '@/views/pair/pairState'
import { pairList, unlikeNotes } from '@/views/pair/pairWords'
import { answerTo, type Written } from '../../charts/answers'

type Figures = Readonly<Record<string, Written>>

function answerOf(figures: Figures | null, edition: ReportEdition = '2021') {
  const reports = figures === null ? [] : [{ unit: '990101', year: 2023, edition, figures }]
  return answerTo({ items: pairItems, units: ['990101'], years: [2023, 2023] }, reports)
}

function rowsOf(a: Figures, b: Figures, onlyDifferent: boolean) {
  const { text } = pairList(pairForm(answerOf(a), answerOf(b)), ['甲县', '乙县'], onlyDifferent)
  const rows = Array.from({ length: text.rows }, (_, index) => text.row(index))
  return new Map(rows.map(({ header, cells }) => [header, cells.map((cell) => cell.text)]))
}

describe('the address bar', () => {
  const side = fc.record({
    unit: fc.option(fc.uuid()),
    year: fc.option(fc.integer({ min: 2008, max: 2040 })),
    scope: fc.constantFrom('whole' as const, 'office' as const),
  })

  test('holds any two reports and gives them back', () => {
    fc.assert(
      fc.property(
        fc.record({
          a: side,
          b: side,
          onlyDifferent: fc.boolean(),
          checks: fc.constantFrom('all', 'trusted'),
        }),
        (state: PairState) => {
          const written = new URLSearchParams(formatPairState(state)).toString()
          expect(parsePairState(Object.fromEntries(new URLSearchParams(written)))).toEqual(state)
        },
      ),
    )
  })

  test('a side without a year is the last on record', () => {
    const { a } = parsePairState({ a: 'cn:610921' })

    expect(reportOf(a, 2023)).toEqual({ unit: 'cn:610921', year: 2023, scope: 'whole' })
    expect(reportOf(a, null)).toBeNull()
  })
})

describe('two reports cell by cell', () => {
  const a = { 'licensing.decisions': 100, 'penalties.decisions': 4, 'coercion.decisions': 7 }
  const b = { 'licensing.decisions': 150, 'penalties.decisions': 9, 'coercion.decisions': 7 }

  test('give the difference, and a percentage where the base bears one', () => {
    const rows = rowsOf(a, b, false)

    expect(rows.get('第二十条第（五）项·行政许可·本年处理决定数量')).toEqual([
      '100',
      '150',
      '+50（+50.00%）',
    ])
    expect(rows.get('第二十条第（六）项·行政处罚·本年处理决定数量')).toEqual(['4', '9', '+5'])
    expect(rows.get('第二十条第（六）项·行政强制·本年处理决定数量')).toEqual(['7', '7', '相同'])
  })

  test('only what is different is listed when that is asked for', () => {
    expect([...rowsOf(a, { ...b, 'coercion.decisions': 'blank' }, true).keys()]).toEqual([
      '第二十条第（五）项·行政许可·本年处理决定数量',
      '第二十条第（六）项·行政处罚·本年处理决定数量',
      '第二十条第（六）项·行政强制·本年处理决定数量',
    ])
    expect(rowsOf(a, a, true).size).toBe(0)
  })

  test('all figures of the form are there, 10 + 175 + 15', () => {
    expect(rowsOf(a, b, false).size).toBe(200)
  })
})

describe('what is not alike is said', () => {
  test('another scope', () => {
    const form = pairForm(answerOf({}), answerOf({}))

    expect(unlikeNotes(form, ['whole', 'office'])[0]).toContain('口径不同')
    expect(unlikeNotes(form, ['whole', 'whole'])).toEqual([])
  })

  test('another form: both of table 二 are shown, and what does not compare has no difference', () => {
    const form = pairForm(
      answerOf({ 'normativeDocuments.publishedTotal': 30, 'licensing.decisions': 90 }, '2019'),
      answerOf({ 'normativeDocuments.inForce': 40, 'licensing.decisions': 99 }),
    )

    expect(form.tables.map(({ title }) => title)).toEqual([
      '二、主动公开政府信息情况（2019 表样）',
      '二、主动公开政府信息情况（2021 表样）',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ])
    expect(form.figures.get('normativeDocuments.inForce')).toMatchObject({ difference: NaN })
    expect(form.figures.get('licensing.decisions')).toMatchObject({ difference: 9 })
    expect(unlikeNotes(form, ['whole', 'whole'])[0]).toContain('表样不同')
  })

  test('a group that only one of them divides is compared as a whole', () => {
    const divided = {
      'requests.other.notCorrected.total': 1,
      'requests.other.feeUnpaid.total': 2,
      'requests.other.rest.total': 3,
    }
    const form = pairForm(answerOf(divided), answerOf({ 'requests.other.all.total': 8 }))

    expect(form.otherOutcomes).toMatchObject({ difference: 2 })
    expect(unlikeNotes(form, ['whole', 'whole'])).toEqual([
      '（六）其他处理，一方未分项：合起来左边 6，右边 8，+2。',
    ])
  })

  test('a report that is not there lacks every number and is no report of zeros', () => {
    const form = pairForm(answerOf(null), answerOf({ 'licensing.decisions': 0 }))

    expect(form.figures.get('licensing.decisions')).toMatchObject({
      a: { state: 'noReport' },
      difference: NaN,
      differs: true,
    })
  })
})
