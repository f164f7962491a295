import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meansNumber, parseSpokenNumber } from '@/domain/spokenNumber'

test.each([
  ['1284', { value: 1284, of: 'any', tolerance: 0.5, decimals: 0, signed: false }],
  ['1,077.89 万元', { value: 1077.89, of: 'money', decimals: 2 }],
  ['１０７７８９２５元', { value: 1077.8925, of: 'money', tolerance: 0.5e-4 }],
  ['20.4%', { value: 20.4, of: 'percent', decimals: 1 }],
  ['-3.5 个百分点', { value: -3.5, of: 'points', signed: true }],
  ['约1.2万件', { value: 12_000, of: 'count', tolerance: 500 }],
] as const)('%s is read as it was meant', (text, meant) => {
  expect(parseSpokenNumber(text)).toMatchObject(meant)
})

test.each(['', '一千', '12a', '1,23', '20.4%%', '1e5', '--3'])('%s is no number', (text) => {
  expect(parseSpokenNumber(text)).toBeNull()
})

test('a number is found by what it rounds to, with any number of decimals', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 0, max: 4 }),
      (thousandths, decimals) => {
        const number = thousandths / 1000
        const spoken = parseSpokenNumber(number.toFixed(decimals))
        expect(spoken !== null && meansNumber(spoken, number)).toBe(true)
      },
    ),
  )
})

test('without a sign a fall is found as well, with one it is not', () => {
  const plain = parseSpokenNumber('37')
  const rise = parseSpokenNumber('+37')
  expect(plain !== null && meansNumber(plain, -37)).toBe(true)
  expect(rise !== null && meansNumber(rise, -37)).toBe(false)
})
