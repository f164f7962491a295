import { readFileSync } from 'node:fs'
import * as spreadsheet from '@e965/xlsx'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readPlainXlsx } from '@/intake/readers/excel/plain/readPlainXlsx'
import { libraryWorkbook, readWorkbook } from '@/intake/readers/excel/readWorkbook'

const { numRuns = 60 } = fc.readConfigureGlobal()

function isPlain(bytes: Uint8Array): boolean {
  return readPlainXlsx(bytes, () => () => undefined) !== null
}

function written(book: spreadsheet.WorkBook, bookSST: boolean): Uint8Array {
  const bytes: unknown = spreadsheet.write(book, {
    type: 'array',
    bookType: 'xlsx',
    bookSST,
    compression: true,
  })
  return new Uint8Array(bytes as ArrayBuffer)
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('县区公开件 1２<>"\'\n–%')) }),
  fc.constantFrom('汉阴县', '12', '约5', '/', '0012', ' 前后 ', 'A&B', '?县', 'a\u200bb', '𬭊'),
)

const cell: fc.Arbitrary<spreadsheet.CellObject | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.integer({ min: -9, max: 10 ** 9 }),
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.constantFrom(0, -0, 0.1 + 0.2, 1077.892534, 1e-7, 1e21, 2019),
        ),
        fc.constantFrom('General', '0', '0.00', '#,##0', '0%', '0.00%', '#,##0.00"万元"', '@'),
        fc.option(fc.constantFrom('SUM(A1:A2)', 'B1*2'), { nil: null }),
      )
      .map(([v, z, f]) => ({ t: 'n' as const, v, z, ...(f === null ? {} : { f }) })),
  },
  { weight: 6, arbitrary: text.map((v) => ({ t: 's' as const, v })) },
  { weight: 1, arbitrary: fc.boolean().map((v) => ({ t: 'b' as const, v })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0x07, 0x0f, 0x2a).map((v) => ({ t: 'e' as const, v })),
  },
)

const sheet = fc.record({
  cells: fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
  merged: fc.boolean(),
  hidden: fc.boolean(),
})

function bookOf(sheets: readonly (typeof sheet extends fc.Arbitrary<infer T> ? T : never)[]) {
  const book = spreadsheet.utils.book_new()
  for (const [index, { cells, merged }] of sheets.entries()) {
    const made: spreadsheet.WorkSheet = { '!ref': 'A1:F8' }
    for (const [row, all] of cells.entries())
      for (const [column, one] of all.entries())
        if (one !== null) made[spreadsheet.utils.encode_cell({ r: row, c: column })] = { ...one }
    if (merged) made['!merges'] = [{ s: { r: 0, c: 1 }, e: { r: 1, c: 2 } }]
    spreadsheet.utils.book_append_sheet(book, made, `表${index + 1}`)
  }
  book.Workbook = {
    Sheets: sheets.map(({ hidden }, index) => ({ Hidden: hidden && index > 0 ? 1 : 0 })),
  }
  return book
}

test('the plain reader gives what the library gives, cell for cell and finding for finding', async () => {
  let plain = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(sheet, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      async (sheets, bookSST) => {
        const bytes = written(bookOf(sheets), bookSST)
        plain += Number(isPlain(bytes))

        expect(await readWorkbook(bytes, 'a.xlsx')).toEqual(await libraryWorkbook(bytes, 'a.xlsx'))
      },
    ),
    { numRuns },
  )
  // Of random books about half are plain; a quarter surely.
  expect(plain).toBeGreaterThan(numRuns / 4)
})

const head =
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

