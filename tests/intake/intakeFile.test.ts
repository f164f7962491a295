import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { generateSample } from '@/data/sample'
import { sourceHash } from '@/data/sourceHash'
import { toWideCsv } from '@/exports/canonical'
import type { FileDraft } from '@/intake/draft'
import { intakeFiles, type IntakeStep } from '@/intake/intakeFile'
import { intake } from './intake'

const nowhere = { ownUnits: [], within: null }
const small = '单位代码,年份,表样,coercion.decisions\n610921,2022,2021,1\n610921,2023,,/\n'

test('a draft says what the file is and what it holds', async () => {
  const { draft } = await intake('甲.csv', `\ufeff${small}`)
  const { segments, columns, findings, ...rest } = draft

  expect(findings).toEqual([])
  expect(segments.map(({ rows, sources }) => [rows, sources])).toEqual([[2, [draft.source]]])
  expect(columns).toEqual([
    {
      column: 4,
      header: 'coercion.decisions',
      nth: 1,
      indicator: 'coercion.decisions',
      by: 'id',
      confidence: 1,
    },
  ])
  expect(rest).toEqual({
    source: bytesToHex(sha256(new TextEncoder().encode(`\ufeff${small}`))),
    name: '甲.csv',
    path: '甲.csv',
    size: bytesOf(`\ufeff${small}`),
    kind: 'csv',
    encoding: 'UTF-8',
    layout: 'wide',
    openUnits: [],
    rows: 2,
    reports: 2,
    years: [2022, 2023],
    editions: ['unknown', '2021'],
    cells: { value: 1, blank: 0, notApplicable: 1, unreadable: 0 },
  })
})

test('a big clean file is scanned and a big quoted one is read, to the same draft', async () => {
  const { units, reports } = generateSample({ counties: 30, years: [2008, 2025] }, 3)
  const text = toWideCsv(reports)
  const quoted = text.replace(/(?<=\r\n99\d{4}),([^,]+),/, ',"$1",')
  const [scanned, read] = [await intake('a.csv', text, units), await intake('a.csv', quoted, units)]
  const withoutSource = (draft: FileDraft) => ({
    ...draft,
    source: '',
    size: 0,
    segments: draft.segments.map((segment) => {
      expect(segment.sources).toEqual([draft.source])
      return { ...segment, sources: [] }
    }),
  })

  expect(text.length).toBeGreaterThan(256 * 2 ** 10)
  expect(quoted.length).toBe(text.length + 2)
  expect(scanned.draft.reports).toBe(540)
  expect(withoutSource(scanned.draft)).toEqual(withoutSource(read.draft))
  expect(scanned.reports).toEqual(read.reports)
}, 30_000)

test('progress goes up to the whole, file by file', async () => {
  const steps: IntakeStep[] = []
  const files = [new File([small], 'a.csv'), new File([small, '\n'], 'b.csv')]
  await intakeFiles(
    files,
    nowhere,
    () => Promise.resolve(),
    (step) => steps.push(step),
  )
  const total = 2 * bytesOf(small) + 1

  expect(steps.every(({ bytesTotal, files: count }) => bytesTotal === total && count === 2)).toBe(
    true,
  )
  expect(steps.map(({ bytesDone }) => bytesDone)).toEqual(
    steps.map(({ bytesDone }) => bytesDone).toSorted((a, b) => a - b),
  )
  expect(steps.at(-1)).toMatchObject({ file: 'b.csv', fileIndex: 1, bytesDone: total })
})

test('an aborted intake ends before the next file', async () => {
  const abort = new AbortController()
  const taken: string[] = []
  const files = [new File([small], 'a.csv'), new File([small], 'b.csv')]
  const run = intakeFiles(
    files,
    nowhere,
    ({ name }) => {
      taken.push(name)
      abort.abort()
      return Promise.resolve()
    },
    undefined,
    abort.signal,
  )

  await expect(run).rejects.toThrow('abort')
  expect(taken).toEqual(['a.csv'])
})

test('the id of a source is its SHA-256, also where the browser has no crypto', async () => {
  const content = new Blob(['汉阴县'])
  const expected = bytesToHex(sha256(new TextEncoder().encode('汉阴县')))
  expect(await sourceHash(content)).toBe(expected)

  const { crypto } = globalThis
  try {
    Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true })
    expect(await sourceHash(content)).toBe(expected)
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true })
  }
})

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
