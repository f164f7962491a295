import { expect, test } from 'vitest'
import { findingsOf } from '@/analysis/checkFinding'
import { checkCube } from '@/analysis/checkStore'
import { disposeOf, dispositionHolds, dispositionOf, type FindingBasis } from '@/data/disposition'
import type { Cell, Report } from '@/domain/report'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports } from '../foldReports'
import { realReport } from '../realReports'

const word = { kind: 'confirmed', reason: '原件如此', by: '王', at: 10 } as const
const hongze = realReport('洪泽区', 2023)

function findingIn(report: Report, check: string): FindingBasis {
  const store = checkCube(foldReports([report]), createUnitRegistry([]))
  const key = { unit: `cn:${report.unit.code}`, year: report.year, scope: report.scope }
  const found = findingsOf(store, key).find((each) => each.check === check)
  if (found === undefined) throw new Error(`no finding ${check}`)
  return found
}

function changed(report: Report, id: string, value: number): Report {
  const cell: Cell = { kind: 'value', value, approximate: false }
  return { ...report, cells: new Map([...report.cells, [id, cell]]) }
}

test('a disposition holds while the figures of its finding are the same', () => {
  const finding = findingIn(hongze, 'T4-SUM:review')
  const disposition = disposeOf(finding, word)
  const elsewhere = findingIn(changed(hongze, 'licensing.decisions', 1), 'T4-SUM:review')
  const other = findingIn(changed(hongze, 'review.upheld', 9), 'T4-SUM:review')
  expect(dispositionHolds(disposition, finding)).toBe(true)
  expect(dispositionHolds(disposition, elsewhere)).toBe(true)
  expect(dispositionHolds(disposition, other)).toBe(false)
  expect(dispositionHolds(disposition, findingIn(hongze, 'T4-SUM:litigation.afterReview'))).toBe(
    false,
  )
  expect(dispositionHolds(disposition, { ...finding, year: 2024 })).toBe(false)
})

test('of several dispositions that hold the latest counts', () => {
  const finding = findingIn(hongze, 'T4-SUM:review')
  const later = disposeOf(finding, { ...word, kind: 'returned', at: 20 })
  const ofOther = disposeOf(findingIn(changed(hongze, 'review.upheld', 9), 'T4-SUM:review'), {
    ...word,
    at: 30,
  })
  expect(dispositionOf(finding, [later, disposeOf(finding, word), ofOther])).toEqual(later)
  expect(dispositionOf(finding, [ofOther])).toBeNull()
})

test('a word on a whole table ends when any of its figures changes', () => {
  const same = Object.fromEntries(
    [...hongze.cells.keys()]
      .filter((id) => id.startsWith('requests.') && !id.endsWith('.total'))
      .map((id): [string, Cell] => [id, { kind: 'value', value: 7, approximate: false }]),
  )
  const repeated = { ...hongze, cells: new Map([...hongze.cells, ...Object.entries(same)]) }
  const disposition = disposeOf(findingIn(repeated, 'C-DIGIT'), word)
  expect(dispositionHolds(disposition, findingIn(repeated, 'C-DIGIT'))).toBe(true)
  const other = changed(repeated, 'licensing.decisions', 1)
  expect(dispositionHolds(disposition, findingIn(other, 'C-DIGIT'))).toBe(false)
})
