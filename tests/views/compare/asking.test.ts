import { describe, expect, test } from 'vitest'
import type { UnitView } from '@/engine/unitProtocol'
import type { Surroundings } from '@/views/compare/asking'
import { layoutOf, namedUnits, questionOf, unitName, unitsOf } from '@/views/compare/asking'
import { choiceSummary, kindOffers } from '@/views/compare/unitOffers'
import { startState } from '@/views/compare/viewState'

const unit = (code: string, name: string): UnitView => ({
  id: `cn:${code}`,
  code,
  name,
  fullName: `示例省示例市${name}`,
  kind: 'county',
  parent: 'cn:990100',
  formerNames: [],
})
const counties = Array.from({ length: 14 }, (_, index) =>
  unit(String(990_101 + index), `第${String(index)}县`),
)
const around: Surroundings = {
  coverage: { units: counties, years: [2019, 2020, 2022, 2023], indicators: [] },
  roster: counties.slice(0, 3),
  chosen: { name: '示例市', units: counties.slice(0, 5) },
}
const ids = (units: readonly UnitView[]) => units.map(({ id }) => id)

describe('whose reports are asked for', () => {
  test('the roster, or all that have a report while there is none', () => {
    expect(unitsOf({ kind: 'roster' }, around)).toEqual(ids(counties.slice(0, 3)))
    expect(unitsOf({ kind: 'roster' }, { ...around, roster: [] })).toBeNull()
    expect(unitsOf({ kind: 'all' }, around)).toBeNull()
  })

  test('all that have a report, and said so, while none of the roster has one', () => {
    const townships = [unit('990201', '青溪镇'), unit('990202', '石门乡')]
    const only = { ...around, coverage: { ...around.coverage, units: townships } }
    const roster = { kind: 'roster' } as const

    expect(unitsOf(roster, only)).toBeNull()
    expect(layoutOf(startState('enforcement'), only).units).toBeNull()
    expect(namedUnits(roster, only).map(({ name }) => name)).toEqual(['青溪镇', '石门乡'])
    expect(choiceSummary(roster, only)).toBe('全部 2 个（名册内无年报）')
    expect(kindOffers(only)[0]?.label).toBe('名册（3，都没有年报，即全部）')
  })

  test('the roster, as soon as one of it has a report, and while nobody has', () => {
    const some = [unit('990201', '青溪镇'), ...counties.slice(2, 3)]
    for (const units of [some, []]) {
      const known = { ...around, coverage: { ...around.coverage, units } }
      expect(unitsOf({ kind: 'roster' }, known)).toEqual(ids(counties.slice(0, 3)))
      expect(choiceSummary({ kind: 'roster' }, known)).toBe('名册 3 个')
    }
  })

  test('every county of a city, also those without a report', () => {
    const missing = unit('990199', '无报县')
    const city = { ...around, chosen: { name: '示例市', units: [missing] } }

    expect(unitsOf({ kind: 'city', city: 'cn:990100' }, city)).toEqual(['cn:990199'])
    expect(namedUnits({ kind: 'city', city: 'cn:990100' }, city)).toMatchObject([
      { id: 'cn:990199', name: '无报县' },
    ])
  })
})

test('a unit drawn alone has its name, also beside the choice, and never its id', () => {
  const nameOf = (id: string) => unitName(id, { kind: 'roster' }, around)

  expect(nameOf('cn:990101')).toBe('第0县')
  expect(nameOf('cn:990113')).toBe('第12县')
  expect(nameOf('no-such-unit')).toBe('未知单位')
})

describe('what is drawn when nothing is chosen', () => {
  const open = startState('enforcement')

  test('lines over the years on record', () => {
    expect(layoutOf(open, around)).toEqual({
      kind: 'lines',
      years: [2019, 2023],
      year: 2023,
      units: ids(counties.slice(0, 3)),
      unit: null,
    })
  })

  test('small charts for more units than twelve', () => {
    expect(layoutOf({ ...open, units: { kind: 'all' } }, around).kind).toBe('multiples')
  })

  test('a ranking where only one year is on record', () => {
    const once = { ...around, coverage: { ...around.coverage, years: [2023] } }

    expect(layoutOf(open, once)).toMatchObject({ kind: 'ranking', year: 2023 })
  })

  test('compositions stand as columns over the years, as rows in one year', () => {
    const outcomes = startState('outcomes')

    expect(layoutOf(outcomes, around).kind).toBe('columns')
    expect(layoutOf({ ...outcomes, mode: 'year' }, around).kind).toBe('rows')
  })

  test('the year of a comparison is the last on record within the range', () => {
    expect(layoutOf({ ...open, years: [2019, 2021], mode: 'year' }, around).year).toBe(2020)
    expect(layoutOf({ ...open, years: [2019, 2021], mode: 'year', year: 2030 }, around).year).toBe(
      2021,
    )
  })
})

describe('a question', () => {
  test('asks only for the year that is compared', () => {
    const state = { ...startState('enforcement'), mode: 'year' as const, year: 2022 }

    expect(questionOf(state, layoutOf(state, around))).toEqual({
      items: ['licensing.decisions', 'penalties.decisions', 'coercion.decisions'],
      units: ids(counties.slice(0, 3)),
      years: [2022, 2022],
      scope: 'whole',
      checks: 'all',
    })
  })

  test('asks for trusted numbers only where the switch says so', () => {
    const state = { ...startState('outcomes'), checks: 'trusted' as const }

    expect(questionOf(state, layoutOf(state, around)).checks).toBe('trusted')
  })

  test('asks for one figure where only one is drawn', () => {
    const state = { ...startState('enforcement'), units: { kind: 'all' as const }, figure: 1 }

    expect(questionOf(state, layoutOf(state, around))).toMatchObject({
      items: ['penalties.decisions'],
      units: null,
      years: [2019, 2023],
    })
  })

  test('asks for one unit where only one is drawn', () => {
    const state = { ...startState('outcomes'), of: { unit: 'cn:990102' } }

    expect(questionOf(state, layoutOf(state, around))).toMatchObject({
      items: [
        'requests.processed.total',
        'outcome.granted',
        'outcome.partial',
        'outcome.denied',
        'outcome.unavailable',
        'outcome.rejected',
        'outcome.other',
      ],
      units: ['cn:990102'],
    })
  })
})
