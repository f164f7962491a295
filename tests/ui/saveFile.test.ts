import { expect, test } from 'vitest'
import { safeFileName } from '@/ui/saveFile'

test('a path becomes the name of its file', () => {
  expect(safeFileName('年报/2023/汉阴县.csv')).toBe('汉阴县.csv')
  expect(safeFileName(String.raw`C:\temp\a.csv`)).toBe('a.csv')
})

test('what file systems refuse is replaced', () => {
  expect(safeFileName('a:b?"c"\n.csv')).toBe('a_b__c__.csv')
  expect(safeFileName('..')).toBe('文件')
})
