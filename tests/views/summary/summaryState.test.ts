import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatSummaryState,
  parseSummaryState,
  type SummaryState,
} from '@/views/summary/summaryState'

test('what the address bar says reads back to the same state', () => {
  const state: fc.Arbitrary<SummaryState> = fc.record({
    units: fc.constantFrom<SummaryState['units']>(
      { kind: 'roster' },
      { kind: 'all' },
      { kind: 'listed', units: ['cn:990101', 'cn:990102'] },
    ),
    year: fc.option(fc.integer({ min: 2008, max: 2030 })),
    scope: fc.constantFrom('whole', 'office'),
    checks: fc.constantFrom('all', 'trusted'),
    unit: fc.option(fc.constantFrom('cn:990101', 'cn:990181')),
  })
  fc.assert(
    fc.property(state, (shown) => {
      expect(parseSummaryState(formatSummaryState(shown))).toEqual(shown)
    }),
  )
})

test('nonsense is as at the start', () => {
  expect(parseSummaryState({ year: 'x', scope: 'y', checks: 'z', unit: '' })).toEqual(
    parseSummaryState({}),
  )
})
