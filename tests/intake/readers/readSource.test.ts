import { readFileSync } from 'node:fs'
import * as spreadsheet from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '@/intake/readers/readSource'
import type { ReadOptions } from '@/intake/readers/readersByKind'
import { encode } from './encode'

async function read(
  name: string,
  content: string | Uint8Array,
  options?: ReadOptions,
): Promise<string> {
  const bytes = typeof content === 'string' ? encode(content, 'UTF-8') : content
  const documents = await readSource({ name, path: name, bytes }, options)
  return documents
    .map(({ kind, grids, findings }) =>
      [
        kind,
        grids.length,
        ...findings.map(({ code, detail }) => `${code}:${detail?.['kind'] ?? ''}`),
      ].join(' '),
    )
    .join(' | ')
}

const table = '单位,年份,许可\n甲县,2023,5\n乙县,2023,7\n'

test.each([
  ['a.csv', table, 'csv 1'],
  ['a.txt', table, 'csv 1'],
  ['a', table, 'csv 1'],
  ['a.xls', table.replaceAll(',', '\t'), 'csv 1 file-type-mismatch:csv'],
  ['a.json', '[{"a":1}]', 'json 1'],
  ['a.csv', '[{"a":1}]', 'json 1 file-type-mismatch:json'],
  ['a.csv', '{{x}},b\n1,2\n', 'csv 1'],
  ['a.txt', '{"a":1}\n{"a":2}\n', 'json 1'],
  [
    'a.txt',
    '一、总体情况\n2023年，我县主动公开政府信息5431条，新增12条。\n收到申请30件。\n',
    'text 1',
  ],
  ['a.html', '<!doctype html><table><tr><td>1</td></tr></table>', 'html 1'],
  ['a.xls', '<html><table><tr><td>1</td></tr></table></html>', 'html 1 file-type-mismatch:html'],
  ['a.csv', '', 'unknown 0 file-empty:'],
])('%s that holds %j is read as what it is', async (name, content, expected) => {
  expect(await read(name, content)).toBe(expected)
})

test.each(['xlsx', 'xls', 'ods'])('an .%s called .csv is read as what it is', async (extension) => {
  const bytes = new Uint8Array(readFileSync(`fixtures/spreadsheets/libreoffice.${extension}`))
  const [first] = await readSource({ name: 'a.csv', path: 'a.csv', bytes })

  expect(first?.kind).toBe(extension)
  expect(first?.grids).toHaveLength(2)
  expect(first?.findings[0]).toEqual({
    code: 'file-type-mismatch',
    severity: 'info',
    place: { file: 'a.csv' },
    detail: { extension: 'csv', kind: extension },
  })
})

test('XML of Excel 2003 called .xls is read', async () => {
  const sheet = spreadsheet.utils.aoa_to_sheet([
    ['单位', '年份'],
    ['甲县', 2023],
  ])
  const book = spreadsheet.utils.book_new(sheet, '年报')
  const xml: unknown = spreadsheet.write(book, { type: 'string', bookType: 'xlml' })
  const [document] = await readSource({
    name: 'a.xls',
    path: 'a.xls',
    bytes: encode(String(xml), 'UTF-8'),
  })

  expect(document).toMatchObject({ kind: 'xls', findings: [] })
  expect(document?.grids).toEqual([
    {
      name: '年报',
      rows: [
        ['单位', '年份'],
        ['甲县', '2023'],
      ],
    },
  ])
})

test('an .et that is a workbook inside is no mismatch', async () => {
  const bytes = new Uint8Array(readFileSync('fixtures/spreadsheets/libreoffice.xls'))

  expect(await read('a.et', bytes)).not.toContain('file-type-mismatch')
})

test.each([
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['JPEG', [0xff, 0xd8, 0xff, 0xe0]],
])('a %s file is refused by its name', async (kind, magic) => {
  expect(await read('a.csv', Uint8Array.from(magic))).toBe(
    `unknown 0 file-type-unsupported:${kind}`,
  )
})

test('the encoding and the delimiter that the user chose are taken', async () => {
  const bytes = encode('甲;1,5\n乙;2,5\n', 'GB18030')
  const [document] = await readSource(
    { name: 'a.txt', path: 'x/a.txt', bytes },
    { encoding: 'GB18030', delimiter: ';' },
  )

  expect(document).toMatchObject({ file: 'x/a.txt', kind: 'csv', encoding: 'GB18030' })
  expect(document?.grids[0]?.rows).toEqual([
    ['甲', '1,5'],
    ['乙', '2,5'],
  ])
})

test('faults of the text are named by cell, not twice', async () => {
  const bytes = encode('单位,年份\n?县,2023\n', 'UTF-8')
  const [document] = await readSource({ name: 'a.csv', path: 'a.csv', bytes })

  expect(document?.findings).toEqual([
    {
      code: 'text-lost-character',
      severity: 'warning',
      place: { file: 'a.csv', row: 2, column: 1 },
      raw: '?县',
    },
  ])
})

test('no damage makes a reader throw', async () => {
  const files = [
    'spreadsheets/libreoffice.xls',
    'spreadsheets/libreoffice.xlsx',
    'spreadsheets/libreoffice.ods',
    'dirty/01_utf8.csv',
    'dirty/03_gbk.csv',
    'dirty/06_utf16le_nobom_tab.txt',
    'dirty/61_proto.json',
    'dirty/38_html_renamed.xls',
  ]
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 5 })

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, fc.nat(), async (name, bytesAt, cut) => {
      const bytes = new Uint8Array(readFileSync(`fixtures/${name}`))
      for (const [at, byte] of bytesAt) bytes[at % bytes.length] = byte
      const kept = cut % 3 === 0 ? bytes.slice(0, cut % bytes.length) : bytes
      const documents = await readSource({ name, path: name, bytes: kept })

      expect(documents.length).toBeGreaterThan(0)
    }),
  )
}, 600_000)
