import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CharacterMaps } from '@/intake/readers/pdf/characterMaps'
import { withoutRadicals } from '@/intake/readers/pdf/radicals'
import { readSource } from '@/intake/readers/readSource'
import { plainPdf } from '../../../documents/plainPdf'
import type { SourceDocument } from '@/intake/document'

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const [document] = await readSource({ name: 'a.pdf', path: 'a.pdf', bytes })
  if (!document) throw new Error('no document')
  return document
}

describe('a PDF', () => {
  test('that names a Chinese character map instead of carrying one is read by it', async () => {
    // GBK of 规章: B9 E6 D5 C2.
    const { prose } = await read(plainPdf('BT /F2 12 Tf 20 100 Td <B9E6D5C2> Tj ET'))

    expect(prose).toEqual([{ text: '规章', line: 1, page: 1 }])
  })

  test('without rulings has its cells by the gaps between them', async () => {
    const words = [20, 120, 180].map((x, at) => `1 0 0 1 ${x} 100 Tm (${at}${at}) Tj`)
    const { grids } = await read(plainPdf(`BT /F1 10 Tf ${words.join(' ')} ET`))

    expect(grids).toEqual([{ name: '表格 1', rows: [['00', '11', '22']], page: 1 }])
  })

  test('whose letters lie on their side is read as it is turned to be read', async () => {
    const words = [20, 80, 140].map((y, at) => `0 1 -1 0 100 ${y} Tm (${at}${at}) Tj`)
    const { grids, positions } = await read(plainPdf(`BT /F1 10 Tf ${words.join(' ')} ET`))

    expect(grids.map(({ rows }) => rows)).toEqual([[['00', '11', '22']]])
    expect(positions?.pages[0]).toMatchObject({ width: 200, height: 300 })
  })

  test('has no part of a watermark in its text, and a scan under one is a scan', async () => {
    const mark = 'BT /F1 30 Tf 0.8 0.6 -0.6 0.8 60 20 Tm (2099) Tj ET'
    const words = [20, 120, 180].map((x, at) => `1 0 0 1 ${x} 100 Tm (${at}${at}) Tj`)
    const { grids } = await read(plainPdf(`BT /F1 10 Tf ${words.join(' ')} ET ${mark}`))
    const scan = await read(plainPdf(`q 300 0 0 200 0 0 cm /Im1 Do Q ${mark}`))

    expect(grids.map(({ rows }) => rows)).toEqual([[['00', '11', '22']]])
    expect(scan.findings.map(({ code }) => code)).toEqual(['pdf-scanned'])
  })

  test('of pictures alone is said to be a scan, one of nothing to be empty', async () => {
    const scan = await read(plainPdf('q 300 0 0 200 0 0 cm /Im1 Do Q'))
    const empty = await read(plainPdf(''))

    expect(scan.findings.map(({ code }) => code)).toEqual(['pdf-scanned'])
    expect(empty.findings.map(({ code }) => code)).toEqual(['file-empty'])
  })

  test('that is cut or no PDF at all is said to be damaged', async () => {
    const whole = readFileSync('fixtures/documents/old-form.pdf')
    const cut = await read(new Uint8Array(whole.subarray(0, 900)))
    const none = await read(new TextEncoder().encode('%PDF-1.7\nnothing of the kind'))

    expect(cut.findings.map(({ code }) => code)).toEqual(['pdf-damaged'])
    expect(none.findings.map(({ code }) => code)).toEqual(['pdf-damaged'])
  })

  test('leaves the bytes to their owner', async () => {
    const bytes = plainPdf('BT /F1 12 Tf 20 100 Td (7) Tj ET')
    await read(bytes)

    expect(bytes.length).toBeGreaterThan(0)
  })
})

test('a character map is only ever asked for by the name of one', async () => {
  const maps = new CharacterMaps()

  expect((await maps.fetch({ name: 'GBK-EUC-H' })).cMapData.length).toBeGreaterThan(1000)
  await expect(maps.fetch({ name: '../../package' })).rejects.toThrow('no character map')
})

test('radicals that a font gives back are the characters that were meant', () => {
  expect(withoutRadicals('⼈⺠政府⾏政许可⻓⻚')).toBe('人民政府行政许可长页')
})

test('a PDF that a password locks is said to be, one that is only locked against changes is read', async () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(`fixtures/documents/${name}`))

  expect((await read(bytesOf('password.pdf'))).findings).toEqual([
    { code: 'pdf-encrypted', severity: 'error', place: { file: 'a.pdf' } },
  ])
  const { prose, findings } = await read(bytesOf('owner-password.pdf'))
  expect(prose.map(({ text }) => text)).toEqual(['2023'])
  expect(findings).toEqual([])
})
