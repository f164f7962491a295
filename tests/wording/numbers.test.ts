import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerStates } from '@/analysis/answer'
import {
  amountText,
  exactText,
  percentText,
  ratioText,
  shortText,
  signedText,
  stateText,
} from '@/wording/numbers'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

function withoutCommas(text: string): number {
  return Number(text.replaceAll(',', ''))
}

describe('exactText', () => {
  test.each([
    [1077.892534, '1,077.892534'],
    [59237.2449, '59,237.2449'],
    [7545, '7,545'],
    [999, '999'],
    [1234567, '1,234,567'],
    [-1036, '-1,036'],
    [0, '0'],
    [-0, '0'],
    [0.000001, '0.000001'],
    [1e-7, '0.0000001'],
    [1.5e21, '1,500,000,000,000,000,000,000'],
    [NaN, '不可计算'],
    [Infinity, '不可计算'],
  ])('%d is %s', (value, text) => {
    expect(exactText(value)).toBe(text)
  })

  test('reads back to the same number, whatever it is', () => {
    fc.assert(
      fc.property(finite, (value) => {
        expect(withoutCommas(exactText(value))).toBe(value === 0 ? 0 : value)
        expect(exactText(value)).toMatch(/^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('amountText', () => {
  test.each([
    [1077.892534, '万元', '1,077.892534 万元'],
    [30, '件', '30 件'],
    [58, '%', '58%'],
    [5, '', '5'],
    [NaN, '件', '不可计算'],
  ])('%d in %j is %s', (value, unit, text) => {
    expect(amountText(value, unit)).toBe(text)
  })
})

describe('shortText', () => {
  test.each([
    [0, '', '0'],
    [9487, '', '9,487'],
    [12345, '', '1.235万'],
    [9999.96, '', '1万'],
    [123456, '', '12.35万'],
    [99999999, '', '1亿'],
    [1234567890, '', '12.35亿'],
    [-20000, '', '-2万'],
    [59237.2449, '万元', '59,240'],
    [1077.892534, '万元', '1,078'],
    [NaN, '', '不可计算'],
  ])('%d (%s) is %s', (value, unit, text) => {
    expect(shortText(value, unit)).toBe(text)
  })

  test('is exact for integers below 10,000 and within 0.1 % of any number', () => {
    const scales = new Map([
      ['万', 1e4],
      ['亿', 1e8],
    ])
    const large = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -9999, max: 9999 }), large), (value) => {
        const text = shortText(value)
        const scale = scales.get(text.slice(-1))
        const back =
          scale === undefined ? withoutCommas(text) : withoutCommas(text.slice(0, -1)) * scale
        const allowed =
          Number.isInteger(value) && Math.abs(value) < 1e4 ? 0 : Math.abs(value) / 1000
        expect(Math.abs(back - value)).toBeLessThanOrEqual(allowed)
      }),
    )
  })
})

describe('percentages', () => {
  test.each([
    [30.7984, 2, '30.80%'],
    [100, 2, '100.00%'],
    [0, 2, '0.00%'],
    [-0, 2, '0.00%'],
    [0.004, 2, '<0.01%'],
    [-0.004, 2, '>-0.01%'],
    [99.996, 2, '>99.99%'],
    [99.6, 0, '>99%'],
    [0.4, 0, '<1%'],
    [140, 1, '140.0%'],
    [NaN, 2, '不可计算'],
  ])('%d with %d decimals is %s', (value, decimals, text) => {
    expect(percentText(value, decimals)).toBe(text)
  })

  test('never turn something into nothing or into everything', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const text = percentText(value, decimals)
          if (/^0(?:\.0+)?%$/.test(text)) expect(value).toBe(0)
          if (/^100(?:\.0+)?%$/.test(text)) expect(value).toBe(100)
        },
      ),
    )
  })

  test('show what they are computed from', () => {
    expect(ratioText(81, 263)).toBe('30.80%（81/263）')
    expect(ratioText(0, 1191, 1)).toBe('0.0%（0/1,191）')
    expect(ratioText(0, 0)).toBe('分母为 0（0/0）')
    expect(ratioText(NaN, 5)).toBe('不可计算（不可计算/5）')
  })
})

describe('signedText', () => {
  test.each([
    [12.5, 2, '+12.50'],
    [-12.5, 1, '-12.5'],
    [1234.56, 1, '+1,234.6'],
    [0, 1, '0.0'],
    [-0.01, 1, '>-0.1'],
    // What an exact explanation leaves of a sum of fractions.
    [-4e-15, 1, '0.0'],
    [1036, undefined, '+1,036'],
    [-3, undefined, '-3'],
    [0, undefined, '0'],
    [NaN, 1, '不可计算'],
    [0.004, 2, '<+0.01'],
    [-0.004, 2, '>-0.01'],
    [0, 2, '0.00'],
  ])('%d with %s decimals is %s', (value, decimals, text) => {
    expect(signedText(value, decimals)).toBe(text)
  })
})

test('every state has a word of its own, and none looks like a number', () => {
  const words = answerStates.flatMap((state) => (state === 'value' ? [] : [stateText(state)]))

  expect(words).toEqual([
    '空',
    '不适用',
    '不可读',
    '未列',
    '未报',
    '不可计算',
    '分母为 0',
    '基数小',
    '不平未计',
    '不可判未计',
    '无此单位',
    '区划调整',
  ])
})
