import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatOverviewState,
  overviewYears,
  parseOverviewState,
} from '@/views/overview/overviewState'
import type { OverviewState } from '@/views/overview/overviewState'

const year = fc.option(fc.integer({ min: 2008, max: 2040 }))
const anyState: fc.Arbitrary<OverviewState> = fc.record({
  units: fc.oneof(
    fc.constant({ kind: 'roster' } as const),
    fc.constant({ kind: 'all' } as const),
    fc.uuid().map((group) => ({ kind: 'group', group }) as const),
  ),
  scope: fc.constantFrom('whole', 'office'),
  checks: fc.constantFrom('all', 'trusted'),
  year,
  base: year,
})

test('the address bar holds any state and gives it back', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const written = new URLSearchParams(formatOverviewState(state)).toString()
      expect(parseOverviewState(Object.fromEntries(new URLSearchParams(written)))).toEqual(state)
    }),
  )
})

test('it opens with the last year on record and the one before', () => {
  const open = parseOverviewState({})

  expect(formatOverviewState(open)).toEqual({})
  expect(overviewYears(open, [2019, 2021, 2023])).toEqual({ year: 2023, base: 2022 })
  expect(overviewYears({ ...open, year: 2021, base: 2019 }, [2019, 2021, 2023])).toEqual({
    year: 2021,
    base: 2019,
  })
  expect(overviewYears({ ...open, year: 2021, base: 2021 }, [2021]).base).toBe(2020)
})
