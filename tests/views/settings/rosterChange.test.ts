import { expect, test } from 'vitest'
import { canBeCity, withCity, withUnit, withoutUnit } from '@/views/city/rosterChange'

const roster = { rosterAdded: ['zone'], rosterRemoved: ['cn:320831'] }

test('a unit that was taken off comes back; another is added once', () => {
  expect(withUnit(roster, 'cn:320831')).toEqual({ rosterAdded: ['zone'], rosterRemoved: [] })
  expect(withUnit(roster, 'new')).toEqual({ ...roster, rosterAdded: ['zone', 'new'] })
  expect(withUnit(roster, 'zone')).toEqual(roster)
})

test('an added unit goes; a county of the city is noted as taken off, once', () => {
  expect(withoutUnit(roster, 'zone')).toEqual({ ...roster, rosterAdded: [] })
  expect(withoutUnit(roster, 'cn:320829')).toEqual({
    ...roster,
    rosterRemoved: ['cn:320831', 'cn:320829'],
  })
  expect(withoutUnit(roster, 'cn:320831')).toEqual(roster)
})

test('another city starts with its own counties', () => {
  expect(withCity({ city: 'cn:320800' }, 'cn:321300')).toEqual({
    city: 'cn:321300',
    rosterAdded: [],
    rosterRemoved: [],
  })
  expect(withCity({ city: 'cn:320800' }, 'cn:320800')).toEqual({})
})

test('a county has no counties', () => {
  const kinds = ['province', 'city', 'county', 'zone', 'department', 'township'] as const
  expect(kinds.filter((kind) => canBeCity({ kind }))).toEqual(['province', 'city'])
})
