import { expect, test } from 'vitest'
import { yearsText } from '@/wording/yearsText'

test('runs of years are drawn together', () => {
  expect(yearsText([2023, 2019, 2021, 2020, 2020])).toBe('2019–2021、2023')
  expect(yearsText([2023])).toBe('2023')
  expect(yearsText([])).toBe('')
})
