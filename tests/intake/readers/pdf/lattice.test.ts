import { describe, expect, test } from 'vitest'
import { lattices } from '@/intake/readers/pdf/lattice'
import { pageTables } from '@/intake/readers/pdf/pageTables'
import type { PdfPage, PdfRule, PdfText } from '@/intake/readers/pdf/pdfPage'

function across(at: number, from: number, to: number): PdfRule {
  return { across: true, at, from, to }
}

function down(at: number, from: number, to: number): PdfRule {
  return { across: false, at, from, to }
}

/** Three columns of 50, two rows of 20, with the first two cells of the upper row as one. */
const ruling: readonly PdfRule[] = [
  across(0, 0, 150),
  across(20, 0, 150),
  across(40, 0, 150),
  down(0, 0, 40),
  down(50, 20, 40),
  down(100, 0, 40),
  down(150, 0, 40),
]

function text(written: string, x: number, y: number, width = 8 * written.length): PdfText {
  return { text: written, left: x, right: x + width, top: y, bottom: y + 8, size: 8 }
}

function page(texts: readonly PdfText[], rules = ruling): PdfPage {
  return { number: 1, width: 600, height: 800, texts, rules, pictures: 0 }
}

describe('the ruled tables of a page', () => {
  test('have a column and a row between lines, and no border where none is drawn', () => {
    const [lattice] = lattices(ruling)

    expect(lattice?.xs).toEqual([0, 50, 100, 150])
    expect(lattice?.ys).toEqual([0, 20, 40])
    expect([...(lattice?.cells ?? [])]).toEqual([0, 0, 2, 3, 4, 5])
  })

  test('may be drawn in pieces, doubled, and without outer borders', () => {
    const pieces = [
      ...[0, 20, 40].flatMap((y) => [across(y, 0, 49), across(y + 1, 51, 150)]),
      down(50, 0, 19),
      down(50.5, 21, 40),
      down(100, 0, 40),
    ]
    const [lattice] = lattices(pieces)

    expect(lattice?.xs.map(Math.round)).toEqual([0, 50, 100, 150])
    expect(lattice?.ys).toHaveLength(3)
  })

  test('lie apart where their lines do not touch', () => {
    const other = ruling.map((rule) =>
      rule.across
        ? { ...rule, at: rule.at + 100 }
        : { ...rule, from: rule.from + 100, to: rule.to + 100 },
    )

    expect(lattices([...other, ...ruling]).map(({ ys }) => ys[0])).toEqual([0, 100])
  })

  test('are none where lines only underline or frame', () => {
    expect(lattices([across(10, 0, 100), across(30, 0, 100)])).toEqual([])
    expect(
      lattices([across(0, 0, 99), across(50, 0, 99), down(0, 0, 50), down(99, 0, 50)]),
    ).toEqual([])
  })
})

describe('the cells of a ruled table', () => {
  test('have the texts that stand in them, wrapped lines joined', () => {
    const { tables, outside } = pageTables(
      page([
        text('政府信息', 10, 1, 32),
        text('公开', 10, 10, 16),
        text('21', 110, 6),
        text('一', 10, 26),
        text('0', 70, 26),
        text('4', 120, 26),
        text('页边', 300, 10),
      ]),
    )

    expect(tables[0]?.grid.rows).toEqual([
      ['政府信息公开', '', '21'],
      ['一', '0', '4'],
    ])
    expect(tables[0]?.grid.merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }])
    expect(outside.map((each) => each.text)).toEqual(['页边'])
  })

  test('part a run of text that reaches over a border', () => {
    const { tables } = pageTables(page([text('1       2', 20, 26, 60)]))

    expect(tables[0]?.grid.rows[1]).toEqual(['1', '2', ''])
  })

  test('keep two numbers above each other apart', () => {
    const { tables } = pageTables(page([text('2', 120, 22), text('1', 120, 31)]))

    expect(tables[0]?.grid.rows[1]?.[2]).toBe('2 1')
  })
})
