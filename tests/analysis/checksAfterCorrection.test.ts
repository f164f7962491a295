import { expect, test } from 'vitest'
import { findingsOf, listFindings } from '@/analysis/checkFinding'
import { checkCube, type CheckStore } from '@/analysis/checkStore'
import { correctCell } from '@/data/corrections'
import { foldBatches } from '@/data/fold'
import { generateSample } from '@/data/sample'
import type { Cell } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { batchOf } from '../foldReports'

const registry = createUnitRegistry([])
const value = (number: number): Cell => ({ kind: 'value', value: number, approximate: false })

function failedIn(store: CheckStore, unit: string, year: number): string[] {
  return findingsOf(store, { unit, year, scope: 'whole' })
    .filter(({ outcome, severity }) => outcome === 'failed' && severity !== 'info')
    .map(({ check }) => check)
}

test('after a correction the store is the same as one made anew', () => {
  const { reports } = generateSample({ counties: 8, years: [2019, 2024] }, 9)
  const [first, second] = reports
  if (first === undefined || second === undefined) throw new Error('no reports')
  const copy = { ...first, unit: { code: '990999', name: '' } }
  const batch = batchOf([...reports, copy])
  const cube = foldBatches([batch])
  const before = checkCube(cube, registry)
  const key = { unit: `cn:${first.unit.code}`, year: first.year, scope: 'whole' } as const
  const ids = ['requests.new.total', 'requests.carriedOut.total', 'licensing.decisions']
  const corrections = ids.map((indicator) =>
    correctCell(cube, key, { indicator, value: value(123_456), reason: '' }),
  )
  const correction = {
    batch: { ...batch.batch, id: 2, kind: 'correction' as const },
    segments: [],
    corrections,
  }
  const corrected = foldBatches([batch, correction])
  const all = { first: 0, count: 100_000 }
  const after = checkCube(corrected, registry, before)
  expect(listFindings(after, {}, all)).toEqual(
    listFindings(checkCube(corrected, registry), {}, all),
  )
  expect(failedIn(after, key.unit, first.year)).toContain('T3-IDENT:total')
  const undone = checkCube(foldBatches([batch]), registry, after)
  expect(listFindings(undone, {}, all)).toEqual(listFindings(before, {}, all))
})

test('only what a correction concerns is judged again, also where small imports are merged anew', () => {
  const { reports } = generateSample({ counties: 3, years: [2021, 2024] }, 9)
  const [first] = reports
  if (first === undefined) throw new Error('no reports')
  const copy = { ...first, unit: { code: '990999', name: '' } }
  const imports = [batchOf(reports, 1), batchOf([copy], 2)]
  const cube = foldBatches(imports)
  const before = checkCube(cube, registry)
  const key = { unit: 'cn:990999', year: first.year, scope: 'whole' } as const
  const word = { indicator: 'licensing.decisions', value: value(123_456), reason: '' }
  const batch = { ...batchOf([]).batch, id: 3, kind: 'correction' as const }
  const correction = { batch, segments: [], corrections: [correctCell(cube, key, word)] }
  const after = checkCube(foldBatches([...imports, correction]), registry, before)

  const judged = cube.units.filter((_, unit) => after.units[unit] !== before.units[unit])
  expect(judged).toEqual([key.unit])
  const isCopied = (store: typeof before) => failedIn(store, key.unit, key.year)
  expect([isCopied(before), isCopied(after)]).toEqual([['C-COUNTY'], ['C-COUNTY']])
  const anew = checkCube(after.cube, registry)
  const all = { first: 0, count: 100_000 }
  expect(listFindings(after, {}, all)).toEqual(listFindings(anew, {}, all))
})
