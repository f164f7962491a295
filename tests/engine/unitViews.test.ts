import { expect, test } from 'vitest'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { unitLabel } from '@/engine/unitViews'

test('a unit that is not known has no name of its own: its id says nothing to anyone', () => {
  expect(unitLabel(createUnitRegistry([]), 'no-such-unit')).toEqual({
    id: 'no-such-unit',
    code: null,
    name: '未知单位',
    since: null,
    until: null,
  })
})
