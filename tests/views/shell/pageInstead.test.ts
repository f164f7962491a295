import { expect, test } from 'vitest'
import { pageInstead, type StoreState } from '@/views/shell/pageInstead'

const empty: StoreState = { health: { kind: 'ok' }, reports: 0, batches: 0 }
const lost = { kind: 'lost', expectedReports: 9, foundReports: 0 } as const

test('an empty store is welcomed, and any page can be opened on it', () => {
  expect(['/', '/import', '/view/fees', '/lost'].map((path) => pageInstead(path, empty))).toEqual([
    null,
    null,
    null,
    '/',
  ])
})

test('data lead to the overview, and switched-off data to the batches', () => {
  expect(pageInstead('/', { ...empty, reports: 3, batches: 1 })).toBe('/overview')
  expect(pageInstead('/', { ...empty, batches: 1 })).toBe('/batches')
  expect(pageInstead('/view/fees', { ...empty, batches: 1 })).toBeNull()
})

test('lost data are never met with a welcome', () => {
  const state: StoreState = { ...empty, health: lost }
  expect(
    ['/', '/view/fees', '/import', '/lost', '/help'].map((path) => pageInstead(path, state)),
  ).toEqual(['/lost', '/lost', '/lost', null, null])
  expect(pageInstead('/', { ...empty, health: { kind: 'damaged', batches: [2] } })).toBe('/lost')
})

test('before the store is open nothing is decided', () => {
  expect(pageInstead('/', null)).toBeNull()
})
