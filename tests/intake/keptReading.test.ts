import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { keepReading, sourceDocuments } from '@/intake/keptReading'
import { fileInArchive } from '@/intake/readers/archive'
import { readSource } from '@/intake/readers/readSource'
import { readExcerpt } from '@/intake/sourceExcerpt'
import { zip } from './readers/zips'

const pdf = new Uint8Array(readFileSync('fixtures/documents/old-form.pdf'))
const table = '单位,年份,行政许可\n汉阴县,2023,18468\n'
const archive = new Uint8Array(
  zip({ 'inner.zip': new Uint8Array(zip({ 'a.pdf': pdf })), 't.csv': table }),
)

/** Numbers as they are kept. */
function rounded(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => {
      if (each instanceof Uint32Array) return [...each]
      return typeof each === 'number' ? Math.round(each * 100) / 100 : each
    }),
  ) as unknown
}

describe('what was read in a PDF', () => {
  test.each([
    ['a.pdf', pdf],
    ['all.zip', archive],
  ])('is kept beside %s, the same as reading it again', async (name, bytes) => {
    const read = await readSource({ name, path: name, bytes })
    const reading = keepReading(read)
    // Without the bytes nothing but what was kept can be shown.
    const kept = await sourceDocuments({ name, path: name, content: new Blob([]), reading })

    expect(reading?.size).toBeLessThan(600_000)
    expect(rounded(kept)).toEqual(rounded(read))
    expect(kept.every(({ grids }) => grids.every(hasOwnNumbers))).toBe(true)
  })

  test.each([
    ['another program kept it otherwise', '{"version":0,"documents":[]}'],
    ['the end is lost', '{"version":1,"docu'],
    ['it has no tables', '{"version":1,"documents":[{}]}'],
  ])('is read again where %s', async (_, text) => {
    const reading = new Blob([text])
    const source = { name: 't.csv', path: 't.csv', content: new Blob([table]), reading }

    expect(await sourceDocuments(source)).toHaveLength(1)
  })

  test('tells what stands around a figure', async () => {
    const read = await readSource({ name: 'a.pdf', path: 'a.pdf', bytes: pdf })
    const at = read[0]?.grids.findIndex(({ rows }) => rows.flat().includes('总计')) ?? -1
    const grid = read[0]?.grids[at]
    const kept = { name: 'a.pdf', path: 'a.pdf', content: new Blob([]), reading: keepReading(read) }
    const place = { file: 'a.pdf', table: grid?.name ?? '', row: 2, column: 2 }

    expect(await readExcerpt(kept, place)).toMatchObject({ kind: 'grid' })
  })
})

test('what is quickly read again is not kept', async () => {
  const bytes = new TextEncoder().encode(table)

  expect(keepReading(await readSource({ name: 't.csv', path: 't.csv', bytes }))).toBeNull()
})

test('a file is found inside an archive inside an archive', () => {
  const file = { name: 'all.zip', path: 'all.zip', bytes: archive }

  expect(fileInArchive(file, 'all.zip/inner.zip/a.pdf')?.bytes).toEqual(pdf)
  expect(fileInArchive(file, 'all.zip/none.pdf')).toBeNull()
})

function hasOwnNumbers({ rowNumbers }: { readonly rowNumbers?: unknown }): boolean {
  return rowNumbers === undefined || rowNumbers instanceof Uint32Array
}
