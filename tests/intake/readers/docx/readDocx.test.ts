import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readSource } from '@/intake/readers/readSource'
import { renderDocx } from '../../../documents/renderDocx'

async function read(bytes: Uint8Array) {
  const [document] = await readSource({ name: 'a.docx', path: 'a.docx', bytes })
  if (!document) throw new Error('no document')
  return document
}

describe('a Word file', () => {
  test('gives its paragraphs and its tables with their merged cells', async () => {
    const cell = (text: string, columns = 1, rows = 1) => ({ text, columns, rows })
    const document = await read(
      await renderDocx([
        '一、总体情况',
        [[cell('三', 1, 2), cell('（一）予以公开'), cell('14')], [cell('总计', 2)]],
      ]),
    )

    expect(document.kind).toBe('docx')
    expect(document.prose).toEqual([{ text: '一、总体情况', line: 1 }])
    expect(document.grids).toEqual([
      {
        name: '一、总体情况',
        rows: [
          ['三', '（一）予以公开', '14'],
          ['', '总计', ''],
        ],
        merges: [
          { row: 0, column: 0, rows: 2, columns: 1 },
          { row: 1, column: 1, rows: 1, columns: 2 },
        ],
      },
    ])
  })

  test('that is cut is said to be damaged', async () => {
    const whole = new Uint8Array(readFileSync('fixtures/documents/new-form.docx'))
    const spoilt = whole.slice()
    spoilt.fill(0, 200, 400)
    const { findings } = await read(spoilt)

    expect(findings.map(({ severity }) => severity)).toEqual(['error'])
  })
})
