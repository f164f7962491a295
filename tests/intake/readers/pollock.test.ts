import { expect, test } from 'vitest'
import { pollutedFiles, readTable, runPollock } from './pollock'

/** All pollutions of the whole file, and those of four rows; the long tests have all rows. */
test('polluted files are read right or named', () => {
  const sample = Array.from(pollutedFiles()).filter(
    ({ name }) => !name.startsWith('row_') || /(?:row|quote|delimiter_)(?:0|1|41|83)_/.test(name),
  )
  const { files, weighted, silent } = runPollock(sample, readTable)

  expect(files).toBe(22 + 4 * 27)
  expect(silent).toEqual([])
  expect(weighted).toBeGreaterThan(9.599)
}, 60_000)
