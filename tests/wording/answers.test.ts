import { describe, expect, test } from 'vitest'
import { answerStates } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { unasked } from '@/analysis/answerCell'
import type { NumberStyle } from '@/wording/answers'
import {
  amountOf,
  axisText,
  basisText,
  cellText,
  namesText,
  stateReason,
  stateWord,
  totalSentence,
  totalText,
} from '@/wording/answers'

const cases: NumberStyle = { kind: 'number', measureUnit: '件' }
const money: NumberStyle = { kind: 'number', measureUnit: '万元' }
const rate: NumberStyle = { kind: 'percent', measureUnit: '%' }
const change: NumberStyle = { kind: 'change', measureUnit: '%' }
const points: NumberStyle = { kind: 'change', measureUnit: '百分点' }

const number = (value: number, more: Partial<AnswerCell> = {}): AnswerCell => ({
  ...unasked,
  state: 'value',
  value,
  ...more,
})

describe('a number', () => {
  test('is written to its last digit, with its unit where there is room', () => {
    expect(cellText(number(1077.892534), money)).toBe('1,077.892534')
    expect(amountOf(number(1077.892534), money)).toBe('1,077.892534 万元')
    expect(amountOf(number(30.798), rate)).toBe('30.80%')
    expect(amountOf(number(-1.2), points)).toBe('-1.20 百分点')
    expect(amountOf(number(58), change)).toBe('+58.00%')
  })

  test('carries its marks', () => {
    expect(cellText(number(10_000, { approximate: true }), cases)).toBe('约 10,000')
    expect(cellText(number(7, { corrected: true }), cases)).toBe('7 更')
  })

  test('that was computed says from what', () => {
    const basis = { numerator: 81, denominator: 263 }

    expect(basisText(number(30.8, basis), rate)).toBe('81 ÷ 263')
    expect(basisText(number(20, { numerator: 200, denominator: 1000 }), change)).toBe(
      '上年 1,000，增 200',
    )
    expect(basisText(number(-20, { numerator: -200, denominator: 1000 }), change)).toBe(
      '上年 1,000，减 200',
    )
    expect(basisText(number(3), cases)).toBe('')
  })

  test('is short on an axis', () => {
    expect(axisText(123_456, cases)).toBe('12.35万')
    expect(axisText(123_456, money)).toBe('123,500')
    expect(axisText(20, rate)).toBe('20%')
  })
})

describe('the lack of a number', () => {
  test('always has a word and a reason, never a digit that could be taken for one', () => {
    for (const state of answerStates.filter((each) => each !== 'value')) {
      for (const style of [cases, rate, change]) {
        expect(stateWord(state, style)).not.toMatch(/^[\d\s]*$/)
        expect(stateReason(state, style).length).toBeGreaterThan(stateWord(state, style).length)
      }
    }
  })

  test('of a change speaks of the year before', () => {
    expect(stateWord('zeroDenominator', change)).toBe('上年为 0')
    expect(stateWord('notComputable', change)).toBe('不可比')
    expect(stateWord('noReport', change)).toBe('未报')
  })

  test('of a change from few is told in words, not as a percentage', () => {
    const few: AnswerCell = { ...unasked, state: 'smallBase', numerator: 4, denominator: 3 }
    expect(cellText(few, change)).toBe('上年 3，增 4')
    expect(stateReason('smallBase', change)).toBe('基数小：基数不足 20，只列数，不计百分比')
  })
})

describe('a sum', () => {
  test('says n/N unless it counts all', () => {
    expect(totalText({ value: 12_345, n: 12, of: 12 }, cases)).toBe('12,345')
    expect(totalText({ value: 12_345, n: 11, of: 12 }, cases)).toBe('12,345（11/12）')
  })

  test('of nothing is not 0', () => {
    expect(totalText({ value: NaN, n: 0, of: 12 }, cases)).toBe('无（0/12）')
    expect(totalText({ value: NaN, n: 0, of: 0 }, cases)).toBe('无（0/0）')
  })

  test('names who is missing', () => {
    expect(totalSentence('2023 年合计', { value: 5, n: 1, of: 2 }, ['甲县'], cases)).toBe(
      '2023 年合计 5 件（1/2，缺：甲县）',
    )
  })

  test('names the first of many', () => {
    const names = Array.from({ length: 14 }, (_, index) => `县${String(index)}`)

    expect(namesText(names)).toMatch(/^县0、县1、.*县11 等 14 个$/)
  })

  test('names fewer where names are long, but never cuts a short list', () => {
    const names = Array.from({ length: 9 }, (_, index) => `望云岭彝族傣族佤族自治县${index}`)

    expect(namesText(names)).toBe(`${names.slice(0, 3).join('、')} 等 9 个`)
    expect(namesText(names.slice(0, 6))).toBe(names.slice(0, 6).join('、'))
  })
})
