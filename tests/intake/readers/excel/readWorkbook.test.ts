import { readFileSync } from 'node:fs'
import * as spreadsheet from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellText, looksCoerced } from '@/intake/readers/excel/cellText'
import { readWorkbook, type WorkbookTable } from '@/intake/readers/excel/readWorkbook'
import { readSource } from '@/intake/readers/readSource'
import { encode } from '../encode'

const formats = ['xlsx', 'biff8', 'ods', 'xlsb', 'xlml'] as const

function write(
  sheets: Readonly<Record<string, spreadsheet.WorkSheet>>,
  bookType: spreadsheet.BookType = 'xlsx',
): Uint8Array {
  const book = spreadsheet.utils.book_new()
  for (const [name, sheet] of Object.entries(sheets))
    spreadsheet.utils.book_append_sheet(book, sheet, name)
  const written: unknown = spreadsheet.write(book, { type: 'array', bookType })
  return new Uint8Array(written as ArrayBuffer)
}

function codes({ findings }: WorkbookTable): readonly string[] {
  return findings.map(({ code, severity, place }) =>
    [code, severity, place.sheet, place.row, place.column]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

test.each(['xlsx', 'xls', 'ods'])('a .%s of LibreOffice reads right', async (extension) => {
  const bytes = new Uint8Array(readFileSync(`fixtures/spreadsheets/libreoffice.${extension}`))
  const table = await readWorkbook(bytes, 'a')

  expect(table.grids).toEqual([
    {
      name: '主动公开',
      rows: [
        ['示例县政府信息公开情况（2023年）'],
        [],
        ['单位代码', '单位名称', '收费', '备注'],
        ['990101', '示例县', '1077.892534', '1月2日'],
        ['990102', '样本县', '12345.5万元', '2024-03-31'],
        ['', '合计', '13423.392534', '5.234%'],
        ['', '错误', '#DIV/0!', '1'],
      ],
      merges: [{ row: 0, column: 0, rows: 1, columns: 4 }],
    },
    { name: '隐藏表', rows: [['旧数', '7']] },
  ])
  expect(codes(table)).toEqual([
    'cell-maybe-date warning 主动公开 4 4',
    'cell-formula info 主动公开',
    'sheet-hidden info 隐藏表',
  ])
})

test.each(formats)('%s: numbers keep every digit, texts stay texts', async (bookType) => {
  const sheet = spreadsheet.utils.aoa_to_sheet([
    ['代码', '收费', '比例'],
    ['00123', 1077.892534, 0.1 + 0.2],
    ['110101000000000001', 18468, 1e-7],
  ])
  sheet['B2'] = { t: 'n', v: 1077.892534, z: '0.00' }

  expect((await readWorkbook(write({ 表: sheet }, bookType), 'a')).grids).toEqual([
    {
      name: '表',
      rows: [
        ['代码', '收费', '比例'],
        ['00123', '1077.892534', '0.3'],
        ['110101000000000001', '18468', '0.0000001'],
      ],
    },
  ])
})

test('a sheet that does not begin at A1 keeps the row and column numbers of the screen', async () => {
  const sheet = spreadsheet.utils.sheet_add_aoa({}, [['单位', 1]], { origin: 'C4' })

  expect((await readWorkbook(write({ 表: sheet }), 'a')).grids[0]?.rows).toEqual([
    [],
    [],
    [],
    ['', '', '单位', '1'],
  ])
})

test('all sheets are read, empty ones left out', async () => {
  const { grids } = await readWorkbook(
    write({
      甲县: spreadsheet.utils.aoa_to_sheet([['a']]),
      空: spreadsheet.utils.aoa_to_sheet([]),
      乙县: spreadsheet.utils.aoa_to_sheet([['b']]),
    }),
    'a',
  )

  expect(grids.map(({ name }) => name)).toEqual(['甲县', '乙县'])
})

test('rows that a filter hides are read, and said to be hidden', async () => {
  const sheet = spreadsheet.utils.aoa_to_sheet([['a'], ['1'], ['2'], ['3']])
  sheet['!rows'] = [{}, { hidden: true }, { hidden: true }]
  const dated = spreadsheet.utils.aoa_to_sheet([['a'], ['1']])
  dated['!rows'] = [{}, { hidden: true }]
  dated['B1'] = { t: 'n', v: 45_291, z: 'yyyy-mm-dd' }
  dated['!ref'] = 'A1:B2'
  const plain = await readWorkbook(write({ 表: sheet }), 'a')
  const other = await readWorkbook(write({ 表: dated }), 'a')

  expect(plain.grids[0]?.rows).toEqual([['a'], ['1'], ['2'], ['3']])
  expect(plain.findings.map(({ code, detail }) => [code, detail])).toEqual([
    ['rows-hidden', { rows: 2 }],
  ])
  expect(other.findings.map(({ code, detail }) => [code, detail])).toEqual([
    ['rows-hidden', { rows: 1 }],
  ])
})

const HIDDEN_ROW = ['rows-hidden', '表', { rows: 1 }]
const HIDDEN_COLUMNS = ['columns-hidden', '表', { columns: 2, list: '2 4' }]
const hiding = new Map<spreadsheet.BookType, readonly unknown[]>([
  ['xlsx', [HIDDEN_ROW, HIDDEN_COLUMNS]],
  // The library writes no hidden rows here; LibreOffice does, below.
  ['biff8', [HIDDEN_COLUMNS]],
  ['xlml', [HIDDEN_ROW, HIDDEN_COLUMNS]],
  ['xlsb', [HIDDEN_ROW, HIDDEN_COLUMNS]],
])

test.each([...hiding.keys()])(
  '%s: hidden rows and columns are read, and said to be hidden',
  async (bookType) => {
    const sheet = spreadsheet.utils.aoa_to_sheet([
      ['单位', '年份', '备注', '新收'],
      ['甲县', 2023, '', 1],
      ['乙县', 2023, '', 2],
    ])
    sheet['!rows'] = [{}, { hidden: true }]
    // Nothing stands in column C, nor to the right of D.
    sheet['!cols'] = [{}, ...Array.from({ length: 9 }, () => ({ hidden: true, wch: 8 }))]
    sheet['C2'] = { t: 's', v: '' }
    delete sheet['C1']
    const table = await readWorkbook(
      write({ 封面: spreadsheet.utils.aoa_to_sheet([['x']]), 表: sheet }, bookType),
      'a',
    )

    expect(table.grids[1]?.rows[1]).toEqual(['甲县', '2023', '', '1'])
    expect(table.findings.map(({ code, place, detail }) => [code, place.sheet, detail])).toEqual(
      hiding.get(bookType),
    )
  },
)

test.each(['xlsx', 'xls', 'ods'])('a .%s of LibreOffice tells what it hides', async (extension) => {
  const bytes = new Uint8Array(readFileSync(`fixtures/spreadsheets/hidden.${extension}`))
  const { findings } = await readWorkbook(bytes, 'a')

  expect(findings.map(({ code, place, detail }) => [code, place.sheet, detail])).toEqual([
    HIDDEN_ROW,
    HIDDEN_COLUMNS,
  ])
})

test.each(['xlsx', 'biff8', 'xlsb'] as const)(
  '%s: a date as it is typed is shown as Excel shows it in China',
  async (bookType) => {
    const sheet = spreadsheet.utils.aoa_to_sheet([['年份', '公开日期']])
    sheet['A2'] = { t: 'n', v: 45_291, z: spreadsheet.SSF.get_table()[14] }
    sheet['B2'] = { t: 'n', v: 45_371, z: 'yyyy-mm-dd' }
    sheet['!ref'] = 'A1:B2'

    const { grids } = await readWorkbook(write({ 表: sheet }, bookType), 'a')
    expect(grids[0]?.rows[1]).toEqual(['2023/12/31', '2024-03-20'])
  },
)

test('a formula that was saved without its value is named, not taken for nothing', async () => {
  const sheet = spreadsheet.utils.aoa_to_sheet([['a', null]])
  sheet['B1'] = { t: 'n', f: 'SUM(C1:D1)' }
  sheet['!ref'] = 'A1:B1'

  const table = await readWorkbook(write({ 表: sheet }), 'a')
  expect(codes(table)).toEqual([])
  expect(table.grids[0]?.rows).toEqual([['a', '=SUM(C1:D1)']])
})

test.each([
  ['m"月"d"日"', true],
  ['d-mmm', true],
  ['mmm-yy', true],
  ['yyyy"年"m"月"', true],
  ['yyyy-mm-dd', false],
  ['[$-804]yyyy"年"m"月"d"日"', false],
  ['h:mm', false],
])('the date format %s may hide a typed 1-2: %s', (format, expected) => {
  expect(looksCoerced(format)).toBe(expected)
})

test.each([
  [{ t: 'n', v: 0.0523456, z: '0.0%' }, '5.23456%'],
  [{ t: 'n', v: 12.3, z: '#,##0.00"万元"' }, '12.3万元'],
  [{ t: 'n', v: 123456, z: '0!.0,"万"', w: '12.3万' }, '123456'],
  [{ t: 'n', v: -5, z: '0_);(0)' }, '-5'],
  [{ t: 'n', v: 1e21 }, '1000000000000000000000'],
  [{ t: 'e', v: 7, w: '#DIV/0!' }, '#DIV/0!'],
  [{ t: 'b', v: false }, 'FALSE'],
  [{ t: 's', v: "'001" }, "'001"],
  [{ t: 'z' }, ''],
])('%j is %s', (cell, text) => {
  expect(cellText(cell, false)).toBe(text)
})

test('Excel 5.0 files with texts in GBK, as old systems write them, are read', async () => {
  const sheet = spreadsheet.utils.aoa_to_sheet([
    ['aaaaaaaa', 'bbbb'],
    ['cccccc', 2023],
  ])
  const bytes = write({ dddd: sheet }, 'biff5')
  const texts = new Map([
    ['aaaaaaaa', '单位名称'],
    ['bbbb', '年份'],
    ['cccccc', '汉阴县'],
    ['dddd', '年报'],
  ])
  for (const [written, meant] of texts) {
    bytes.set(encode(meant, 'GB18030'), indexOf(bytes, encode(written, 'UTF-8')))
  }
  // The record CODEPAGE.
  const page = indexOf(bytes, Uint8Array.from([0x42, 0x00, 0x02, 0x00]))
  bytes.set([936 & 0xff, 936 >> 8], page + 4)

  expect((await readWorkbook(bytes, 'a')).grids).toEqual([
    {
      name: '年报',
      rows: [
        ['单位名称', '年份'],
        ['汉阴县', '2023'],
      ],
    },
  ])
})

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  const found = bytes.findIndex((_, at) => part.every((byte, index) => bytes[at + index] === byte))
  if (found < 0) throw new Error('not in the file')
  return found
}

test('a workbook without a container, as export scripts write it, is read', async () => {
  const bytes = write(
    {
      表: spreadsheet.utils.aoa_to_sheet([
        ['a', 1],
        ['b', 2],
      ]),
    },
    'biff2',
  )
  const [document] = await readSource({ name: 'a.xls', path: 'a.xls', bytes })

  expect(document?.grids.map(({ rows }) => rows)).toEqual([
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ])
})

test('a count of properties that is a lie costs nothing', async () => {
  const bytes = new Uint8Array(readFileSync('fixtures/spreadsheets/libreoffice.xls'))
  // The section of the property set: its length, then the number of its properties.
  const section = indexOf(bytes, Uint8Array.from([0xe0, 0x85, 0x9f, 0xf2])) + 20
  bytes.set([0xff, 0xff, 0xff, 0x0f], section + 4)

  expect((await readWorkbook(bytes, 'a')).grids).toHaveLength(2)
})

test('a damaged or empty workbook says so', async () => {
  const whole = write({ 表: spreadsheet.utils.aoa_to_sheet([['a']]) }, 'biff8')

  expect(codes(await readWorkbook(whole.slice(0, 600), 'a'))).toEqual(['read-failed error'])
  expect(
    codes(
      await readWorkbook(write({ 表: spreadsheet.utils.aoa_to_sheet([['a']]) }).slice(0, 300), 'a'),
    ),
  ).toEqual(['archive-damaged error'])
})

test('numbers of any size read back from every format as they were', async () => {
  const number = fc.oneof(
    fc.integer(),
    fc.integer({ min: 0, max: 10 ** 12 }).map((millionths) => millionths / 10 ** 6),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(number, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...formats),
      async (rows, bookType) => {
        const { grids } = await readWorkbook(
          write({ 表: spreadsheet.utils.aoa_to_sheet(rows) }, bookType),
          'a',
        )

        expect(grids[0]?.rows.map((row) => row.map(Number))).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})
