import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { SourceDocument } from '@/intake/document'
import { decode } from '@/intake/readers/decode'
import type { Encoding } from '@/intake/readers/encoding/encodings'
import { limits } from '@/intake/readers/limits'
import { readSource } from '@/intake/readers/readSource'
import { encode } from './encode'
import { zip } from './zips'

/**
 * The faults that an office's files have, by the number and the words of the fault matrix, as far as
 * they are a reader's business.
 */
const table = '单位名称,年份,许可,说明\r\n汉阴县,2023,5,主动公开\r\n洪泽区,2022,7,依申请公开\r\n'

const units = JSON.parse(readFileSync('src/domain/divisions.json', 'utf8')) as readonly (readonly [
  string,
  string,
])[]

async function read(content: string | Uint8Array, name = 'a.csv'): Promise<SourceDocument> {
  const bytes = typeof content === 'string' ? encode(content, 'UTF-8') : content
  const [document] = await readSource({ name, path: name, bytes })
  if (document === undefined) throw new Error('no document')
  return document
}

function codes({ findings }: SourceDocument): readonly string[] {
  return findings.map(({ code, place }) => `${code} ${place.row ?? ''}`.trim())
}

test.each(['UTF-8', 'GB18030'] as const)(
  '1: the name of every county, alone and in a table, is exact in %s without a mark',
  (encoding) => {
    let wrong = 0
    for (const [code, name] of units) {
      const text = `单位代码,单位名称\r\n${code},${name}\r\n`
      if (decode(encode(text, encoding)).text !== text) wrong += 1
      if (decode(encode(name, encoding)).text !== name && encoding === 'UTF-8') wrong += 1
    }

    expect(units.length).toBeGreaterThan(3000)
    expect(wrong).toBe(0)
  },
  60_000,
)

test.each([
  ['UTF-8', true],
  ['UTF-16LE', true],
  ['UTF-16BE', true],
] as const)(
  '2: a mark of %s is no part of the first header, and tabs are found',
  async (encoding, mark) => {
    const document = await read(encode(table.replaceAll(',', '\t'), encoding, mark), 'a.txt')

    expect(document.grids[0]?.rows[0]).toEqual(['单位名称', '年份', '许可', '说明'])
    expect(document).toMatchObject({ encoding, findings: [] })
  },
)

test('3: damage to any byte of any character of UTF-8 is refused or still read as UTF-8', () => {
  for (const name of readdirSync('fixtures/dirty')) {
    const bytes = new Uint8Array(readFileSync(`fixtures/dirty/${name}`)).subarray(0, 400)
    const before = decode(bytes)
    if (
      before.encoding !== 'UTF-8' ||
      before.text === null ||
      !/[\u4e00-\u9fff]{4}/.test(before.text)
    )
      continue
    for (const [at, byte] of bytes.entries()) {
      if (byte < 0x80) continue
      const damaged = bytes.map((old, index) => (index === at ? old ^ 0x80 : old))
      const { text, encoding } = decode(damaged)
      expect(text === null || encoding === 'UTF-8').toBe(true)
    }
  }
})

test('4: UTF-8 with one line of GBK is refused with the line', async () => {
  const bytes = [...encode(table, 'UTF-8'), ...encode('紫阳县,2021,1,其他\r\n', 'GB18030')]

  expect(codes(await read(Uint8Array.from(bytes)))).toEqual(['encoding-mixed 4'])
})

test('5: lost and ruined characters are imported with a warning for each cell', async () => {
  const ruined = new TextDecoder('gb18030').decode(encode('主动公开', 'UTF-8'))
  const document = await read(`${table}?县,2021,1,${ruined}\r\n`)

  expect(document.findings.map(({ code, place }) => [code, place.row, place.column])).toEqual([
    ['text-lost-character', 4, 1],
    ['text-mojibake', 4, 4],
  ])
})

test('6: a file is decoded whole: a character at any offset is exact', () => {
  for (const encoding of ['UTF-8', 'GB18030'] satisfies Encoding[]) {
    for (let offset = 65_530; offset < 65_540; offset += 1) {
      const text = `${'a'.repeat(offset)}汉阴县,主动公开\n`
      expect(decode(encode(text, encoding)).text).toBe(text)
    }
  }
})

test('7: rows end as a person sees them, however the ends are mixed', async () => {
  const document = await read('a,b\r\n1,2\n3,4\r5,6\r\n')

  expect(document.grids[0]?.rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
    ['3', '4'],
    ['5', '6'],
  ])
  expect(codes(document)).toEqual(['newlines-mixed'])
})

test('8: a quote that is not escaped or not closed has its line and takes no other row', async () => {
  const document = await read('a,b\n"甲"县,1\n乙县,2\n丙县,"3\n丁县,4\n')

  expect(document.grids[0]?.rows).toEqual([
    ['a', 'b'],
    ['"甲"县', '1'],
    ['乙县', '2'],
    ['丙县', '"3'],
    ['丁县', '4'],
  ])
  expect(codes(document)).toEqual(['quote-unescaped 2', 'quote-unclosed 4'])
})

test('9: a row with too few or too many cells is named and not shifted', async () => {
  const document = await read('a,b,c\n1,2\n1,2,3,4\n1,2,3\n')

  expect(document.grids[0]?.rows.slice(1, 3)).toEqual([
    ['1', '2'],
    ['1', '2', '3', '4'],
  ])
  expect(codes(document)).toEqual(['row-short 2', 'row-long 3'])
})

