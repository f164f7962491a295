import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rules } from '@/domain/checks/rules'
import { findingKinds } from '@/engine/checkProtocol'
import {
  formatHealthState,
  parseHealthState,
  startState,
  withKind,
  type HealthState,
} from '@/views/health/healthState'

const unitId = fc.oneof(
  fc.integer({ min: 110_000, max: 999_999 }).map((code) => `cn:${String(code)}`),
  fc.uuid(),
)
const year = fc.integer({ min: 2008, max: 2040 })
const kinds = fc
  .subarray([...findingKinds], { minLength: 1 })
  .map((chosen) => findingKinds.filter((kind) => chosen.includes(kind)))
const anyState: fc.Arbitrary<HealthState> = fc
  .record({
    units: fc.oneof(
      fc.constant({ kind: 'roster' } as const),
      fc.constant({ kind: 'all' } as const),
      unitId.map((city) => ({ kind: 'city', city }) as const),
      fc
        .uniqueArray(unitId, { minLength: 1, maxLength: 9 })
        .map((units) => ({ kind: 'listed', units }) as const),
    ),
    years: fc.option(
      fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    ),
    scope: fc.constantFrom('whole', 'office'),
    kinds,
    rule: fc.option(fc.constantFrom(...rules.map(({ id }) => id))),
    disposed: fc.constantFrom('all', 'yes', 'no'),
    sort: fc.constantFrom('worst', 'code'),
    unit: fc.option(unitId),
    year: fc.option(year),
  })
  // A year alone is no report.
  .map((state) => (state.unit === null ? { ...state, year: null } : state))

test('what the address bar holds reads back as the same', () => {
  fc.assert(
    fc.property(anyState, (state) => {
      expect(parseHealthState(formatHealthState(state))).toEqual(state)
    }),
  )
})

test('the start leaves the address bar empty, and nonsense in it means the start', () => {
  expect(formatHealthState(startState)).toEqual({})
  const query = {
    units: '',
    years: '20',
    kinds: 'x,__proto__',
    rule: 'T9',
    sort: '1',
    year: '2023',
  }
  expect(parseHealthState(query)).toEqual(startState)
})

test('kinds are switched one by one, in their order, and the last one stays', () => {
  expect(withKind(['error', 'warning'], 'info')).toEqual(['error', 'warning', 'info'])
  expect(withKind(['error', 'info'], 'warning')).toEqual(['error', 'warning', 'info'])
  expect(withKind(['error', 'warning'], 'error')).toEqual(['warning'])
  expect(withKind(['warning'], 'warning')).toEqual(['warning'])
})
