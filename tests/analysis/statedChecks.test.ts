import { expect, test } from 'vitest'
import { checkCube } from '@/analysis/checkStore'
import { statedChecks } from '@/analysis/statedChecks'
import { createUnitRegistry } from '@/domain/unitRegistry'
import { foldReports } from '../foldReports'
import { realReports } from '../realReports'
import type { Report } from '@/domain/report'
import type { UnitKind } from '@/domain/unit'

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

const own = createUnitRegistry(
  (
    [
      ['990100', 'city', null],
      ['990101', 'county', 'cn:990100'],
      ['990102', 'county', 'cn:990100'],
    ] as const
  ).map(([code, kind, parent]: readonly [string, UnitKind, string | null]) => ({
    ...{ id: `cn:${code}`, code, name: code, kind, parent },
    ...{ formerCodes: [], formerNames: [] },
  })),
)

function licences(code: string, value: number): Report {
  const cell = { kind: 'value', value, approximate: false } as const
  const cells = new Map([['licensing.decisions', cell]])
  return { unit: { code, name: '' }, year: 2023, scope: 'whole', edition: '2021', cells }
}

test('a county’s figure stands in the sum of its city, which is said with both sides', () => {
  const reports = [licences('990100', 34), licences('990101', 20), licences('990102', 15)]
  const cities = checkCube(foldReports(reports), own)
  for (const unit of ['cn:990100', 'cn:990101', 'cn:990102']) {
    const key = { unit, year: 2023, scope: 'whole', indicator: 'licensing.decisions' } as const
    expect(statedChecks(cities, [key])).toMatchObject([
      {
        ...{ check: 'S-GE:licensing.decisions', unit: 'cn:990100' },
        ...{ outcome: 'failed', severity: 'warning', left: 34, right: 35, difference: -1 },
      },
    ])
  }
})
