import { expect, test } from 'vitest'
import { formatReadingState, parseReadingState } from '@/views/batches/readingState'

test('what is shown of a batch stands in the address and reads back', () => {
  for (const state of [
    { batch: null, severity: 'all', file: '' },
    { batch: 3, severity: 'all', file: '' },
    { batch: 3, severity: 'error', file: '甲 县.csv' },
  ] as const)
    expect(parseReadingState(formatReadingState(state))).toEqual(state)
})

test('what makes no sense in an address is as at the start', () => {
  expect(parseReadingState({ batch: 'x', severity: 'bad' })).toEqual({
    batch: null,
    severity: 'all',
    file: '',
  })
})
