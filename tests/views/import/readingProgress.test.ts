import { expect, test } from 'vitest'
import { percentRead, progressText, spokenProgress } from '@/views/import/readingProgress'

const progress = { file: 'b.csv', fileIndex: 1, files: 3, bytesDone: 1999, bytesTotal: 2000 }

test('the way is told in true counts, and never as done before it is', () => {
  expect(percentRead(progress)).toBe(99)
  expect(percentRead({ ...progress, bytesDone: 2000 })).toBe(100)
  expect(progressText(progress)).toBe('第 2 / 3 个文件，已读 2.0 KB / 2.0 KB')
})

test('before the first byte nothing is claimed', () => {
  expect(percentRead(null)).toBe(0)
  expect(percentRead({ ...progress, bytesDone: 0, bytesTotal: 0 })).toBe(0)
  expect(progressText(null)).toBe('正在准备读取…')
})

test('a screen reader hears every tenth only', () => {
  expect(
    [null, { ...progress, bytesDone: 150 }, { ...progress, bytesDone: 390 }].map(spokenProgress),
  ).toEqual(['正在读取文件', '正在读取文件', '已读 10%'])
})
