import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { CharacterMaps } from '@/intake/readers/pdf/characterMaps'
import { withoutRadicals } from '@/intake/readers/pdf/radicals'
import { readSource } from '@/intake/readers/readSource'
import type { SourceDocument } from '@/intake/document'

async function read(bytes: Uint8Array): Promise<SourceDocument> {
  const [document] = await readSource({ name: 'a.pdf', path: 'a.pdf', bytes })
  if (!document) throw new Error('no document')
  return document
}

/** A PDF of one page with these drawing instructions, and a picture that they may draw. */
function pdf(content: string): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 6 0 R /F2 7 0 R >> /XObject << /Im1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [8 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 9 0 R >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

describe('a PDF', () => {
  test('that names a Chinese character map instead of carrying one is read by it', async () => {
    // GBK of 规章: B9 E6 D5 C2.
    const { prose } = await read(pdf('BT /F2 12 Tf 20 100 Td <B9E6D5C2> Tj ET'))

    expect(prose).toEqual([{ text: '规章', line: 1, page: 1 }])
  })

  test('without rulings has its cells by the gaps between them', async () => {
    const words = [20, 120, 180].map((x, at) => `1 0 0 1 ${x} 100 Tm (${at}${at}) Tj`)
    const { grids } = await read(pdf(`BT /F1 10 Tf ${words.join(' ')} ET`))

    expect(grids).toEqual([{ name: '表格 1', rows: [['00', '11', '22']], page: 1 }])
  })

  test('of pictures alone is said to be a scan, one of nothing to be empty', async () => {
    const scan = await read(pdf('q 300 0 0 200 0 0 cm /Im1 Do Q'))
    const empty = await read(pdf(''))

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
    const bytes = pdf('BT /F1 12 Tf 20 100 Td (7) Tj ET')
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
