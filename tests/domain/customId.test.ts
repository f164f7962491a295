import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customId } from '@/domain/catalogue'
import { matchIndicator } from '@/domain/labels'

test('a column of one’s own has one id, whatever brackets and widths it is written in', () => {
  expect(customId('来信', '件')).toBe('custom.来信(件)')
  expect(customId('来信（件）')).toBe('custom.来信(件)')
  expect(customId(' 增速 ', '％')).toBe('custom.增速(%)')
  expect(customId('热线')).toBe('custom.热线')
})

test('an id that is written as a header is read as the same', () => {
  const name = fc
    .string({ unit: fc.constantFrom(...Array.from('来信热线12（）()％%　 ·㎡')), minLength: 1 })
    .filter((text) => text.trim() !== '')
  fc.assert(
    fc.property(name, fc.constantFrom('', '件', '万元', '％'), (words, unit) => {
      const id = customId(words, unit)

      expect(matchIndicator(id).map((match) => match.id)).toEqual([id])
    }),
  )
})
