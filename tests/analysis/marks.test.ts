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
import { ruleById } from '@/domain/checks/rules'
import { yearLinks } from '@/domain/checks/yearLink'
import { measureById, measures, operandsOf } from '@/domain/measures'
import type { Cell, Report } from '@/domain/report'
import { foldReports } from '../foldReports'

type Mark = (typeof checkMarks)[number]

/** A check as it stands: its outcome, and the figures (`year indicator`) it speaks of. */
interface Judged {
  readonly id: string
  readonly mark: Mark
  readonly figures: ReadonlySet<string>
}

const items = [...indicators.map(({ id }) => id), ...measures.map(({ id }) => id)]

function cellsOf(report: Report) {
  return (id: string): Cell => report.cells.get(id) ?? { kind: 'absent' }
}

/** Rules within a report that are more than notes; passing them says nothing of the figures. */
function judgeRules(report: Report): Judged[] {
  return checkList.flatMap(({ making, severity }): Judged[] => {
    if (making.kind !== 'report' || making.rule.kinds !== null || severity === 'info') return []
    const { rule } = making
    const outcome = rule.judge(figuresOfRule(rule.indicators, cellsOf(report)), report.year)
    const isProse = ruleById(rule.rule).kind === 'prose'
    const figures = (rule.inDoubt ?? rule.indicators).filter(
      (id) => outcome === 'failed' || !isProse || id.startsWith('prose.'),
    )
    const mark = outcome === null || outcome === 'passed' ? 'none' : outcome
    return [
      {
        id: `${report.year} ${rule.id}`,
        mark,
        figures: new Set(figures.map((id) => `${report.year} ${id}`)),
      },
    ]
  })
}

/** P-YOY: a change told in prose, against the figures of both years. */
function judgeTold(report: Report, before: Report | undefined): Judged {
  const figuresIn = (each: Report) => figuresOfRule(yearOnYearFigures, cellsOf(each))
  const last = before === undefined ? null : figuresIn(before)
  return {
    id: `${report.year} P-YOY`,
    mark: judgeYearOnYear(figuresIn(report), last) ?? 'none',
    figures: new Set([`${report.year} ${TOLD_CHANGE}`]),
  }
}

/** All checks of one unit's reports, report by report: the plain way, without columns. */
function judgeAll(reports: readonly Report[]): Judged[] {
  const within = reports.flatMap((report) =>
    identities.map((identity): Judged => ({
      id: `${report.year} ${identity.id}`,
      mark: evaluateIdentity(identity, cellsOf(report))?.outcome ?? 'none',
      figures: new Set(operandsOfIdentity(identity).map((id) => `${report.year} ${id}`)),
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
        id: `${report.year} ${link.id}`,
        mark: evaluateYearLink(link, cellsOf(report), cellsOf(before))?.outcome ?? 'none',
        figures: new Set([
          `${report.year} ${link.figure}`,
          ...link.terms.map(
            ({ indicator, of }) => `${of === 'lastYear' ? before.year : report.year} ${indicator}`,
          ),
        ]),
      }))
  })
  const told = reports.map((report) =>
    judgeTold(
      report,
      reports.find(({ year }) => year === report.year - 1),
    ),
  )
  return [...within, ...reports.flatMap(judgeRules), ...between, ...told]
}

/** The mark of every item in every year, by `year item`. */
function marksOf(reports: readonly Report[]): Map<string, Mark> {
  const answer = askMatrix(
    foldReports(reports),
    { items, units: null, years: null, scope: 'whole' },
    {
      label: (id) => ({ id, code: null, name: id, since: null, until: null }),
      parentOf: () => null,
      dataVersion: '',
    },
  )
  const marks = new Map<string, Mark>()
  for (const item of items)
    for (const [position, year] of answer.years.entries())
      marks.set(`${year} ${item}`, answerCell(answer, item, 0, position).check)
  return marks
}

function figuresOf(key: string): string[] {
  const [year = '', item = ''] = key.split(' ')
  const measure = measureById(item)
  return (measure === undefined ? [item] : operandsOf(measure)).map((id) => `${year} ${id}`)
}

/** Checks by the figures that they speak of. */
function byFigure(judged: readonly Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const each of judged)
    for (const figure of each.figures) groups.set(figure, [...(groups.get(figure) ?? []), each])
  return groups
}

test('breaking one cell changes the marks of those answers that use a check whose outcome changed', () => {
  const { reports } = generateSample({ counties: 1, years: [2020, 2022] }, 31)
  const before = judgeAll(reports)
  const marksBefore = marksOf(reports)
  const anyBreak = fc.constantFrom(...reports).chain((report) =>
    fc.record({
      year: fc.constant(report.year),
      indicator: fc.constantFrom(...report.cells.keys()),
      cell: fc.oneof(
        fc.nat(5000).map((value): Cell => ({ kind: 'value', value, approximate: false })),
        fc.constantFrom<Cell>({ kind: 'blank' }, { kind: 'notApplicable' }),
      ),
    }),
  )
  fc.assert(
    fc.property(anyBreak, ({ year, indicator, cell }) => {
      const broken = reports.map((report) =>
        report.year === year
          ? { ...report, cells: new Map([...report.cells, [indicator, cell]]) }
          : report,
      )
      const after = judgeAll(broken)
      const changed = after.filter(({ mark }, at) => mark !== before[at]?.mark)
      const changedBefore = before.filter(({ mark }, at) => mark !== after[at]?.mark)
      const [all, touching] = [byFigure(after), byFigure([...changed, ...changedBefore])]
      for (const [key, mark] of marksOf(broken)) {
        const figures = figuresOf(key)
        const outcomes = figures.flatMap((figure) => all.get(figure) ?? [])
        const worst = Math.max(0, ...outcomes.map((each) => checkMarks.indexOf(each.mark)))
        if (mark !== checkMarks[worst]) expect([key, mark]).toEqual([key, checkMarks[worst]])
        const touched = figures.flatMap((figure) => touching.get(figure) ?? [])
        if (mark !== marksBefore.get(key)) expect(touched).not.toEqual([])
        if (touched.some((each) => each.mark === 'failed' && changed.includes(each)))
          expect([key, mark]).toEqual([key, 'failed'])
      }
    }),
    { numRuns: 12 },
  )
}, 60_000)
