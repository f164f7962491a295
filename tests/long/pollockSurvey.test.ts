import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { expect, test } from 'vitest'
import { decode } from '@/intake/readers/decode'
import { readCsv } from '@/intake/readers/csv/readCsv'
import { pollockScore, readTable } from '../intake/readers/pollock'

/**
 * The folder `survey_sample` of github.com/HPI-Information-Systems/Pollock: `csv` has files as people
 * published them, `clean` the same ones put right by hand. They are other people's data without a
 * licence of their own, so they are not kept here: clone it, and name the folder in
 * `XIANJIAN_POLLOCK_SURVEY`.
 */
const folder = env['XIANJIAN_POLLOCK_SURVEY'] ?? ''

/** The best published score of the sample; and how many of its files may be wrong without a word. */
const BEST_PUBLISHED = 9.01
const MOST_SILENT = 5

test.runIf(folder !== '')('real files of the survey: above the best published score', () => {
  const names = readdirSync(join(folder, 'csv')).filter((name) =>
    existsSync(join(folder, 'clean', name)),
  )
  const silent: string[] = []
  const scores = names.map((name) => {
    const expected = rowsOf(cleanTable(join(folder, 'clean', name)))
    const text = textOf(join(folder, 'csv', name))
    const { rows, findings } = readTable(text)
    const loaded = rowsOf(rows)
    const stated = withoutInvented(expected, text)
    if (findings.length === 0 && JSON.stringify(loaded) !== JSON.stringify(stated))
      silent.push(name)
    return { name, score: pollockScore(expected, loaded) }
  })
  const mean = scores.reduce((sum, { score }) => sum + score, 0) / scores.length
  const worst = scores.toSorted((a, b) => a.score - b.score).slice(0, 10)
  process.stdout.write(
    [
      `pollock survey: ${names.length} files, ${mean.toFixed(3)}, ${silent.length} wrong without a word`,
      ...worst.map(({ name, score }) => `  ${score.toFixed(2)} ${name}`),
      '',
    ].join('\n'),
  )

  expect(names.length).toBeGreaterThan(90)
  expect(mean).toBeGreaterThan(BEST_PUBLISHED)
  expect(silent.length).toBeLessThanOrEqual(MOST_SILENT)
})

/** The benchmark names the columns of a table without a header; words that it has not nobody can read. */
function withoutInvented(rows: readonly (readonly string[])[], text: string) {
  const header = rows[0] ?? []
  return header.some((name) => text.includes(name.trim())) ? rows : rows.slice(1)
}

/** The files put right are plain CSV; nothing about them is to be told from what they hold. */
function cleanTable(path: string): readonly (readonly string[])[] {
  const plain = { delimiter: ',', quote: '"' } as const
  return readCsv(textOf(path), path, plain).grids[0]?.rows ?? []
}

function textOf(path: string): string {
  return decode(new Uint8Array(readFileSync(path)), { file: path }).text ?? ''
}

function rowsOf(rows: readonly (readonly string[])[]): (readonly string[])[] {
  return rows.filter((row) => row.length > 0)
}
