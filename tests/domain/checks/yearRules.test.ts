import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figuresOf } from '@/domain/checks/figures'
import { isCopy, likenessOf, repeatedNumber } from '@/domain/checks/likeness'
import { impliedBase } from '@/domain/checks/proseYearOnYear'
import { changeRules, judgeAfterReview, yearRules } from '@/domain/checks/yearRules'
import type { Cell } from '@/domain/report'
import { realReport } from '../../realReports'

type Written = Readonly<Record<string, number>>

function cellsOf(written: Written) {
  return (indicator: string): Cell => {
    const value = written[indicator]
    return value === undefined ? { kind: 'blank' } : { kind: 'value', value, approximate: false }
  }
}

function judge(id: string, now: Written, before: Written | null) {
  const rule = [...yearRules, ...changeRules].find((each) => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  const then = before === null ? null : figuresOf(rule.indicators, cellsOf(before))
  return rule.judge(figuresOf(rule.indicators, cellsOf(now)), then)
}

const licences = 'licensing.decisions'
const published = 'normativeDocuments.publishedTotal'
const newly = 'normativeDocuments.newlyPublished'
const told = 'prose.requests.yearOnYear'
const received = 'prose.requests.received'
const fresh = 'requests.new.total'

test.each<[string, Written, Written | null, string | null]>([
  [`Y-JUMP:${licences}`, { [licences]: 9487 }, { [licences]: 550 }, 'failed'],
  [`Y-JUMP:${licences}`, { [licences]: 100 }, { [licences]: 20 }, 'passed'],
  [`Y-JUMP:${licences}`, { [licences]: 95 }, { [licences]: 19 }, 'passed'],
  [`Y-JUMP:${licences}`, { [licences]: 3 }, { [licences]: 20 }, 'failed'],
  [`Y-JUMP:${licences}`, {}, { [licences]: 550 }, null],
  [`C-FACTOR:${licences}`, { [licences]: 5500 }, { [licences]: 550 }, 'failed'],
  [`C-FACTOR:${licences}`, { [licences]: 55 }, { [licences]: 550_000 }, 'failed'],
  [`C-FACTOR:${licences}`, { [licences]: 5501 }, { [licences]: 550 }, 'passed'],
  [`C-FACTOR:${licences}`, { [licences]: 5500 }, null, null],
  [
    'C-FACTOR:fees.amount',
    { 'fees.amount': 10778.92534 },
    { 'fees.amount': 1077.892534 },
    'failed',
  ],
  ['C-FACTOR:fees.amount', { 'fees.amount': 10778.9 }, { 'fees.amount': 1077.892534 }, 'passed'],
  ['T2-FEE-UNIT', { 'fees.amount': 10_778_925.34 }, null, 'failed'],
  ['T2-FEE-UNIT', { 'fees.amount': 1077.892534 }, null, 'passed'],
  ['T2-FEE-UNIT', { 'fees.amount': 60_000 }, { 'fees.amount': 1077.89 }, 'failed'],
  ['T2-FEE-UNIT', { 'fees.amount': 7545 }, { 'fees.amount': 7730.28 }, 'passed'],
  ['T2-FEE-UNIT', {}, { 'fees.amount': 7730.28 }, 'undecidable'],
  ['T2-FEE-UNIT:aboveCounty', { 'fees.amount': 160_000 }, { 'fees.amount': 96_171.6 }, 'passed'],
  [
    'T2-FEE-UNIT:aboveCounty',
    { 'fees.amount': 59_237.2449 },
    { 'fees.amount': 592_372_449 },
    'failed',
  ],
  [
    'T2-2019-PUB:normativeDocuments.publishedTotal',
    { [published]: 46, [newly]: 6 },
    { [published]: 40 },
    'passed',
  ],
  [
    'T2-2019-PUB:normativeDocuments.publishedTotal',
    { [published]: 41, [newly]: 6 },
    { [published]: 40 },
    'passed',
  ],
  [
    'T2-2019-PUB:normativeDocuments.publishedTotal',
    { [published]: 47, [newly]: 6 },
    { [published]: 40 },
    'failed',
  ],
  [
    'T2-2019-PUB:normativeDocuments.publishedTotal',
    { [published]: 47 },
    { [published]: 40 },
    'undecidable',
  ],
  ['T2-2019-PUB:normativeDocuments.publishedTotal', { [published]: 47, [newly]: 6 }, null, null],
  ['P-YOY', { [told]: 58, [received]: 30 }, { [fresh]: 19 }, 'passed'],
  ['P-YOY', { [told]: 58, [received]: 30, [fresh]: 30 }, { [fresh]: 19 }, 'passed'],
  ['P-YOY', { [told]: 58, [fresh]: 30 }, { [fresh]: 20 }, 'failed'],
  ['P-YOY', { [told]: 58, [received]: 30 }, null, 'passed'],
  ['P-YOY', { [told]: 1.05, [received]: 30 }, null, 'failed'],
  ['P-YOY', { [told]: 58 }, null, 'undecidable'],
  ['P-YOY', { [fresh]: 58 }, null, null],
])('%s: %j after %j is %s', (id, now, before, outcome) => {
  expect(judge(id, now, before)).toBe(outcome)
})

test('汉阴县 2023: 30 at +58 % were 19 the year before', () => {
  const { cells } = realReport('汉阴县', 2023)
  const numberOf = (id: string) => {
    const cell = cells.get(id)
    return cell?.kind === 'value' ? cell.value : NaN
  }
  expect(impliedBase(numberOf(received), numberOf(told))).toBe(19)
})

test('a change that was computed from whole numbers always leads back to one', () => {
  const whole = fc.integer({ min: 1, max: 5000 })
  fc.assert(
    fc.property(whole, whole, fc.integer({ min: 0, max: 2 }), (now, before, decimals) => {
      const stated = Number((100 * (now / before - 1)).toFixed(decimals))
      const base = impliedBase(now, stated)
      expect(base).not.toBeNull()
      if (base !== null)
        expect(Math.abs(100 * (now / base - 1) - stated)).toBeLessThan(
          0.5 * 10 ** -decimalsOf(stated) + 1e-6,
        )
    }),
  )
})

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0
}

