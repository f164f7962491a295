import { expect, test } from 'vitest'
import { withoutLetterSpacing } from '@/intake/readers/pdf/letterSpacing'
import type { PdfText } from '@/intake/readers/pdf/pdfPage'

/** Chinese letters `advance` letters apart, and a number with a space at every digit. */
function texts(advance: number): PdfText[] {
  const at = (text: string, left: number): PdfText => {
    return { text, left, right: left + 10, top: 0, bottom: 10, size: 10 }
  }
  const letters = Array.from('行政许可作出数量信息公开', (sign, place) =>
    at(sign, place * advance * 10),
  )
  return [...letters, at('1 2 3', 300), at('12 3', 400)]
}

test('digits are put together where all letters of a table are set apart', () => {
  expect(
    withoutLetterSpacing(texts(1.15))
      .slice(-2)
      .map(({ text }) => text),
  ).toEqual(['123', '12 3'])
})

test('digits that stand apart by themselves are left for the reader of cells', () => {
  expect(
    withoutLetterSpacing(texts(1))
      .slice(-2)
      .map(({ text }) => text),
  ).toEqual(['1 2 3', '12 3'])
})

test.each([
  ['11 4 0 5', '11405'],
  ['2 11', '211'],
  ['1 1', '11'],
  ['11 1', '11 1'],
  ['11 11', '11 11'],
  ['11 22', '11 22'],
])('ones that a font draws together: %s', (text, read) => {
  const [letter] = texts(1.15)
  const all = [...texts(1.15), { ...(letter as PdfText), text }]
  expect(withoutLetterSpacing(all).at(-1)?.text).toBe(read)
})
