import { expect, test } from 'vitest'
import { failureText } from '@/views/shell/failureText'

test('a fault that nobody foresaw shows what is known of it', () => {
  expect(failureText({ code: 'unknown', detail: 'TypeError: x' })).toBe(
    '出现了没有预料到的错误。（TypeError: x）',
  )
  expect(failureText({ code: 'unknown', detail: '' })).toBe('出现了没有预料到的错误。')
})

test('a known one is told in words alone', () => {
  expect(failureText({ code: 'quota-exceeded', detail: 'QuotaExceededError' })).not.toContain(
    'Quota',
  )
})
