import { expect, test } from 'vitest'
import { reportHealth } from '@/analysis/reportHealth'
import { checkCube } from '@/analysis/checkStore'
import { blanksAsZero } from '@/data/corrections'
import { foldBatches } from '@/data/fold'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { blank, correctionsOf, importOf, report, segmentsOf } from './reports'

test('空格按 0 makes a blank report judgeable, by corrections that can be undone', () => {
  const written = report('a', 2020, {
    'review.upheld': 2,
    'review.corrected': blank,
    'review.other': { kind: 'notApplicable' },
    'review.pending': blank,
    'review.total': 2,
  })
  const batch = importOf(1, segmentsOf([written]))
  const cube = foldBatches([batch])
  const registry = createUnitRegistry([])
  const ids = [...written.cells.keys(), 'licensing.decisions']
  const corrections = blanksAsZero(cube, written, ids, '空格按 0')
  expect(corrections.map(({ indicator, expected, value }) => [indicator, expected, value])).toEqual(
    [
      ['review.corrected', blank, { kind: 'value', value: 0, approximate: false }],
      ['review.pending', blank, { kind: 'value', value: 0, approximate: false }],
    ],
  )
  expect(reportHealth(checkCube(cube, registry), written)).toMatchObject({
    undecidable: 1,
    passed: 0,
  })
  const corrected = foldBatches([batch, correctionsOf(2, corrections)])
  expect(reportHealth(checkCube(corrected, registry), written)).toMatchObject({
    undecidable: 0,
    passed: 1,
  })
})
