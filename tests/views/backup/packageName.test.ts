import { expect, test } from 'vitest'
import { isPackage, packageName } from '@/views/backup/packageName'

test('a package is known by its name, which says when it was made', () => {
  const name = packageName(new Date(2024, 2, 5, 14, 2).getTime())

  expect(name).toBe('县鉴数据包-20240305-1402.xianjian')
  expect(isPackage([{ name }])).toBe(true)
  expect(isPackage([{ name: 'A.XIANJIAN' }])).toBe(true)
})

test('reports, or a package among reports, are none', () => {
  expect(isPackage([{ name: 'a.csv' }])).toBe(false)
  expect(isPackage([{ name: 'a.xianjian' }, { name: 'b.csv' }])).toBe(false)
  expect(isPackage([])).toBe(false)
})
