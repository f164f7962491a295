import { expect, test } from 'vitest'
import { readArchive } from '@/intake/readers/archive'
import { readSource } from '@/intake/readers/readSource'
import { limits } from '@/intake/readers/limits'
import { encode } from './encode'
import { forged, renamed, zip } from './zips'

async function read(bytes: Uint8Array, name = '年报.zip'): Promise<readonly string[]> {
  const documents = await readSource({ name, path: name, bytes })
  return documents.map(({ file, kind, grids, findings }) =>
    [
      file,
      kind,
      grids.length,
      ...findings.map(({ code, detail }) => `${code}:${detail?.['reason'] ?? ''}`),
    ].join(' '),
  )
}

test('every file of an archive is a document with its path', async () => {
  const bytes = zip({ '安康/汉阴.csv': 'a,b\n1,2\n', '安康/说明.json': '[{"a":1}]' })

  expect(await read(bytes)).toEqual([
    '年报.zip/安康/汉阴.csv csv 1',
    '年报.zip/安康/说明.json json 1',
  ])
})

test('names that Windows wrote in GBK are read', async () => {
  const bytes = renamed(zip({ 'aaaa.csv': 'a,b\n1,2\n' }), encode('县市.csv', 'GB18030'))

  expect(await read(bytes)).toEqual(['年报.zip/县市.csv csv 1'])
})

test('paths that climb out of the archive stay inside', async () => {
  expect(await read(zip({ '../../etc/a.csv': 'a,b\n1,2\n' }))).toEqual(['年报.zip/etc/a.csv csv 1'])
})

test('what systems leave behind is no file', async () => {
  const bytes = zip({
    '__MACOSX/._a.csv': 'x',
    'Thumbs.db': 'x',
    '~$a.xlsx': 'x',
    'a.csv': 'a,b\n1,2\n',
  })

  expect(await read(bytes)).toEqual(['年报.zip/a.csv csv 1'])
})

test('an archive in an archive is opened, down to a depth', async () => {
  const inner = zip({ 'a.csv': 'a,b\n1,2\n' })
  let bytes = inner
  for (let depth = 1; depth < limits.archiveDepth; depth += 1) bytes = zip({ 'b.zip': bytes })

  expect(await read(bytes)).toEqual(['年报.zip/b.zip/b.zip/a.csv csv 1'])
  expect(await read(zip({ 'b.zip': bytes }))).toEqual([
    '年报.zip/b.zip/b.zip/b.zip zip 0 archive-unsafe:depth',
  ])
})

test('a bomb is refused by its ratio, the other files are read', async () => {
  const bytes = zip({ 'bomb.csv': new Uint8Array(8 * 2 ** 20), 'a.csv': 'a,b\n1,2\n' })

  expect(await read(bytes)).toEqual(['年报.zip zip 0 archive-unsafe:ratio', '年报.zip/a.csv csv 1'])
})

test('a bomb that declares a small size is stopped while it unpacks', async () => {
  const bytes = forged(zip({ 'bomb.csv': new Uint8Array(8 * 2 ** 20) }), 'size', 1000)

  expect(await read(bytes)).toEqual(['年报.zip zip 0 archive-unsafe:ratio'])
})

test.each([
  ['a size that is not that of the file', 'size', 3, 'archive-unsafe:declared-size'],
  ['a checksum that is not that of the file', 'crc', 1, 'archive-damaged:'],
  ['encrypted content', 'flags', 1, 'archive-unsafe:encrypted'],
  ['an unknown way of packing', 'method', 99, 'archive-unsafe:method'],
  ['more bytes than the limit', 'size', limits.archiveBytes + 1, 'archive-unsafe:size'],
] as const)('%s is refused', async (_, field, value, finding) => {
  expect(await read(forged(zip({ 'a.csv': 'a,b\n1,2\n' }), field, value))).toEqual([
    `年报.zip zip 0 ${finding}`,
  ])
})

test('files are unpacked up to the budget, the others refused', () => {
  const bytes = zip({
    'a.csv': 'a'.repeat(600),
    'b.csv': 'b'.repeat(600),
    'c.csv': 'c'.repeat(300),
  })
  const archive = readArchive({ name: 'x.zip', path: 'x.zip', bytes }, 1000)

  expect(archive.files.map(({ path }) => path)).toEqual(['x.zip/a.csv', 'x.zip/c.csv'])
  expect(archive.left).toBe(100)
  expect(archive.findings).toEqual([
    {
      code: 'archive-unsafe',
      severity: 'error',
      place: { file: 'x.zip/b.csv' },
      detail: { reason: 'size' },
    },
  ])
})

test('a thousand files are read, one more is refused', async () => {
  const files = (count: number) =>
    zip(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`${index}.csv`, 'a,b\n1,2\n']),
      ),
    )

  expect(await read(files(limits.archiveEntries))).toHaveLength(limits.archiveEntries)
  expect(await read(files(limits.archiveEntries + 1))).toEqual([
    '年报.zip zip 0 archive-unsafe:entries',
  ])
}, 60_000)

test('a cut archive is named as such', async () => {
  const bytes = zip({ 'a.csv': 'a,b\n1,2\n' })

  expect(await read(bytes.slice(0, bytes.length - 10))).toEqual(['年报.zip zip 0 archive-damaged:'])
})

test('whatever byte of an archive is changed, a file is read exactly or refused', async () => {
  const text = '单位,年份\n汉阴县,2023\n'
  const bytes = zip({ 'a.csv': text })
  for (let index = 0; index < bytes.length; index += 1) {
    const damaged = bytes.map((byte, at) => (at === index ? byte ^ 0x55 : byte))
    const documents = await readSource({ name: 'a.zip', path: 'a.zip', bytes: damaged })
    for (const { grids, findings } of documents) {
      if (findings.some(({ severity }) => severity !== 'info')) continue
      expect(grids.map(({ rows }) => rows)).toEqual([
        [
          ['单位', '年份'],
          ['汉阴县', '2023'],
        ],
      ])
    }
  }
})

test('a workbook that is a bomb is refused before the library sees it', async () => {
  const bytes = zip({
    'xl/workbook.xml': '<workbook/>',
    'xl/worksheets/sheet1.xml': new Uint8Array(8 * 2 ** 20),
  })

  expect(await read(bytes, 'a.xlsx')).toEqual(['a.xlsx xlsx 0 archive-unsafe:ratio'])
})
