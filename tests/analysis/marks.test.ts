import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkMarks } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { askMatrix } from '@/analysis/matrix'
import { generateSample } from '@/data/sample'
import { indicators } from '@/domain/catalogue'
import { checkList } from '@/domain/checks/checkList'
import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { evaluateYearLink } from '@/domain/checks/evaluateYearLink'
import { identities, operandsOf as operandsOfIdentity } from '@/domain/checks/identity'
import { figuresOf as figuresOfRule } from '@/domain/checks/figures'
import { judgeYearOnYear, TOLD_CHANGE, yearOnYearFigures } from '@/domain/checks/proseYearOnYear'
import { rollUps, SCOPE_FIGURE } from '@/domain/checks/rollUp'
import { ruleById } from '@/domain/checks/rules'
import { yearLinks } from '@/domain/checks/yearLink'
import { yearRules } from '@/domain/checks/yearRules'
import { measureById, measures, operandsOf } from '@/domain/measures'
import type { Cell, Report } from '@/domain/report'
import type { UnitLevel } from '@/domain/unit'
import { foldReports } from '../foldReports'
import { unitTree } from '../unitTree'

type Mark = (typeof checkMarks)[number]

/** A check as it stands: its outcome, and the figures (`unit year indicator`) it speaks of. */
interface Judged {
  readonly id: string
  readonly mark: Mark
  readonly figures: ReadonlySet<string>
}

const items = [...indicators.map(({ id }) => id), ...measures.map(({ id }) => id)]

const CITY = '990100'
const ORGAN = '990190'

function isCounty({ unit }: Report): boolean {
  return unit.code !== CITY && unit.code !== ORGAN
}

function levelIn(report: Report): UnitLevel {
  return isCounty(report) ? 'ofCounty' : 'aboveCounty'
}

function figure({ unit, year }: Report, indicator: string): string {
  return `${unit.code} ${year} ${indicator}`
}

function named({ unit, year }: Report, check: string): string {
  return `${unit.code} ${year} ${check}`
}

function cellsOf(report: Report) {
  return (id: string): Cell => report.cells.get(id) ?? { kind: 'absent' }
}

/** Rules within a report that are more than notes; passing them says nothing of the figures. */
function judgeRules(report: Report): Judged[] {
  return checkList.flatMap(({ making, severity }): Judged[] => {
    if (making.kind !== 'report' || severity === 'info') return []
    const { rule } = making
    if (rule.units !== 'all' && rule.units !== levelIn(report)) return []
    const outcome = rule.judge(figuresOfRule(rule.indicators, cellsOf(report)), report.year)
    const isProse = ruleById(rule.rule).kind === 'prose'
    const figures = (rule.inDoubt ?? rule.indicators).filter(
      (id) => outcome === 'failed' || !isProse || id.startsWith('prose.'),
    )
    const mark = outcome === null || outcome === 'passed' ? 'none' : outcome
    return [
      {
        id: named(report, rule.id),
        mark,
        figures: new Set(figures.map((id) => figure(report, id))),
      },
    ]
  })
}

/** P-YOY: a change told in prose, against the figures of both years. */
function judgeTold(report: Report, before: Report | undefined): Judged {
  const figuresIn = (each: Report) => figuresOfRule(yearOnYearFigures, cellsOf(each))
  const last = before === undefined ? null : figuresIn(before)
  return {
    id: named(report, 'P-YOY'),
    mark: judgeYearOnYear(figuresIn(report), last) ?? 'none',
    figures: new Set([figure(report, TOLD_CHANGE)]),
  }
}

/** T2-FEE-UNIT: the year before is in doubt too where the amount is so only beside it. */
function judgeFee(report: Report, before: Report | undefined): Judged[] {
  const rule = yearRules.find(
    (each) => each.rule === 'T2-FEE-UNIT' && each.units === levelIn(report),
  )
  if (rule === undefined) return []
  const feeOf = (each: Report) => figuresOfRule(rule.indicators, cellsOf(each))
  const outcome = rule.judge(feeOf(report), before === undefined ? null : feeOf(before))
  const isAlone = rule.judge(feeOf(report), null) === outcome
  const years =
    outcome === 'failed' && !isAlone && before !== undefined ? [report, before] : [report]
  return [
    {
      id: named(report, rule.id),
      mark: outcome === null || outcome === 'passed' ? 'none' : outcome,
      figures: new Set(years.map((each) => figure(each, 'fees.amount'))),
    },
  ]
}

