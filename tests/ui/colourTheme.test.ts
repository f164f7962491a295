import { expect, test } from 'vitest'
import { effectiveTheme } from '@/ui/colourTheme'

test('the machine decides only where the person has not', () => {
  expect(effectiveTheme('system', true)).toBe('dark')
  expect(effectiveTheme('system', false)).toBe('light')
  expect(effectiveTheme('light', true)).toBe('light')
  expect(effectiveTheme('dark', false)).toBe('dark')
})
