import { expect, test } from 'vitest'
import type { HealthAnswer } from '@/engine/checkProtocol'
import { countStates, countsText, healthTable } from '@/views/health/healthTable'
import { stateLegend } from '@/wording/reportStates'

/** Two units × three years. */
const answer: HealthAnswer = {
  units: ['cn:990001', 'cn:990002'],
  labels: [
    { id: 'cn:990001', code: '990001', name: '甲县', since: null, until: null },
    { id: 'cn:990002', code: '990002', name: '乙县', since: 2022, until: null },
  ],
  years: [2021, 2022, 2023],
  existed: Uint8Array.of(1, 1, 1, 0, 1, 1),
  reported: Uint8Array.of(1, 1, 0, 0, 1, 1),
  partial: Uint8Array.of(0, 1, 0, 0, 1, 0),
  errors: Uint16Array.of(0, 0, 0, 0, 2, 0),
  warnings: Uint16Array.of(0, 0, 0, 0, 1, 3),
  notes: Uint16Array.of(0, 0, 0, 0, 0, 4),
  undecidable: Uint16Array.of(0, 5, 0, 0, 0, 0),
  passed: Uint16Array.of(42, 30, 0, 0, 40, 39),
  disposed: Uint16Array.of(0, 0, 0, 0, 1, 0),
}

function texts(sort: 'worst' | 'code') {
  const { text } = healthTable(answer, sort)
  return Array.from({ length: text.rows }, (_, index) => {
    const { header, cells } = text.row(index)
    return [header, ...cells.map((cell) => cell.text)]
  })
}

test('every report has its state in a word and a sign; what did not exist is not missing', () => {
  expect(texts('code')).toEqual([
    ['甲县', '✓ 通过', '◐ 缺项', '— 未报', '0', '—', '—'],
    ['乙县', '无此单位', '≠ 不平 2', '△ 不符 3', '6', '下载', '下载'],
  ])
  expect(texts('worst').map(([name]) => name)).toEqual(['乙县', '甲县'])
})

test('many years have signs and counts on the screen, told in a legend, and words in a file', () => {
  const years = Array.from({ length: 12 }, (_, at) => 2012 + at)
  const late = (column: Uint8Array | Uint16Array, row: number) => [
    ...Array.from({ length: 9 }, () => 0),
    ...column.subarray(3 * row, 3 * row + 3),
  ]
  const small = (column: Uint8Array) => Uint8Array.from([...late(column, 0), ...late(column, 1)])
  const large = (column: Uint16Array) => Uint16Array.from([...late(column, 0), ...late(column, 1)])
  const long: HealthAnswer = {
    ...answer,
    years,
    existed: small(answer.existed),
    reported: small(answer.reported),
    partial: small(answer.partial),
    errors: large(answer.errors),
    warnings: large(answer.warnings),
    notes: large(answer.notes),
    undecidable: large(answer.undecidable),
    passed: large(answer.passed),
    disposed: large(answer.disposed),
  }
  for (const sort of ['code', 'worst'] as const) {
    const { text, exported } = healthTable(long, sort)
    const row = sort === 'code' ? 1 : 0
    const lastThree = (table: typeof text) =>
      table
        .row(row)
        .cells.slice(9, 12)
        .map((cell) => cell.text)
    expect(lastThree(text)).toEqual(['无此单位', '≠2', '△3'])
    expect(lastThree(exported)).toEqual(['无此单位', '≠ 不平 2', '△ 不符 3'])
  }
  expect(stateLegend(long)).toContain('≠ 不平　△ 不符')
  expect(stateLegend(answer)).toBe('')
})

test('who looks closer sees all counts, and what was disposed of', () => {
  const cell = healthTable(answer, 'code').text.row(1).cells[1]
  expect(cell).toEqual({
    text: '≠ 不平 2',
    note: '表格缺项，不平 2 条，不符（或有正当原因） 1 条，通过 40 条，已处置 1 条',
    missing: false,
    sign: '处置 1',
    opens: true,
    tone: 'failed',
  })
})

test('cells lead to the report, the unit or its sheet, in the order that is shown', () => {
  const { target, text } = healthTable(answer, 'worst')
  expect(text.groups.reduce((sum, { span }) => sum + span, 0)).toBe(text.columns.length)
  expect([1, 3, 4, 5, 6].map((column) => target(0, column))).toEqual([
    { kind: 'report', unit: 'cn:990002', year: 2022, failed: true },
    { kind: 'unit', unit: 'cn:990002' },
    { kind: 'sheet', unit: 'cn:990002', format: 'xlsx' },
    { kind: 'sheet', unit: 'cn:990002', format: 'csv' },
    null,
  ])
  expect(target(2, 0)).toBeNull()
})

test('the counts add up to all reports; units that did not exist are not told', () => {
  expect(countStates(answer).reduce((sum, { count }) => sum + count, 0)).toBe(6)
  expect(countsText(answer)).toBe('不平 1 份，不符 1 份，缺项 1 份，通过 1 份，未报 1 份')
})
