import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { placeAt, rawAt } from '@/data/traceCell'
import { isProseTable } from '@/intake/document'
import { placeKey, type OriginalDocument, type OriginalSpot } from '@/intake/original/original'
import { originalsOf } from '@/intake/original/readOriginal'
import { readSource } from '@/intake/readers/readSource'
import { printForm } from '../../documents/formTables'
import { houseStyles, renderDocument } from '../../documents/houseStyles'
import { runningText } from '../../documents/runningText'
import { intake } from '../intake'
import { zip } from '../readers/zips'

const { reports, units } = generateSample({ counties: 2, years: [2022, 2023] }, 8)
const [report] = reports
if (report?.edition !== '2021') throw new Error('a sample report of 2022 is of the 2021 edition')
const { unit, year, edition } = report
const title = `${unit.name}人民政府${year}年政府信息公开工作年度报告`

async function original(name: string, content: Uint8Array): Promise<OriginalDocument[]> {
  return originalsOf(await readSource({ name, path: name, bytes: content }))
}

/** What is drawn at every key. */
function drawn(documents: readonly OriginalDocument[]): Map<string, string[]> {
  const texts = new Map<string, string[]>()
  const add = (keys: readonly string[], text: string): void => {
    for (const key of keys) texts.set(key, [...(texts.get(key) ?? []), text])
  }
  for (const { parts, pages } of documents) {
    for (const part of parts) {
      if (part.kind === 'line') add(part.keys, part.text)
      else for (const { keys, text } of part.rows.flat()) add(keys, text)
    }
    for (const { keys, text } of pages.flatMap(({ spots }) => spots)) add(keys, text)
  }
  return texts
}

/** Figures whose place is not drawn, or shows something else than what was read there. */
async function astray(name: string, content: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { draft } = await intake(name, content, units)
  const texts = drawn(await original(name, content))
  return draft.segments.flatMap((segment) =>
    segment.columns.flatMap(({ indicator }, column) => {
      const place = placeAt(segment, column, 0)
      if (place === null) return []
      const raw = rawAt(segment, column, 0)
      const found = texts.get(placeKey({ file: name, ...place }) ?? '') ?? []
      const isDrawn = found.some((drawnText) => drawnText.trim() === raw)
      const isThere = isProseTable(place.table) ? found.length > 0 : isDrawn
      return isThere ? [] : [`${indicator}: ${raw} (${found.join('|')})`]
    }),
  )
}

describe('every figure has its place in the redrawn original', () => {
  test.each(houseStyles)('of a report published as %s', async (style) => {
    const text = renderDocument(printForm(report, edition), style, title, runningText(report))
    const name = style.startsWith('html') ? 'a.html' : 'a.txt'

    expect(await astray(name, new TextEncoder().encode(text))).toEqual([])
  })

  test.each(['new-form.docx', 'old-form.pdf'])('of %s', async (name) => {
    const bytes = new Uint8Array(readFileSync(`fixtures/documents/${name}`))

    expect(await astray(name, bytes)).toEqual([])
  })

  test('of reports in an archive, each in its own document', async () => {
    const pages = new Map(
      [0, 1].map((at) => {
        const one = reports[at] ?? report
        const own = `${one.unit.name}人民政府${one.year}年政府信息公开工作年度报告`
        const page = renderDocument(printForm(one, edition), 'html', own, runningText(one))
        return [`${at}.html`, page]
      }),
    )
    const bytes = new Uint8Array(zip(Object.fromEntries(pages)))
    const documents = await original('all.zip', bytes)

    expect(documents.map(({ file }) => file)).toEqual(['all.zip/0.html', 'all.zip/1.html'])
    expect(await astray('all.zip', bytes)).toEqual([])
  })
})

test('text and tables of a page come in their order', async () => {
  const page = '<html><p>一</p><table><tr><td>1</td><td>2</td></tr></table><p>二</p></html>'
  const [document] = await original('a.html', new TextEncoder().encode(page))

  expect(
    document?.parts.map((part) => (part.kind === 'line' ? part.text : part.rows.length)),
  ).toEqual(['一', 1, '二'])
})

test('a long table is drawn in pieces, cut where no cell goes on', async () => {
  const rows = Array.from({ length: 200 }, (_, at) =>
    at === 39 ? '<tr><td rowspan="3">a</td><td>39</td></tr>' : `<tr><td>${at}</td><td>b</td></tr>`,
  )
  const page = `<html><table>${rows.join('')}</table></html>`
  const [document] = await original('a.html', new TextEncoder().encode(page))
  const sizes = document?.parts.map((part) => (part.kind === 'grid' ? part.rows.length : 0)) ?? []

  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(200)
  expect(sizes[0]).toBe(42)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(43)
})

describe('the pages of a PDF', () => {
  const bytes = new Uint8Array(readFileSync('fixtures/documents/old-form.pdf'))

  test('have a box for every cell, on the page and around its text', async () => {
    const [document] = await original('old-form.pdf', bytes)
    const pages = document?.pages ?? []
    const outside = pages.flatMap(({ number, width, height, spots }) =>
      spots
        .filter(({ box: { x, y, width: wide, height: high } }) => {
          return x < 0 || y < 0 || x + wide > width || y + high > height
        })
        .map(({ text }) => `${number}: ${text}`),
    )
    const figures = pages.flatMap(({ spots }) => spots).filter(({ text }) => /^\d+$/.test(text))

    expect(pages.length).toBeGreaterThan(2)
    expect(outside).toEqual([])
    expect(figures.length).toBeGreaterThan(150)
    expect(figures.every(hasRoom)).toBe(true)
  })

  test('lie around the texts that stand in their cells', async () => {
    const [document] = await original('old-form.pdf', bytes)
    const astrayTexts = (document?.pages ?? []).flatMap(({ texts, spots }) =>
      texts
        .filter(({ text }) => /^\d+$/.test(text))
        .filter(({ text, box }) => {
          const x = box.x + box.width / 2
          const y = box.y + box.height / 2
          const around = spots.filter(
            (spot) =>
              x >= spot.box.x &&
              x <= spot.box.x + spot.box.width &&
              y >= spot.box.y &&
              y <= spot.box.y + spot.box.height,
          )
          return around.length > 0 && !around.some((spot) => spot.text.includes(text))
        })
        .map(({ text }) => text),
    )

    expect(astrayTexts).toEqual([])
  })
})

function hasRoom({ box }: OriginalSpot): boolean {
  return box.width > 3 && box.height > 3
}
