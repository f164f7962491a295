import { expect, test } from 'vitest'
import { centreNumber } from '@/wording/centres'

test.each([
  [1234.567, 'number', '万元', '1,234.57'],
  [0.004, 'number', '万元', '0.004'],
  [0, 'number', '万元', '0'],
  [0.004, 'percent', '%', '<0.01%'],
  [99.996, 'percent', '%', '>99.99%'],
  [0.012345, 'quotient', '件/万人', '0.01235'],
] as const)(
  'an average of %d (%s) is rounded, but never to 0 or 100',
  (value, kind, unit, text) => {
    expect(centreNumber(value, { kind, measureUnit: unit })).toBe(text)
  },
)