/** S-SUM and S-GE: the city's figure against those of its counties and, with it, its organ. */
function judgeRollUps(all: readonly Report[]): Judged[] {
  return all
    .filter(({ unit }) => unit.code === CITY)
    .flatMap((city) => {
      const parts = all.filter(({ unit, year }) => unit.code !== CITY && year === city.year)
      const isExact = parts.some(({ unit }) => unit.code === ORGAN)
      const numberIn = (report: Report, indicator: string) => {
        const cell = cellsOf(report)(indicator)
        return cell.kind === 'value' ? cell.value : null
      }
      const received = numberIn(city, SCOPE_FIGURE)
      const isOffice =
        received !== null && parts.some((part) => (numberIn(part, SCOPE_FIGURE) ?? 0) > received)
      return rollUps.map(({ indicator }): Judged => {
        const total = numberIn(city, indicator)
        const known = parts.filter((part) => numberIn(part, indicator) !== null)
        const sum = known.reduce((up, part) => up + (numberIn(part, indicator) ?? NaN), 0)
        const mustBeEqual = isExact && known.length === parts.length
        const difference = total === null || known.length === 0 ? 0 : total - sum
        const isBroken = mustBeEqual ? Math.abs(difference) > 1e-6 : difference < -1e-6
        return {
          id: named(city, `S ${indicator}`),
          mark: isBroken && !isOffice ? 'failed' : 'none',
          // That a city is below its counties says nothing of theirs.
          figures: new Set(
            (mustBeEqual ? [city, ...known] : [city]).map((each) => figure(each, indicator)),
          ),
        }
      })
    })
}

/** All checks of all units, the plain way. */
function judgeAll(all: readonly Report[]): Judged[] {
  const units = [...new Set(all.map(({ unit }) => unit.code))]
  return [
    ...units.flatMap((code) => judgeUnit(all.filter(({ unit }) => unit.code === code))),
    ...judgeRollUps(all),
  ]
}

/** All checks of one unit's reports, report by report: the plain way, without columns. */
function judgeUnit(reports: readonly Report[]): Judged[] {
  const within = reports.flatMap((report) =>
    identities.map((identity): Judged => ({
      id: named(report, identity.id),
      mark: evaluateIdentity(identity, cellsOf(report))?.outcome ?? 'none',
      figures: new Set(operandsOfIdentity(identity).map((id) => figure(report, id))),
    })),
  )
  const between = reports.flatMap((report) => {
    const before = reports.find(({ year }) => year === report.year - 1)
    if (before === undefined) return []
    return yearLinks
      .filter(
        ({ edition }) =>
          edition === null || (report.edition === edition && before.edition === edition),
      )
      .map((link): Judged => ({
        id: named(report, link.id),
        mark: evaluateYearLink(link, cellsOf(report), cellsOf(before))?.outcome ?? 'none',
        figures: new Set([
          figure(report, link.figure),
          ...link.terms.map(({ indicator, of }) =>
            figure(of === 'lastYear' ? before : report, indicator),
          ),
        ]),
      }))
  })
  const told = reports.flatMap((report) => {
    const before = reports.find(({ year }) => year === report.year - 1)
    return [judgeTold(report, before), ...judgeFee(report, before)]
  })
  return [...within, ...reports.flatMap(judgeRules), ...between, ...told]
}

const counties = ['990101', '990102']
const tree = unitTree(
  new Map([...counties, ORGAN].map((code) => [`cn:${code}`, `cn:${CITY}`])),
  new Map([
    [`cn:${CITY}`, 'city'],
    [`cn:${ORGAN}`, 'department'],
  ]),
)

/** The mark of every item of every unit in every year, by `unit year item`. */
function marksOf(reports: readonly Report[]): Map<string, Mark> {
  const answer = askMatrix(
    foldReports(reports),
    { items, units: null, years: null, scope: 'whole' },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      units: tree,
      dataVersion: '',
    },
  )
  const marks = new Map<string, Mark>()
  for (const [unit, { id }] of answer.units.entries())
    for (const item of items)
      for (const [position, year] of answer.years.entries()) {
        const key = `${id.slice('cn:'.length)} ${year} ${item}`
        marks.set(key, answerCell(answer, item, unit, position).check)
      }
  return marks
}