test('复议后起诉 needs 复议 in this year or before', () => {
  expect(judgeAfterReview(5, 5, false)).toBe('passed')
  expect(judgeAfterReview(6, 5, true)).toBe('failed')
  expect(judgeAfterReview(6, 5, false)).toBe('undecidable')
  expect(judgeAfterReview(NaN, 5, true)).toBe('undecidable')
})

test('nine tenths of at least twenty figures make a copy, or all of twelve; missing figures and zeros do not count', () => {
  const table = Float64Array.from({ length: 40 }, (_, at) => (at < 20 ? at + 1 : at < 30 ? 0 : NaN))
  const changed = (count: number) => table.map((value, at) => (at < count ? value + 100 : value))
  expect(likenessOf(table, changed(2))).toEqual({ figures: 20, equal: 18 })
  expect(isCopy(likenessOf(table, changed(2)))).toBe(true)
  expect(isCopy(likenessOf(table, changed(3)))).toBe(false)
  const few = table.subarray(8)
  expect(isCopy(likenessOf(few, few))).toBe(true)
  expect(isCopy(likenessOf(few, changed(9).subarray(8)))).toBe(false)
  expect(isCopy(likenessOf(few.subarray(1), few.subarray(1)))).toBe(false)
})

test('one number everywhere is named, but ones are what small counties have', () => {
  expect(repeatedNumber(Float64Array.from([5, 5, 5, 5, 5, 5, 5, 5, 0, NaN]))).toBe(5)
  expect(repeatedNumber(Float64Array.from([1, 1, 1, 1, 1, 1, 1, 1, 1]))).toBeNull()
  expect(repeatedNumber(Float64Array.from([5, 5, 5, 5, 5, 5, 5]))).toBeNull()
  expect(repeatedNumber(Float64Array.from([5, 5, 5, 5, 5, 5, 7, 9, 3]))).toBeNull()
})