test.each([';', '\t', '|', '，'])('10: the delimiter %j is found', async (delimiter) => {
  const document = await read(table.replaceAll(',', delimiter))

  expect(document.grids[0]?.rows[1]).toEqual(['汉阴县', '2023', '5', '主动公开'])
})

test('11: titles, a unit of measure and a blank line above the table stay where they are', async () => {
  const document = await read(`某市主要指标\r\n单位：万元\r\n\r\n${table}`)

  expect(document.grids[0]?.rows.slice(0, 4)).toEqual([
    ['某市主要指标'],
    ['单位：万元'],
    [],
    ['单位名称', '年份', '许可', '说明'],
  ])
  expect(document.findings).toEqual([])
})

test('20: rare, compatibility, invisible and turning characters are stored as given', async () => {
  const names = ['㛃县', '⾦⼭县', '甲\u200b县', '甲\u202e县', '𬭊镇']
  const document = await read(`单位,值\n${names.map((name) => `${name},1\n`).join('')}`)

  expect(document.grids[0]?.rows.slice(1).map(([name]) => name)).toEqual(names)
  expect(codes(document)).toEqual(['text-control-character 4', 'text-control-character 5'])
})

test('21: headers that come twice or are blank keep their columns', async () => {
  expect((await read('地区,值,,值,\n甲,1,2,3,4\n')).grids[0]?.rows).toEqual([
    ['地区', '值', '', '值', ''],
    ['甲', '1', '2', '3', '4'],
  ])
})

test('22: __proto__ and constructor are data in every kind of file', async () => {
  await read('__proto__,constructor\n1,2\n')
  await read(
    '[{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}]',
    'a.json',
  )

  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  expect(Object.getOwnPropertyNames(Object.prototype).includes('isAdmin')).toBe(false)
})

test('23: empty, binary and renamed files say in one finding what they are', async () => {
  const excel = new Uint8Array(readFileSync('fixtures/spreadsheets/libreoffice.xlsx'))
  const noise = Uint8Array.from({ length: 500 }, (_, index) => (index * 31) % 256)

  expect(codes(await read(''))).toEqual(['file-empty'])
  expect((await read(noise)).findings.every(({ severity }) => severity === 'error')).toBe(true)
  expect((await read(excel)).findings[0]).toMatchObject({
    code: 'file-type-mismatch',
    detail: { extension: 'csv', kind: 'xlsx' },
  })
  expect((await read('<html><table><tr><td>1</td></tr></table></html>', 'a.xls')).kind).toBe('html')
})

test('24: JSON with a mark, in GBK or a value a line is read; faults have line and column', async () => {
  expect((await read(encode('[{"县":"甲"}]', 'UTF-8', true), 'a.json')).grids).toHaveLength(1)
  expect((await read(encode('[{"县":"甲"}]', 'GB18030'), 'a.json')).encoding).toBe('GB18030')
  expect((await read('{"县":"甲"}\n{"县":"乙"}\n', 'a.json')).grids[0]?.rows).toHaveLength(3)
  expect((await read('[\n{"值":NaN}]', 'a.json')).findings[0]?.place).toEqual({
    file: 'a.json',
    row: 2,
    column: 6,
  })
})

test('25: what JSON would lose in silence is named', async () => {
  const text = '[{"a":1,"a":2,"b":110101000000000001,"c":1e400}]'

  expect(codes(await read(text, 'a.json'))).toEqual([
    'json-number-unsafe 1',
    'json-number-unsafe 1',
    'json-duplicate-key 1',
  ])
  expect(codes(await read('['.repeat(limits.jsonDepth + 1), 'a.json'))).toEqual(['json-too-deep 1'])
})

test('30: a bomb, many entries and nested archives stop at their limits', async () => {
  const bomb = zip({ 'a.csv': new Uint8Array(8 * 2 ** 20) })
  const nested = zip({ 'b.zip': zip({ 'c.zip': zip({ 'd.zip': zip({ 'a.csv': table }) }) }) })

  expect((await read(bomb, 'a.zip')).findings[0]?.detail).toEqual({ reason: 'ratio' })
  expect((await read(nested, 'a.zip')).findings[0]?.detail).toEqual({ reason: 'depth' })
})

test('31: too many columns, rows or characters are refused or cut, with the limit', async () => {
  const wide = `${'a,'.repeat(limits.columns)}a\n`
  const long = `a,b\n${'县'.repeat(limits.cellLength + 5)},1\n`

  expect((await read(wide)).findings[0]).toMatchObject({
    code: 'file-too-large',
    detail: { limit: limits.columns },
  })
  expect((await read(long)).findings[0]).toMatchObject({
    code: 'cell-too-long',
    detail: { length: limits.cellLength + 5, limit: limits.cellLength },
  })
})

test.each([
  ['quotes', '"a,'],
  ['commas', ','],
  ['quoted names', '"甲"县\n'],
  ['braces', '{"a":['],
  ['markup', '<!-- '],
])(
  '32: a megabyte of %s is dealt with in seconds',
  async (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length))

    for (const name of ['a.csv', 'a.json', 'a.txt']) await read(text, name)
  },
  10_000,
)
