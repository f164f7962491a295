import { expect, test } from 'vitest'
import { nextOption } from '@/ui/unitOption'

test('the arrow keys go round the options', () => {
  expect(nextOption(-1, 'ArrowDown', 3)).toBe(0)
  expect(nextOption(2, 'ArrowDown', 3)).toBe(0)
  expect(nextOption(0, 'ArrowUp', 3)).toBe(2)
  expect(nextOption(-1, 'ArrowUp', 3)).toBe(2)
  expect(nextOption(0, 'ArrowDown', 0)).toBe(-1)
})
