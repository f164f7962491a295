import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepHarmlessTags, ownScript } from '@/ui/trustedTypes'

test('the boxes of a tooltip stay as they are', () => {
  const tooltip = '<div style="margin: 0" class="tip"><b>甲县</b><br/>1 &lt; 2</div>'

  expect(keepHarmlessTags(tooltip)).toBe(tooltip)
})

test('anything else is shown as text', () => {
  expect(keepHarmlessTags('<img src=x onerror=alert(1)>')).toBe('&lt;img src=x onerror=alert(1)>')
  expect(keepHarmlessTags('<div onclick="x()">a</div>')).toBe('&lt;div onclick="x()">a</div>')
  expect(keepHarmlessTags('<div style="a"onclick="x()">')).toBe('&lt;div style="a"onclick="x()">')
  expect(keepHarmlessTags('<script')).toBe('&lt;script')
  expect(keepHarmlessTags('<!-- a -->')).toBe('&lt;!-- a -->')
})

test('no text comes out with a tag that is not on the list', () => {
  const piece = fc.constantFrom('<', '>', '"', ' ', '/', 'div', 'svg', 'onload=', 'style=', 'a')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const tags = keepHarmlessTags(pieces.join('')).match(/<[^<>]*>?/g) ?? []
      for (const tag of tags) expect(tag).toMatch(/^<\/?div(?: style="[^"]*")* *\/?>$/)
    }),
  )
})

test('only scripts of the same origin are loaded', () => {
  const page = 'https://a.example/dir/index.html'
  expect(ownScript('./assets/worker-1.js', page)).toBe('./assets/worker-1.js')
  expect(ownScript('https://b.example/worker.js', page)).toBeNull()
  expect(ownScript('blob:https://a.example/1.js', page)).toBeNull()
  expect(ownScript('data:text/javascript,1.js', page)).toBeNull()
  expect(ownScript('./data.json', page)).toBeNull()
  expect(ownScript('https://', page)).toBeNull()
})