function figuresOf(key: string): string[] {
  const [unit = '', year = '', item = ''] = key.split(' ')
  const measure = measureById(item)
  return (measure === undefined ? [item] : operandsOf(measure)).map((id) => `${unit} ${year} ${id}`)
}

/** Reports of two counties and of the city that they make up, alone or with an organ of its own. */
function cityReports(years: readonly [number, number], withOrgan: boolean): Report[] {
  const codes = [...counties, ORGAN]
  const drawn = generateSample({ counties: withOrgan ? 3 : 2, years }, 31).reports
  const drawnCodes = [...new Set(drawn.map(({ unit }) => unit.code))]
  const parts = drawn.map((report) => ({
    ...report,
    unit: { code: codes[drawnCodes.indexOf(report.unit.code)] ?? '', name: '' },
  }))
  const whole = parts
    .filter(({ unit }) => unit.code === counties[0])
    .map((like): Report => {
      const same = parts.filter(({ year }) => year === like.year)
      const cells = rollUps.flatMap(({ indicator }): [string, Cell][] => {
        const found = same.map((part) => part.cells.get(indicator))
        if (!found.every((cell) => cell?.kind === 'value')) return []
        const value = found.reduce((sum, cell) => sum + cell.value, 0)
        return [[indicator, { kind: 'value', value: Number(value.toFixed(6)), approximate: false }]]
      })
      return { ...like, unit: { code: CITY, name: '' }, cells: new Map(cells) }
    })
  return [...parts, ...whole]
}

/** Checks by the figures that they speak of. */
function byFigure(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const each of judged)
    for (const figure of each.figures) groups.set(figure, [...(groups.get(figure) ?? []), each])
  return groups
}

const anyCell = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(fc.nat(5000), fc.constant(150_000)).map(asCell) },
  { weight: 1, arbitrary: fc.constantFrom<Cell>({ kind: 'blank' }, { kind: 'notApplicable' }) },
)

function asCell(value: number): Cell {
  return { kind: 'value', value, approximate: false }
}

/** Any cell of any report, or one of those that few cells stand against: fees, 规章, licences. */
function anyBreak(reports: readonly Report[]) {
  const rare = ['fees.amount', 'regulations.issued', 'licensing.decisions']
  return fc.constantFrom(...reports).chain((report) =>
    fc.record({
      report: fc.constant(report),
      indicator: fc.oneof(
        fc.constantFrom(...report.cells.keys()),
        fc.constantFrom(...rare.filter((id) => report.cells.has(id))),
      ),
      cell: anyCell,
    }),
  )
}

test.each([
  ['a county by itself', [2020, 2022], 'alone'],
  ['a city and its counties', [2021, 2022], 'bound'],
  ['a city and all of its parts', [2021, 2022], 'exact'],
] as const)(
  'breaking one cell changes the marks of those answers that use a check whose outcome changed: %s',
  (_, years, kind) => {
    const drawn = cityReports(years, kind === 'exact')
    const reports = kind === 'alone' ? drawn.filter(({ unit }) => unit.code === counties[0]) : drawn
    const before = judgeAll(reports)
    const marksBefore = marksOf(reports)
    fc.assert(
      fc.property(anyBreak(reports), ({ report: broken, indicator, cell }) => {
        const stored = reports.map((report) =>
          report === broken
            ? { ...report, cells: new Map([...report.cells, [indicator, cell]]) }
            : report,
        )
        const after = judgeAll(stored)
        const changed = after.filter(({ mark }, at) => mark !== before[at]?.mark)
        const changedBefore = before.filter(({ mark }, at) => mark !== after[at]?.mark)
        const [all, touching] = [byFigure(after), byFigure([...changed, ...changedBefore])]
        for (const [key, mark] of marksOf(stored)) {
          const figures = figuresOf(key)
          const outcomes = figures.flatMap((each) => all.get(each) ?? [])
          const worst = Math.max(0, ...outcomes.map((each) => checkMarks.indexOf(each.mark)))
          if (mark !== checkMarks[worst]) expect([key, mark]).toEqual([key, checkMarks[worst]])
          const touched = figures.flatMap((each) => touching.get(each) ?? [])
          if (mark !== marksBefore.get(key)) expect(touched).not.toEqual([])
          if (touched.some((each) => each.mark === 'failed' && changed.includes(each)))
            expect([key, mark]).toEqual([key, 'failed'])
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  },
  60_000,
)
