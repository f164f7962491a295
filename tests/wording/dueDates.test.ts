import { expect, test } from 'vitest'
import { dueText } from '@/wording/dueDates'

test('a report is due by the end of 31 March in Beijing, wherever the machine stands', () => {
  expect(dueText(2023, Date.parse('2024-03-31T23:59:59+08:00'))).toBe('未到期')
  expect(dueText(2023, Date.parse('2024-04-01T00:00:00+08:00'))).toBe('')
  expect(dueText(2024, Date.parse('2024-12-31T12:00:00+08:00'))).toBe('未到期')
})
