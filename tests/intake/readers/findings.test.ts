import { expect, test } from 'vitest'
import type { Finding } from '@/domain/finding'
import { FindingList } from '@/intake/readers/findings'

function short(file: string, row: number): Finding {
  return { code: 'row-short', severity: 'error', place: { file, row }, detail: { cells: 1 } }
}

test('the first fifty places of a kind in a file are kept, the others counted', () => {
  const list = new FindingList()
  for (let row = 1; row <= 53; row += 1) list.add(short('a', row))
  list.add(short('b', 1))

  expect(list.list()).toHaveLength(51)
  expect(list.list()[49]).toEqual({ ...short('a', 50), detail: { cells: 1, more: 3 } })
  expect(list.list()[50]).toEqual(short('b', 1))
})

test('lists can be put together without losing count', () => {
  const inner = new FindingList()
  for (let row = 1; row <= 53; row += 1) inner.add(short('a', row))
  const outer = new FindingList()
  outer.addAll(inner.list())
  for (let row = 54; row <= 55; row += 1) outer.add(short('a', row))

  expect(outer.list()).toHaveLength(50)
  expect(outer.list().at(-1)?.detail).toEqual({ cells: 1, more: 5 })
})
