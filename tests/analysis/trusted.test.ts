import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkMarks, type CheckFilter, type MatrixAnswer } from '@/analysis/answer'
import { answerCell, isUntrusted } from '@/analysis/answerCell'
import { untrustedNumbers } from '@/analysis/untrusted'
import { askMatrix } from '@/analysis/matrix'
import { exampleSample, generateSample } from '@/data/sample'
import { indicators } from '@/domain/catalogue'
import { measures, yearOnYear } from '@/domain/measures'
import type { Cell, Report } from '@/domain/report'
import { foldReports } from '../foldReports'
import { noUnits } from '../unitTree'

const levels = [...indicators.map(({ id }) => id), ...measures.map(({ id }) => id)]
const changes = levels.flatMap((item) => yearOnYear(item)?.id ?? [])
const items = [...levels, ...changes]

function ask(reports: readonly Report[], checks: CheckFilter): MatrixAnswer {
  return askMatrix(
    foldReports(reports),
    { items, units: null, years: null, scope: 'whole', checks },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      units: noUnits,
      dataVersion: '',
    },
  )
}

/** The cell of every item, unit and year of both answers. */
function* cellsOfBoth(all: MatrixAnswer, trusted: MatrixAnswer) {
  for (const item of items)
    for (const unit of all.units.keys())
      for (const year of all.years.keys())
        yield {
          item,
          year,
          before: answerCell(all, item, unit, year),
          after: answerCell(trusted, item, unit, year),
        }
}

function expectTrusted(reports: readonly Report[]): { untrusted: number } {
  const [all, trusted] = [ask(reports, 'all'), ask(reports, 'trusted')]
  let untrusted = 0
  for (const { before, after } of cellsOfBoth(all, trusted)) {
    const isNumber = ['value', 'zeroDenominator', 'smallBase'].includes(before.state)
    const isDoubtful = before.check === 'failed' || before.check === 'undecidable'
    if (isNumber && isDoubtful) {
      untrusted++
      // The state says why.
      if (after.state !== before.check || !Number.isNaN(after.value))
        expect(after).toMatchObject({ state: before.check, value: NaN })
    } else if (JSON.stringify(after) !== JSON.stringify(before)) expect(after).toEqual(before)
  }
  expect(untrustedNumbers(trusted)).toHaveLength(untrusted)
  for (const check of trusted.totals.checks) expect(['none', 'passed']).toContain(checkMarks[check])
  return { untrusted }
}

describe('只看可信', () => {
  test('leaves out every number that is 不平 or 不可判, and nothing else', () => {
    expect(expectTrusted(exampleSample().reports).untrusted).toBeGreaterThan(100)
  })

  test('does so whatever cell is broken', () => {
    const { reports } = generateSample({ counties: 2, years: [2020, 2022] }, 5)
    const anyBreak = fc.record({
      at: fc.nat(reports.length - 1),
      indicator: fc.constantFrom(...indicators.map(({ id }) => id)),
      cell: fc.oneof(
        fc.integer({ min: -3, max: 5000 }).map((value): Cell => ({
          kind: 'value',
          value,
          approximate: false,
        })),
        fc.constant<Cell>({ kind: 'blank' }),
      ),
    })
    fc.assert(
      fc.property(anyBreak, ({ at, indicator, cell }) => {
        expectTrusted(
          reports.map((report, place) =>
            place === at
              ? { ...report, cells: new Map([...report.cells, [indicator, cell]]) }
              : report,
          ),
        )
      }),
      { numRuns: 6 },
    )
  })

  test('a sum counts what is left, and says how many that is', () => {
    const { reports } = exampleSample()
    const [all, trusted] = [ask(reports, 'all'), ask(reports, 'trusted')]
    const item = 'requests.granted.total'
    const year = all.years.indexOf(2022)
    const index = items.indexOf(item) * all.years.length + year
    const cells = all.units.map((_, unit) => answerCell(all, item, unit, year))
    const kept = cells.filter(({ state, check }) => state === 'value' && check !== 'failed')

    expect(trusted.totals.n[index]).toBe(kept.length)
    expect(trusted.totals.n[index]).toBeLessThan(all.totals.n[index] ?? 0)
    expect(trusted.totals.of[index]).toBe(all.totals.of[index])
    expect(trusted.totals.values[index]).toBe(kept.reduce((sum, { value }) => sum + value, 0))
  })

  test('numbers that no identity covers stay: licences, penalties, fees', () => {
    const trusted = ask(exampleSample().reports, 'trusted')

    for (const item of ['licensing.decisions', 'penalties.decisions', 'fees.amount'])
      for (const unit of trusted.units.keys())
        for (const year of trusted.years.keys())
          expect(isUntrusted(answerCell(trusted, item, unit, year))).toBe(false)
  })
})

test('a number that its cell may not hold is 不平, also where no sum covers it', () => {
  const { reports } = generateSample({ counties: 1, years: [2022, 2023] }, 5)
  const broken = reports.map((report) => ({
    ...report,
    cells: new Map([
      ...report.cells,
      ['licensing.decisions', { kind: 'value', value: 10.5, approximate: false }] as const,
    ]),
  }))
  const answer = ask(broken, 'all')

  expect(answerCell(answer, 'licensing.decisions', 0, 0).check).toBe('failed')
  expect(answerCell(answer, 'penalties.decisions', 0, 0).check).toBe('none')
})
