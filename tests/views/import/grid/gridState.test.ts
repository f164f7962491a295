import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GridFilter } from '@/engine/reviewProtocol'
import { parseGridFilter, startFilter, withGridFilter } from '@/views/import/grid/gridState'

const source = fc.option(fc.stringMatching(/^[0-9a-f]{64}$/))
const anyFilter: fc.Arbitrary<GridFilter> = fc.oneof(
  fc.record({
    show: fc.constantFrom('all', 'problems', 'differing', 'conflicts', 'fixed'),
    code: fc.constant(null),
    source,
  }),
  fc.record({
    show: fc.constant('problems' as const),
    code: fc.constantFrom('cell-unreadable', 'cell-thousands'),
    source,
  }),
)

test('what the address bar holds reads back as the same, and what else it holds stays', () => {
  fc.assert(
    fc.property(anyFilter, anyFilter, (before, filter) => {
      const query = withGridFilter(withGridFilter({ tab: '2' }, before), filter)

      expect(parseGridFilter(query)).toEqual(filter)
      expect(query['tab']).toBe('2')
    }),
  )
})

test('the start leaves the address bar empty, and nonsense in it means the start', () => {
  expect(withGridFilter({}, startFilter)).toEqual({})
  expect(parseGridFilter({ cells: 'x', finding: '__proto__', file: '' })).toEqual(startFilter)
})
