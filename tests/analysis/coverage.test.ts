import { expect, test } from 'vitest'
import { coverageOf } from '@/analysis/coverage'
import { foldBatches } from '@/data/fold'
import { cubeOf, importOf, report, segmentsOf } from '../data/reports'

test('the coverage has the units and years of the reports, by scope', () => {
  const office = { ...report('c', 2019, { x: 1 }), scope: 'office' as const }
  const cube = cubeOf([report('b', 2023, { x: 1 }), report('a', 2021, { x: 1 }), office])
  expect(coverageOf(cube, 'whole')).toEqual({ units: ['a', 'b'], years: [2021, 2023] })
  expect(coverageOf(cube, 'office')).toEqual({ units: ['c'], years: [2019] })
  expect(coverageOf(cube, null)).toEqual({ units: ['a', 'b', 'c'], years: [2019, 2021, 2023] })
})

test('a batch that is switched off covers nothing', () => {
  const cube = foldBatches([
    importOf(1, segmentsOf([report('a', 2021, { x: 1 })])),
    importOf(2, segmentsOf([report('b', 2022, { x: 1 })]), { active: false }),
  ])
  expect(coverageOf(cube, null)).toEqual({ units: ['a'], years: [2021] })
})
