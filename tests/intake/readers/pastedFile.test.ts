import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pastedText, readPastedText } from '@/intake/readers/pastedFile'
import { readSource } from '@/intake/readers/readSource'

test('any pasted text is kept and read back as the clipboard reader reads it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, html) => {
      expect(readPastedText(pastedText({ text, html }), 'a')?.kind).toBe('clipboard')
    }),
  )
})

test('a pasted range is a source like a file: its cells have their places', async () => {
  const text = '单位名称\t年份\t行政许可\r\n汉阴县\t2023\t18468\r\n'
  const bytes = new TextEncoder().encode(pastedText({ text, html: '' }))
  const [document] = await readSource({ name: '粘贴.json', path: '粘贴.json', bytes })

  expect(document?.kind).toBe('clipboard')
  expect(document?.grids[0]?.rows).toEqual([
    ['单位名称', '年份', '行政许可'],
    ['汉阴县', '2023', '18468'],
  ])
})

test('other JSON is none', () => {
  expect(readPastedText('{"format":"xianjian-reports"}', 'a')).toBeNull()
  expect(readPastedText('{"format":"xianjian-clipboard","text":12', 'a')).toBeNull()
})
