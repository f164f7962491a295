import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { subjects } from '@/views/compare/subjects'
import { PEER_COUNT, parseUnits, peerItems } from '@/views/compare/unitChoice'
import type { UnitChoice } from '@/views/compare/unitChoice'
import type { ViewState } from '@/views/compare/viewState'
import { formatViewState, parseViewState, startState } from '@/views/compare/viewState'
import { viewNames } from '@/wording/viewNames'

const unitId = fc.oneof(
  fc.integer({ min: 110_000, max: 999_999 }).map((code) => `cn:${String(code)}`),
  fc.uuid(),
)
const choice: fc.Arbitrary<UnitChoice> = fc.oneof(
  fc.constant({ kind: 'roster' } as const),
  fc.constant({ kind: 'all' } as const),
  unitId.map((city) => ({ kind: 'city', city }) as const),
  unitId.map((of) => ({ kind: 'counties', of }) as const),
  fc.uuid().map((group) => ({ kind: 'group', group }) as const),
  fc.record({
    kind: fc.constant('peers' as const),
    unit: unitId,
    count: fc.integer({ min: 1, max: 99 }),
    items: fc.uniqueArray(fc.constantFrom('penalties.decisions', 'custom.人口', ...peerItems), {
      minLength: 1,
    }),
  }),
  fc
    .uniqueArray(unitId, { minLength: 1, maxLength: 12 })
    .map((units) => ({ kind: 'listed', units }) as const),
)
const year = fc.integer({ min: 2008, max: 2040 })
const anyState: fc.Arbitrary<ViewState> = fc.constantFrom(...viewNames).chain((view) =>
  fc.record({
    view: fc.constant(view),
    units: choice,
    years: fc.option(
      fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    ),
    scope: fc.constantFrom('whole', 'office'),
    checks: fc.constantFrom('all', 'trusted'),
    subject: fc.constantFrom(...subjects[view].map(({ id }) => id)),
    mode: fc.constantFrom('trend', 'year', null),
    year: fc.option(year),
    of: fc.oneof(
      fc.constant('each' as const),
      fc.constant('total' as const),
      unitId.map((unit) => ({ unit })),
    ),
    sort: fc.constantFrom('value', 'name', 'code'),
    shape: fc.constantFrom('share', 'count'),
    scale: fc.constantFrom('linear', 'log'),
    axis: fc.constantFrom('year', 'years'),
    figure: fc.nat(9),
    page: fc.nat(200),
  }),
)

describe('the address bar', () => {
  test('holds any state and gives it back', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        expect(parseViewState(state.view, formatViewState(state))).toEqual(state)
      }),
    )
  })

  test('survives being written as an address and read from it', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const written = new URLSearchParams(formatViewState(state)).toString()
        const read = Object.fromEntries(new URLSearchParams(written))
        expect(parseViewState(state.view, read)).toEqual(state)
      }),
    )
  })

  test('any query is read as some state, and that state is stable', () => {
    const query = fc.dictionary(
      fc.constantFrom(
        'units',
        'years',
        'subject',
        'mode',
        'year',
        'of',
        'sort',
        'page',
        '__proto__',
      ),
      fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())),
    )
    fc.assert(
      fc.property(fc.constantFrom(...viewNames), query, (view, given) => {
        const state = parseViewState(view, given)
        expect(parseViewState(view, formatViewState(state))).toEqual(state)
      }),
    )
  })

  test('is empty for a view as it opens', () => {
    for (const view of viewNames) expect(formatViewState(startState(view))).toEqual({})
  })

  test('reads as people write', () => {
    expect(
      parseViewState('enforcement', {
        units: 'cn:610921,cn:320813,cn:610921',
        years: '2025-2019',
        mode: 'year',
        year: '2023',
        scale: 'linear',
      }),
    ).toEqual({
      ...startState('enforcement'),
      units: { kind: 'listed', units: ['cn:610921', 'cn:320813'] },
      years: [2019, 2025],
      mode: 'year',
      year: 2023,
      scale: 'linear',
    })
  })

  test('a unit and its peers are as like as is usual, unless the address says how', () => {
    expect(parseUnits('peers:cn:610921')).toEqual({
      kind: 'peers',
      unit: 'cn:610921',
      count: PEER_COUNT,
      items: peerItems,
    })
    expect(parseUnits('peers:cn:610921;3;custom.人口')).toMatchObject({
      count: 3,
      items: ['custom.人口'],
    })
  })

  test('takes what makes no sense as not said', () => {
    const nonsense = {
      units: ',,',
      years: '20x3',
      mode: 'pie',
      year: '99999',
      page: '-1',
      sort: '',
    }

    expect(parseViewState('fees', nonsense)).toEqual(startState('fees'))
  })
})
