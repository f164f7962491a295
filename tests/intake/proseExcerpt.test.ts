import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROSE_TABLE } from '@/intake/document'
import { readExcerpt } from '@/intake/sourceExcerpt'
import { placeAt } from '@/data/traceCell'
import { intake } from './intake'

const name = 'old-form.pdf'
const bytes = new Uint8Array(readFileSync(`fixtures/documents/${name}`))

async function excerptOf(indicator: string) {
  const { draft } = await intake(name, bytes)
  const [segment] = draft.segments
  if (!segment) throw new Error('no segment')
  const column = segment.columns.findIndex((each) => each.indicator === indicator)
  const place = placeAt(segment, column, 0)
  if (!place) throw new Error('no place')
  const excerpt = await readExcerpt(
    { name, path: name, content: new Blob([bytes]), reading: null },
    { file: name, ...place },
  )
  return { at: place, excerpt }
}

test('a figure of the text is shown in its paragraph, marked', async () => {
  const { at, excerpt } = await excerptOf('prose.requests.received')
  if (excerpt?.kind !== 'lines') throw new Error('no lines')
  const marked = excerpt.lines.find((line) => line.marked !== '')

  expect(at.table).toBe(PROSE_TABLE)
  expect(marked?.marked).toBe('98件')
  expect(marked?.before).toContain('收到政府信息公开申请')
}, 30_000)

test('a figure of a table is shown in the table it stands in', async () => {
  const { at, excerpt } = await excerptOf('review.total')
  if (excerpt?.kind !== 'grid') throw new Error('no grid')
  const row = excerpt.rows.find(({ number }) => number === at.row)
  const cell = row?.cells[excerpt.columns.indexOf(at.column ?? -1)]

  expect(cell).toMatch(/^\d+$/)
  expect(excerpt.rows[0]?.cells[0]).toBe('行政复议')
}, 30_000)
