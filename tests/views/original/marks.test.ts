import { describe, expect, test } from 'vitest'
import type { SourceReport } from '@/engine/documentProtocol'
import { cellKey, lineKey } from '@/intake/original/original'
import { linePieces, marksAt, marksOf, offerId, spotMarks } from '@/views/original/marks'

const value = { kind: 'value', value: 30, approximate: false } as const
const report: SourceReport = {
  key: { source: 'a', unit: 'cn:610921', year: 2023, scope: 'whole' },
  unit: 'cn:610921',
  unitName: '汉阴县',
  year: 2023,
  scope: 'whole',
  edition: '2021',
  document: null,
  cells: [
    {
      indicator: 'requests.new.total',
      cell: value,
      raw: '30',
      place: { file: 'a.html', table: '表格 2', row: 4, column: 10 },
      fix: null,
    },
    {
      indicator: 'prose.requests.received',
      cell: value,
      raw: '全年受理申请 30 件',
      place: { file: 'a.html', table: '正文', row: 7, column: 7 },
      fix: null,
    },
    {
      indicator: 'requests.processed.total',
      cell: { kind: 'blank' },
      raw: '',
      place: null,
      fix: null,
    },
  ],
}
const offer = {
  code: 'prose-counted',
  severity: 'info',
  place: { file: 'a.html', table: '正文', row: 7, column: 16 },
  raw: '20 个主题领域',
} as const
const marks = marksOf(report, [{ id: offerId(offer), finding: offer, taken: null }])

describe('what was read in an original', () => {
  test('is found by the keys of its cell or line; a lost cell has no place', () => {
    expect(marksAt(marks, [cellKey('表格 2', 4, 10)]).map(({ id }) => id)).toEqual([
      'requests.new.total',
    ])
    expect(marksAt(marks, [cellKey('表格 1', 4, 10), lineKey(7)])).toHaveLength(2)
    expect(marksAt(marks, [lineKey(8)])).toEqual([])
  })

  test('cuts a line into what was read and the rest, and loses none of it', () => {
    const text = '全年受理申请 30 件。梳理 20 个主题领域。'
    const pieces = linePieces(text, marksAt(marks, [lineKey(7)]))

    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.flatMap(({ mark, text: own }) => (mark ? [[mark.id, own.trim()]] : []))).toEqual([
      ['prose.requests.received', '30 件'],
      [offerId(offer), '20 个'],
    ])
  })

  test('takes the whole of a cell, an empty one too', () => {
    const [mark] = marksAt(marks, [cellKey('表格 2', 4, 10)])

    expect(linePieces('', mark ? [mark] : [])).toEqual([{ text: '', mark }])
  })

  test('lies on the part of the line that tells it', () => {
    const spot = {
      text: '申请 30 件。梳理 20 个主题领域。',
      from: 4,
      box: { x: 100, y: 50, width: 320, height: 12 },
      keys: [lineKey(7)],
    }
    const found = spotMarks(spot, marks)

    expect(found.map(({ text }) => text.trim())).toEqual(['30 件', '20 个'])
    // The two letters before are four of 32 widths.
    expect(found[0]?.box.x).toBeCloseTo(140)
    expect(found[1]?.box.x).toBeGreaterThan(found[0]?.box.x ?? NaN)
    expect(spotMarks({ ...spot, from: 30 }, marks)).toEqual([])
  })
})
