import { expect, test } from 'vitest'
import { pollutedFiles, readTable, runPollock } from '../intake/readers/pollock'

/** The best published scores of the benchmark's own files: 9.961 simple, 9.599 weighted. */
test('all 2,290 pollutions: none silently wrong, scores above the best published', () => {
  const result = runPollock(pollutedFiles(), readTable)
  process.stdout.write(
    `pollock: ${result.files} files, simple ${result.simple.toFixed(3)}, weighted ${result.weighted.toFixed(3)}\n`,
  )

  expect(result.files).toBe(2290)
  expect(result.silent).toEqual([])
  expect(result.simple).toBeGreaterThan(9.961)
  expect(result.weighted).toBeGreaterThan(9.599)
})
