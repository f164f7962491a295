import { expect, test } from 'vitest'
import { checkCube } from '@/analysis/checkStore'
import { statedChecks } from '@/analysis/statedChecks'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports } from '../foldReports'
import { realReports } from '../realReports'

const store = checkCube(foldReports(realReports()), createUnitRegistry([]))

function outcomesOf(unit: string, year: number, indicator: string) {
  const checks = statedChecks(store, [{ unit, year, scope: 'whole', indicator }])
  return checks.map(({ check, year: of, outcome }) => `${check} ${String(of)} ${outcome}`)
}

test('洪泽区 2023: the total of 行政复议 stands in one sum, which fails, with its operands', () => {
  const [check] = statedChecks(store, [
    { unit: 'cn:320813', year: 2023, scope: 'whole', indicator: 'review.total' },
  ])

  expect(outcomesOf('cn:320813', 2023, 'review.total')).toEqual(['T4-SUM:review 2023 failed'])
  expect(check).toMatchObject({ left: 11, right: 0, difference: 11 })
  expect(check?.figures.map(({ indicator }) => indicator)).toContain('review.upheld')
})

test('a figure carried out has its sums of this year and the link to the next', () => {
  const outcomes = outcomesOf('cn:321300', 2023, 'requests.carriedOut.total')

  expect(outcomes).toContain('T3-ROW:requests.carriedOut 2023 passed')
  expect(outcomes).toContain('T3-IDENT:total 2023 passed')
  expect(outcomes).toContain('Y-CARRY:total 2024 passed')
  expect(outcomes).not.toContain('Y-CARRY:total 2023 passed')
})

test('a figure that no sum covers has none: 无勾稽', () => {
  expect(outcomesOf('cn:320813', 2023, 'penalties.decisions')).toEqual([])
})
