import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureLayout, wrapped, type PictureChart } from '@/exports/pictureLayout'
import { pictureSvg } from '@/exports/pictureSvg'

const measure = (text: string, size: number) => text.length * size

function chart(left: number, top: number, title = '图'): PictureChart {
  return { title, note: '', left, top, width: 300, height: 200 }
}

function layoutOf(charts: readonly PictureChart[]) {
  return pictureLayout({ title: '收费', lines: ['单位：甲县、乙县'], charts, rem: 16, measure })
}

test('charts stand beside and below each other as on the page, with no overlap', () => {
  const { places, width, height, ruleAt } = layoutOf([
    chart(340, 100),
    chart(20, 101),
    chart(20, 400),
  ])

  expect(places[0]?.x).toBe(24 + 320)
  expect(places[1]).toEqual({ x: 24, y: places[0]?.y })
  expect(places[2]?.y).toBeGreaterThan((places[0]?.y ?? 0) + 200)
  expect(width).toBe(640 + 48)
  expect(ruleAt).toBeLessThan(height)
})

test('the title is above the charts and the facts are below them', () => {
  const { texts, places, ruleAt } = layoutOf([chart(0, 0)])

  expect(texts.map(({ text }) => text)).toEqual(['收费', '图', '单位：甲县、乙县'])
  expect(texts[0]?.y).toBeLessThan(places[0]?.y ?? 0)
  expect(texts[2]?.y).toBeGreaterThan(ruleAt)
})

test('no line is wider than its room, and nothing of a text is lost', () => {
  const text = fc.array(fc.constantFrom('县', '政', '2023', '1,077.89', ' ', '，', 'ab'), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(text, fc.integer({ min: 10, max: 40 }), (pieces, room) => {
      const lines = wrapped(pieces.join(''), room, (line) => line.length)

      // A word that is wider than the room alone has a line of its own.
      const words = (line: string) => line.trim().split(/(?=[^\w.,])|(?<=[^\w.,])/).length
      expect(lines.every((line) => line.trimEnd().length <= room || words(line) === 1)).toBe(true)
      expect(lines.join('').replaceAll(' ', '')).toBe(pieces.join('').replaceAll(' ', ''))
    }),
  )
})

test('texts of a drawing are never markup', () => {
  const layout = layoutOf([chart(0, 0, '<script>"&')])
  const colours = { surface: '#fff', ink: '#000', inkSoft: '#333', rule: '#ccc', font: '"A", b' }
  const svg = pictureSvg(layout, ['<svg width="300" height="200"><g/></svg>'], colours)

  expect(svg).toContain('>&lt;script&gt;&quot;&amp;<')
  expect(svg).not.toContain('<script')
  expect(svg).toContain(
    `<svg x="24" y="${Math.round(100 * (layout.places[0]?.y ?? 0)) / 100}" width="300" height="200"><g/></svg>`,
  )
  expect(svg).toContain('<title>收费</title>')
})
