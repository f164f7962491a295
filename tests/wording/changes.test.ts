import { expect, test } from 'vitest'
import { changeText, changeWord, fromToText } from '@/wording/changes'

const cases = { kind: 'number', measureUnit: '件' } as const
const rate = { kind: 'percent', measureUnit: '%' } as const

test('a change is a percentage only where its base bears one', () => {
  expect(changeText(200, 225, cases)).toBe('+12.50%')
  expect(changeText(20, 10, cases)).toBe('-50.00%')
  expect(changeText(19, 38, cases)).toBe('由 19 到 38（基数不足 20）')
  expect(changeText(0, 38, cases)).toBe('由 0 到 38（基数为 0）')
  expect(changeText(5, 5, cases)).toBe('不变')
  expect(changeText(NaN, 5, cases)).toBe('不可比')
  expect(changeWord(19, 38, cases)).toBe('基数不足 20')
  expect(changeWord(0, 38, cases)).toBe('基数为 0')
})

test('a rate changes in percentage points', () => {
  expect(changeText(17.25, 18.5, rate)).toBe('+1.25 百分点')
  expect(fromToText(17.25, 18.5, rate)).toBe('17.25% → 18.50%')
  expect(fromToText(NaN, 1200, cases)).toBe('无 → 1,200')
})
