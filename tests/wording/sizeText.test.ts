import { expect, test } from 'vitest'
import { sizeText } from '@/wording/sizeText'

test('sizes are told in steps of 1024', () => {
  expect([0, 1023, 1024, 1536, 24_000_000, 200 * 1024 * 1024, 2 ** 60].map(sizeText)).toEqual([
    '0 字节',
    '1023 字节',
    '1.0 KB',
    '1.5 KB',
    '22.9 MB',
    '200 MB',
    '1048576 TB',
  ])
})
