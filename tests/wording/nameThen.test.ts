import { expect, test } from 'vitest'
import { nameThen } from '@/wording/nameThen'

test('a report of before a renaming is told by both names, a later one by its own', () => {
  const unit = { id: 'cn:610981', name: '旬阳市' }

  expect(nameThen(unit, 2019)).toBe('旬阳市（时称旬阳县）')
  expect(nameThen(unit, 2023)).toBe('旬阳市')
  expect(nameThen({ id: 'own-1', name: '甲县' }, 2019)).toBe('甲县')
})
