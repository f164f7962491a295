import * as spreadsheet from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cellText } from '@/intake/readers/excel/cellText'
import { readPlainXlsx } from '@/intake/readers/excel/plain/readPlainXlsx'
import { libraryWorkbook, readWorkbook } from '@/intake/readers/excel/readWorkbook'

const NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const FONTS = [
  '<font><sz val="11"/></font>',
  '<font><strike/><sz val="11"/></font>',
  '<font><color rgb="FFFFFFFF"/></font>',
  '<font><strike val="0"/><color theme="1"/></font>',
]
const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FF203864"/></patternFill></fill>',
]
/** Style 1 struck out, 2 white on nothing, 3 white on blue, 4 not struck. */
const STYLES = [
  [0, 0],
  [1, 0],
  [2, 0],
  [2, 1],
  [3, 0],
]

/** A workbook of one sheet with these cells and shared texts. */
function workbook(cells: string, strings = ''): Uint8Array {
  const book = spreadsheet.utils.book_new()
  spreadsheet.utils.book_append_sheet(book, spreadsheet.utils.aoa_to_sheet([['x']]), '表')
  const bytes: unknown = spreadsheet.write(book, { type: 'array', bookType: 'xlsx', bookSST: true })
  const xfs = STYLES.map(([font, fill]) => `<xf numFmtId="0" fontId="${font}" fillId="${fill}"/>`)
  return zipSync({
    ...unzipSync(new Uint8Array(bytes as ArrayBuffer)),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet ${NAMESPACE}><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst ${NAMESPACE}>${strings}</sst>`),
    'xl/styles.xml': strToU8(
      `<styleSheet ${NAMESPACE}><fonts count="4">${FONTS.join('')}</fonts><fills count="2">${FILLS.join('')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">${xfs.join('')}</cellXfs></styleSheet>`,
    ),
  })
}

async function texts(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const read = await readWorkbook(bytes, 'a.xlsx')
  expect(await libraryWorkbook(bytes, 'a.xlsx')).toEqual(read)
  expect(readPlainXlsx(bytes, () => () => undefined)).not.toBeNull()
  return read.grids[0]?.rows[0]
}

const run = (properties: string, text: string) =>
  `<r><rPr>${properties}</rPr><t xml:space="preserve">${text}</t></r>`

test.each([
  ['a number struck out before another', run('<strike/>', '12') + run('', '15'), '15（划去：12）'],
  [
    'the mark of a note',
    run('', '123') + run('<vertAlign val="superscript"/>', '1'),
    '123（角标：1）',
  ],
  ['a lowered mark', run('<vertAlign val="subscript"/>', '2') + run('', '45件'), '45件（角标：2）'],
  ['all of it struck out', run('<strike val="1"/><sz val="9"/>', '88'), '划去：88'],
  ['a raised sign of a unit', run('', 'hm') + run('<vertAlign val="superscript"/>', '2'), 'hm2'],
  ['text that is only coloured', run('<color rgb="FFFF0000"/>', '1') + run('', '2'), '12'],
  ['text that is not struck out', run('<strike val="0"/>', '1') + run('', '2'), '12'],
  ['a struck blank', run('<strike/>', ' ') + run('', '7'), ' 7'],
])('a text of several styles: %s', async (_, runs, expected) => {
  expect(await texts(workbook('<c r="A1" t="s"><v>0</v></c>', `<si>${runs}</si>`))).toEqual([
    expected,
  ])
})

test('a cell that is struck out, or white on white, says so', async () => {
  const cells = [1, 2, 3, 4].map(
    (style, at) => `<c r="${'ABCD'[at] ?? ''}1" s="${style}"><v>1${style}</v></c>`,
  )

  expect(await texts(workbook(cells.join('')))).toEqual(['划去：11', '12（白字）', '13', '14'])
})

test('words that are white stay as they are, those struck out do not', async () => {
  const cells = '<c r="A1" s="2" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>0</v></c>'

  expect(await texts(workbook(cells, '<si><t>甲县</t></si>'))).toEqual(['甲县', '划去：甲县'])
})

test.each([
  ['0!.0,', '35000，显示为 3.5'],
  ['0"."0,', '35000，显示为 3.5'],
  ['0\\.0000', '35000，显示为 3.5'],
  ['#,##0.00,', '35000，显示为 35'],
  ['0!.0,"万元"', '35000元'],
  ['0!.0,"万"', '35000'],
  ['0!.0,"万件"', '35000件'],
  ['0!.0,"亿元"', '35000，显示为 3.5亿元'],
  ['#,##0.0', '35000'],
  ['[>=1000]#,##0;0', '35000'],
])('a number of 35000 in the format %s is %s', (format, expected) => {
  expect(cellText({ t: 'n', v: 35_000, z: format }, false)).toBe(expected)
})

test('a number that is shown as a day of the week is a date', async () => {
  const book = spreadsheet.utils.book_new()
  const sheet = { '!ref': 'A1:A1', A1: { t: 'n' as const, v: 45_355, z: '[$-804]aaaa' } }
  spreadsheet.utils.book_append_sheet(book, sheet, '表')
  const bytes: unknown = spreadsheet.write(book, { type: 'array', bookType: 'xlsx' })
  const { grids, findings } = await readWorkbook(new Uint8Array(bytes as ArrayBuffer), 'a.xlsx')

  expect(findings).toMatchObject([{ code: 'cell-maybe-date', detail: { serial: 45_355 } }])
  expect(Number(grids[0]?.rows[0]?.[0])).toBeNaN()
})
