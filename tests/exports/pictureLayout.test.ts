import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureLayout, type PictureChart } from '@/exports/pictureLayout'
import { wrapped } from '@/exports/picturePen'
import { pictureSvg } from '@/exports/pictureSvg'
import { pictureTable } from '@/exports/pictureTable'
import type { TableText } from '@/wording/tableText'

const measure = (text: string, size: number) => text.length * size

function chart(left: number, top: number, title = '图'): PictureChart {
  return { title, note: '', left, top, width: 300, height: 200 }
}

function layoutOf(charts: readonly PictureChart[]) {
  return pictureLayout({ title: '收费', lines: ['单位：甲县、乙县'], charts, rem: 16, measure })
}

test('charts stand beside and below each other as on the page, with no overlap', () => {
  const { places, width, height, rules } = layoutOf([
    chart(340, 100),
    chart(20, 101),
    chart(20, 400),
  ])

  expect(places[0]?.x).toBe(24 + 320)
  expect(places[1]).toEqual({ x: 24, y: places[0]?.y })
  expect(places[2]?.y).toBeGreaterThan((places[0]?.y ?? 0) + 200)
  expect(width).toBe(640 + 48)
  expect(rules[0]?.y).toBeLessThan(height)
})

test('the title is above the charts and the facts are below them', () => {
  const { texts, places, rules } = layoutOf([chart(0, 0)])

  expect(texts.map(({ text }) => text)).toEqual(['收费', '图', '单位：甲县、乙县'])
  expect(texts[0]?.y).toBeLessThan(places[0]?.y ?? 0)
  expect(texts[2]?.y).toBeGreaterThan(rules[0]?.y ?? Infinity)
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

test('a page without charts has its table drawn: no text leaves its column, no row its place', () => {
  const cell = (text: string, sign = '') => ({
    text,
    sign,
    note: '',
    missing: false,
    opens: false,
  })
  const text: TableText = {
    caption: '链条',
    corner: '单位',
    groups: [{ label: '年份', span: 2 }],
    columns: ['2022', '2023'].map((label) => ({ label, title: label })),
    rows: 300,
    row: (index) => ({
      key: String(index),
      header: `示例县${index}`,
      aside: `99${index}`,
      isTotal: index === 299,
      cells: [cell('接上'), cell('断开 3', '≠')],
    }),
  }
  const table = pictureTable(text)
  const { texts, rules, width, height } = pictureLayout({
    title: '链条',
    lines: ['口径：全县汇总'],
    charts: [],
    rem: 16,
    measure,
    table,
  })

  expect(table.heads).toEqual(['单位', '代码', '2022', '2023'])
  expect(texts.map((each) => each.text)).toEqual(
    expect.arrayContaining(['年份', '示例县0', '断开 3≠', '另有 60 行没有画，见 Excel 或 CSV。']),
  )
  expect(texts.every(({ x, text: words, size }) => x + measure(words, size) <= width)).toBe(true)
  expect(texts.every(({ y }) => y <= height)).toBe(true)
  const tops = rules.map(({ y }) => y)
  expect(tops).toEqual(tops.toSorted((a, b) => a - b))
})
