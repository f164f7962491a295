import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centreKinds } from '@/analysis/centres'
import { classCuts } from '@/charts/mapClasses'
import { figureModes } from '@/charts/figureModes'
import { compositions } from '@/views/explore/compositions'
import type { ExploreState } from '@/views/explore/exploreState'
import {
  exploreSorts,
  formatExploration,
  parseExploration,
  startExploration,
} from '@/views/explore/exploreState'
import { exploreForms, formBeyond } from '@/wording/exploreForms'

const year = fc.integer({ min: 2008, max: 2040 })
const unitId = fc.integer({ min: 110_000, max: 999_999 }).map((code) => `cn:${String(code)}`)
const anyState: fc.Arbitrary<ExploreState> = fc.record({
  form: fc.constantFrom(...exploreForms),
  items: fc.uniqueArray(
    fc.constantFrom('rate.disclosed', 'fees.amount', 'custom.人口，万', 'custom.a,b&c=d'),
    { minLength: 1 },
  ),
  mode: fc.constantFrom(...figureModes),
  base: fc.option(year),
  units: fc.oneof(
    fc.constantFrom({ kind: 'roster' } as const, { kind: 'all' } as const),
    fc
      .uniqueArray(unitId, { minLength: 1, maxLength: 9 })
      .map((units) => ({ kind: 'listed', units }) as const),
  ),
  years: fc.option(fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)),
  year: fc.option(year),
  scope: fc.constantFrom('whole', 'office'),
  checks: fc.constantFrom('all', 'trusted'),
  sort: fc.constantFrom(...exploreSorts),
  scale: fc.constantFrom('linear', 'log'),
  axis: fc.constantFrom('year', 'years'),
  references: fc.subarray([...centreKinds]),
  focus: fc.option(unitId),
  parts: fc.constantFrom(...compositions.map(({ id }) => id)),
  shape: fc.constantFrom('share', 'count'),
  over: fc.constantFrom('units', 'years'),
  cut: fc.constantFrom(...classCuts),
  map: fc.constantFrom('tiles', 'boundary'),
  page: fc.nat(99_999),
})

describe('the address of an exploration', () => {
  test('reads back as the same exploration', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parseExploration(formatExploration(state))).toEqual(state)
      }),
    )
  })

  test('is empty at the start', () => {
    expect(formatExploration(startExploration())).toEqual({})
  })

  test('of any other text is as at the start', () => {
    const query = { form: 'pie', mode: 'x', base: 'y', lines: 'best', page: '-1', item: ['', null] }
    expect(parseExploration(query)).toEqual(startExploration())
  })
})

test('the compositions of the form each have a name and an address of their own', () => {
  expect(new Set(compositions.map(({ id }) => id)).size).toBe(compositions.length)
  expect(new Set(compositions.map(({ label }) => label)).size).toBe(compositions.length)
})

test('the wall goes from form to form, round and round', () => {
  const forth = exploreForms.map((form) => formBeyond(form, 1))
  expect(new Set(forth).size).toBe(exploreForms.length)
  expect(formBeyond('trend', -1)).toBe('flow')
})
