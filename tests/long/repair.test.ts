import { expect, test } from 'vitest'
import { wronglyAdvised } from '../balancedTables'

test('two wrong cells never give advice on one cell, in 20,000 tables', () => {
  expect(wronglyAdvised(19, 20_000)).toBe(0)
}, 1_800_000)
