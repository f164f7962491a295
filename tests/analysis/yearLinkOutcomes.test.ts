import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMarks } from '@/analysis/answer'
import { judgeLink, worstLinkOutcomes } from '@/analysis/yearLinkOutcomes'
import { generateSample } from '@/data/sample'
import { evaluateYearLink } from '@/domain/checks/evaluateYearLink'
import { indicatorsOf, yearLinks } from '@/domain/checks/yearLink'
import type { Cell, Report } from '@/domain/report'
import { foldReports } from '../foldReports'

const linked = [...new Set(yearLinks.flatMap(indicatorsOf))]

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.nat(2).map((value): Cell => ({ kind: 'value', value, approximate: false })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ kind: 'notApplicable' }, { kind: 'blank' }) },
)

const anyReports: fc.Arbitrary<Report[]> = fc
  .array(
    fc.record({
      code: fc.constantFrom('990101', '990102'),
      year: fc.integer({ min: 2019, max: 2024 }),
      edition: fc.constantFrom('2019' as const, '2021' as const),
      cells: fc.array(fc.tuple(fc.constantFrom(...linked), anyCell), {
        minLength: 20,
        maxLength: 60,
      }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => [
    ...new Map(
      drawn.map(({ code, year, edition, cells }): [string, Report] => [
        code + String(year),
        { unit: { code, name: '' }, year, scope: 'whole', edition, cells: new Map(cells) },
      ]),
    ).values(),
  ])

test('links by columns are what two reports by themselves give', () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      const cube = foldReports(reports)
      for (const link of yearLinks) {
        const outcomes = judgeLink(cube, link)
        for (const report of reports) {
          const before = reports.find(
            ({ unit, year }) => unit.code === report.unit.code && year === report.year - 1,
          )
          const slot = cube.slot({
            unit: `cn:${report.unit.code}`,
            year: report.year,
            scope: 'whole',
          })
          const applies =
            before &&
            (link.edition === null ||
              (report.edition === link.edition && before.edition === link.edition))
          const alone = applies
            ? evaluateYearLink(
                link,
                (id) => cellOf(report, id),
                (id) => cellOf(before, id),
              )
            : null
          expect(checkMarks[outcomes[slot] ?? -1]).toBe(alone?.outcome ?? 'none')
        }
      }
    }),
    { numRuns: 60 },
  )
})

function cellOf(report: Report, indicator: string): Cell {
  return report.cells.get(indicator) ?? { kind: 'absent' }
}

test('consistent reports of several years break no link', () => {
  const cube = foldReports(generateSample({ counties: 6, years: [2019, 2025] }, 5).reports)
  const failed = checkMarks.indexOf('failed')

  for (const link of yearLinks) expect(judgeLink(cube, link)).not.toContain(failed)
})

test('a broken chain marks the figures of both years', () => {
  const report = (year: number, carriedIn: number, carriedOut: number): Report => ({
    unit: { code: '990101', name: '' },
    year,
    scope: 'whole',
    edition: '2021',
    cells: new Map<string, Cell>([
      ['requests.carriedIn.total', { kind: 'value', value: carriedIn, approximate: false }],
      ['requests.carriedOut.total', { kind: 'value', value: carriedOut, approximate: false }],
    ]),
  })
  const cube = foldReports([report(2022, 0, 7), report(2023, 6, 0), report(2024, 0, 0)])
  const marksOf = (indicator: string) => {
    const worst = worstLinkOutcomes(cube, [indicator])
    return [2022, 2023, 2024].map((year) => {
      const slot = cube.slot({ unit: 'cn:990101', year, scope: 'whole' })
      return checkMarks[worst?.[slot] ?? -1]
    })
  }

  expect(marksOf('requests.carriedIn.total')).toEqual(['none', 'failed', 'passed'])
  expect(marksOf('requests.carriedOut.total')).toEqual(['failed', 'passed', 'none'])
  expect(worstLinkOutcomes(cube, ['licensing.decisions'])).toBeNull()
})
