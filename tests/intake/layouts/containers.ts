import * as spreadsheet from '@e965/xlsx'
import fc from 'fast-check'
import type { Encoding } from '@/intake/readers/encoding/encodings'
import { encode } from '../readers/encode'
import type { Sheet } from './layouts'

/** How a text table is written. */
export interface Writing {
  readonly encoding: Encoding
  readonly mark: boolean
  readonly delimiter: string
  readonly newline: string
  /** All cells in quotes, or those that need them. */
  readonly quoteAll: boolean
  readonly sepLine: boolean
  readonly lastNewline: boolean
  /** Empty cells at the end of titles and notes are left away. */
  readonly shortLines: boolean
  /** Every line has one delimiter more than it needs. */
  readonly extraDelimiter: boolean
}

export const arbitraryWriting: fc.Arbitrary<Writing> = fc
  .record({
    encoded: fc.constantFrom<readonly [Encoding, boolean]>(
      ['UTF-8', false],
      ['UTF-8', true],
      ['GB18030', false],
      ['UTF-16LE', true],
      ['UTF-16BE', true],
    ),
    delimiter: fc.constantFrom(',', ';', '\t', '|', '，'),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    quoteAll: fc.boolean(),
    sepLine: fc.boolean(),
    lastNewline: fc.boolean(),
    shortLines: fc.boolean(),
    extraDelimiter: fc.boolean(),
  })
  .map(({ encoded: [encoding, mark], ...rest }) => ({ encoding, mark, ...rest }))

export type Container = 'csv' | 'xlsx' | 'biff8' | 'ods' | 'html'

const extensions = { csv: 'csv', xlsx: 'xlsx', biff8: 'xls', ods: 'ods', html: 'html' } as const

/** The files that hold some sheets: a workbook, or a file a sheet. */
export function filesOf(
  sheets: readonly Sheet[],
  container: Container,
  writing: Writing,
  bookName = '统计',
): File[] {
  const extension = extensions[container]
  if (container === 'csv' || container === 'html') {
    return sheets.map((sheet, index) => {
      const content = container === 'csv' ? csvBytes(sheet, writing) : page(sheet)
      return new File([content], `${sheet.name || `附件${index + 1}`}.${extension}`)
    })
  }
  const book = spreadsheet.utils.book_new()
  for (const [index, { name, rows }] of sheets.entries()) {
    const cells = spreadsheet.utils.aoa_to_sheet(rows.map((row) => row.map(typed)))
    spreadsheet.utils.book_append_sheet(book, cells, name || `Sheet${index + 1}`)
  }
  const bytes: unknown = spreadsheet.write(book, { type: 'array', bookType: container })
  return [new File([bytes as ArrayBuffer], `${bookName}.${extension}`)]
}

/** A spreadsheet keeps plain numbers as numbers. */
function typed(text: string): string | number | null {
  if (text === '') return null
  return /^(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) && String(Number(text)) === text
    ? Number(text)
    : text
}

function csvBytes(sheet: Sheet, writing: Writing): Uint8Array<ArrayBuffer> {
  const { delimiter, newline, sepLine, lastNewline, encoding, mark } = writing
  const [from, until] = sheet.table
  const lines = sheet.rows.map((row, index) => lineOf(row, index >= from && index < until, writing))
  const all = sepLine ? [`sep=${delimiter}`, ...lines] : lines
  const text = all.join(newline) + (lastNewline ? newline : '')
  return new Uint8Array(encode(text, encoding, mark))
}

function lineOf(row: readonly string[], isTable: boolean, writing: Writing): string {
  const { delimiter, quoteAll, shortLines, extraDelimiter } = writing
  const filled = row.findLastIndex((cell) => cell !== '') + 1
  const cells = shortLines && !isTable ? row.slice(0, Math.max(1, filled)) : row
  const quoted = cells.map((cell) => {
    const needs = quoteAll || cell.includes(delimiter) || /["\r\n]/.test(cell)
    return needs ? `"${cell.replaceAll('"', '""')}"` : cell
  })
  return quoted.join(delimiter) + (extraDelimiter ? delimiter : '')
}

function page({ rows }: Sheet): string {
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  )
  return `<html><head><meta charset="utf-8"></head><body><table>${body.join('\n')}</table></body></html>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
