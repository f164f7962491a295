import { expect, test } from 'vitest'
import { describeItem } from '@/domain/item'
import { partsOf } from '@/domain/itemParts'

const ids = (item: string) => partsOf(item).map((part) => part.item)

test('all requests dealt with are the six outcomes, an outcome its rows, a row its applicants', () => {
  expect(ids('requests.processed.total')).toEqual([
    'outcome.granted',
    'outcome.partial',
    'outcome.denied',
    'outcome.unavailable',
    'outcome.rejected',
    'outcome.other',
  ])
  expect(ids('outcome.denied')).toHaveLength(8)
  expect(ids('outcome.denied')[0]).toBe('requests.denied.stateSecret.total')
  expect(ids('requests.new.total')).toHaveLength(6)
  expect(ids('review.total')).toEqual([
    'review.upheld',
    'review.corrected',
    'review.other',
    'review.pending',
  ])
})

test('what is taken off has its sign', () => {
  expect(partsOf('normativeDocuments.netIncrease')).toEqual([
    { item: 'normativeDocuments.issued', sign: 1 },
    { item: 'normativeDocuments.repealed', sign: -1 },
  ])
})

test('ratios, single rows, and what is printed whole or in parts have none', () => {
  for (const item of ['rate.disclosed', 'fees.amount', 'outcome.granted', 'outcome.other']) {
    expect([item, partsOf(item)]).toEqual([item, []])
  }
})

test('every part is known by name', () => {
  for (const item of ['requests.processed.total', 'litigation.total', 'denied.mandatory']) {
    for (const part of partsOf(item)) expect(describeItem(part.item).label).not.toBe(part.item)
  }
})
