import { expect, test } from 'vitest'
import { fileTimeText, timeText } from '@/wording/timeText'

test('a time is told in the order of size, by the local clock', () => {
  const at = new Date(2024, 2, 5, 0, 7).getTime()

  expect(timeText(at)).toBe('2024-03-05 00:07')
  expect(fileTimeText(at)).toBe('20240305-0007')
})
