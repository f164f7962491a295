import { expect, test } from 'vitest'
import { reportCellText } from '@/wording/reportCellText'

test('a number keeps all its digits', () => {
  expect(reportCellText({ kind: 'value', value: 1077.892534, approximate: false })).toBe(
    '1,077.892534',
  )
  expect(reportCellText({ kind: 'value', value: 0, approximate: true })).toBe('约 0')
})

test('a missing value is a word and never a number', () => {
  const words = (['blank', 'notApplicable', 'unreadable', 'absent'] as const).map((kind) =>
    reportCellText({ kind }),
  )
  expect(words).toEqual(['空', '不适用', '不可读', '未列'])
})