/** A workbook whose first sheet has the given XML, and with it the given shared texts. */
function workbookWith(data: string, strings: string, after = ''): Uint8Array {
  const book = spreadsheet.utils.book_new()
  spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet([['x']]), '表')
  const parts = unzipSync(written(book, true))
  parts['xl/worksheets/sheet1.xml'] = strToU8(`${head}${data}${after}</worksheet>`)
  parts['xl/sharedStrings.xml'] = strToU8(
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings}</sst>`,
  )
  return zipSync(parts)
}

const strings =
  '<si><t>收费</t><phoneticPr fontId="1"/></si>' +
  '<si><r><t xml:space="preserve">本年 </t></r><r><rPr><b/></rPr><t>新收</t></r><rPh sb="0" eb="1"><t>ben</t></rPh></si>'

describe('a sheet as Excel and WPS write it', () => {
  test.each([
    [
      'shared, rich and inline texts',
      '<row r="1" spans="1:3"><c r="A1" s="0" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>甲&lt;乙</t></is></c></row>',
    ],
    [
      'rows and cells that are left out',
      '<row r="3"><c r="B3"/><c r="D3"><v>7</v></c></row><row r="5"/><row r="6"><c r="A6" s="0"/></row>',
    ],
    [
      'results of formulas',
      '<row r="1"><c r="A1"><f>SUM(B1:C1)</f><v>3</v></c><c r="B1" t="str"><f>C1&amp;"a"</f><v>xa</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>1</v></c></row>',
    ],
    [
      'a shared formula',
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1+1</f><v>3</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>',
    ],
    [
      'numbers as machines write them',
      '<row r="1"><c r="A1"><v>1.5E-3</v></c><c r="B1"><v>0.30000000000000004</v></c><c r="C1"><v>-12</v></c><c r="D1"><v>110101000000000001</v></c></row>',
    ],
  ])('%s', async (_, rows) => {
    const merges = '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>'
    const bytes = workbookWith(`<sheetData>${rows}</sheetData>`, strings, merges)

    expect(isPlain(bytes)).toBe(true)
    expect(await readWorkbook(bytes, 'a')).toEqual(await libraryWorkbook(bytes, 'a'))
  })

  test.each([
    ['a formula without its result', '<row r="1"><c r="A1"><f>1+1</f></c></row>'],
    [
      'a formula of many cells',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f><v>1</v></c></row>',
    ],
    ['cells without their names', '<row r="1"><c><v>1</v></c><c><v>2</v></c></row>'],
    ['escapes of a spreadsheet’s own', '<row r="1"><c r="A1" t="str"><v>a_x000D_b</v></c></row>'],
    ['lines between the cells', '<row r="1">\n<c r="A1"><v>1</v></c>\n</row>'],
    ['a comment', '<row r="1"><!-- <c r="A1"/> --><c r="A1"><v>1</v></c></row>'],
    ['a day', '<row r="1"><c r="A1" t="d"><v>2024-01-02</v></c></row>'],
  ])('%s is left to the library', async (_, rows) => {
    const bytes = workbookWith(`<sheetData>${rows}</sheetData>`, strings)

    expect(isPlain(bytes)).toBe(false)
    expect(await readWorkbook(bytes, 'a')).toEqual(await libraryWorkbook(bytes, 'a'))
  })
})

test('dates, whose display only the library knows, are left to it', async () => {
  const bytes = new Uint8Array(readFileSync('fixtures/spreadsheets/libreoffice.xlsx'))

  expect(isPlain(bytes)).toBe(false)
  expect(await readWorkbook(bytes, 'a')).toEqual(await libraryWorkbook(bytes, 'a'))
})

test('a sheet may be cut anywhere while it is unpacked', async () => {
  const rows = Array.from({ length: 4_000 }, (_, row) => [`县${row}`, row, row / 7, '㛃𬭊'])
  const book = spreadsheet.utils.book_new()
  spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet(rows), '表')
  const bytes = written(book, false)

  expect(isPlain(bytes)).toBe(true)
  expect(await readWorkbook(bytes, 'a')).toEqual(await libraryWorkbook(bytes, 'a'))
})

test('a damaged part is found though nothing of it is read', async () => {
  const book = spreadsheet.utils.book_new()
  spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet([['a', 1]]), '表')
  const bytes = written(book, true)
  const at = Buffer.from(bytes).indexOf('docProps/app.xml')
  bytes[at + 40] = (bytes[at + 40] ?? 0) ^ 0xff

  expect(isPlain(bytes)).toBe(false)
  expect((await readWorkbook(bytes, 'a')).findings.map(({ severity }) => severity)).toEqual([
    'error',
  ])
})
