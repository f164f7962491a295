import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressCell, webAddress } from '@/domain/webAddress'

describe('the address of a page', () => {
  test.each([
    'https://www.hanyin.gov.cn/Content-2679211.html',
    'http://127.0.0.1:8080/a?b=c#d',
    'HTTPS://例.中国/年报.html',
  ])('%s', (text) => {
    expect(webAddress(` ${text}\n`)).toBe(text)
  })

  test.each([
    '',
    'www.hanyin.gov.cn',
    'javascript:alert(1)',
    'data:text/html,<b>',
    'file:///etc/passwd',
    'ftp://example.org/a',
    'https://',
    'https://a b/',
    'https://user:secret@example.org/',
    'https://example.org/<script>',
    'https:\\\\example.org',
    'xhttps://example.org',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('is not %s', (text) => {
    expect(webAddress(text)).toBeNull()
  })

  test('stands in a column as a number that only itself has', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [one, other] = [addressCell(a), addressCell(b)]
        if (one.kind !== 'value' || other.kind !== 'value') throw new Error('an address is a value')

        expect(Number.isSafeInteger(one.value)).toBe(true)
        expect(one.value === other.value).toBe(a === b)
      }),
    )
  })
})
