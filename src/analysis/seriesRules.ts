import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import { checkNumber } from '@/domain/checks/checkList'
import { emptyFigures, type Figures } from '@/domain/checks/figures'
import { indicatorsOf, yearLinks, type YearLink } from '@/domain/checks/yearLink'
import type { YearRule } from '@/domain/checks/yearRule'
import { changeRules, yearRules, type ChangeRule } from '@/domain/checks/yearRules'
import { checkMarks } from './answer'

const PASSED = checkMarks.indexOf('passed')
const UNDECIDABLE = checkMarks.indexOf('undecidable')
const FAILED = checkMarks.indexOf('failed')

export const AFTER_REVIEW = 'litigation.afterReview.total'
export const REVIEWS = 'review.total'

/** Every figure that a rule from year to year looks at: read once a report. */
export const seriesFigures: readonly string[] = [
  ...new Set([
    ...yearLinks.flatMap(indicatorsOf),
    ...changeRules.map(({ indicator }) => indicator),
    ...yearRules.flatMap(({ indicators }) => indicators),
    AFTER_REVIEW,
    REVIEWS,
  ]),
]

const positions: ReadonlyMap<string, number> = new Map(
  seriesFigures.map((indicator, position) => [indicator, position]),
)

/** The place of a figure in `seriesFigures`. */
export function seriesPosition(indicator: string): number {
  return positions.get(indicator) ?? -1
}

/** A link with its figures by place. */
export interface PlacedLink {
  readonly number: number
  readonly figure: number
  readonly terms: readonly { at: number; lastYear: boolean; sign: 1 | -1 }[]
  /** Index in `editions`; null: any. */
  readonly edition: number | null
}

export const placedLinks: readonly PlacedLink[] = yearLinks.map((link: YearLink) => ({
  number: checkNumber(link.id),
  figure: seriesPosition(link.figure),
  terms: link.terms.map(({ indicator, of, sign }) => ({
    at: seriesPosition(indicator),
    lastYear: of === 'lastYear',
    sign,
  })),
  edition: link.edition === null ? null : editions.indexOf(link.edition),
}))

/** A change of one figure, with where the forms of two editions compare. */
export interface PlacedChange {
  readonly number: number
  readonly at: number
  readonly rule: ChangeRule
  /** By edition of this year × editions + edition of last year. */
  readonly comparable: readonly boolean[]
}

export const placedChanges: readonly PlacedChange[] = changeRules.map((rule) => ({
  number: checkNumber(rule.id),
  at: seriesPosition(rule.indicator),
  rule,
  comparable: editions.flatMap((now) =>
    editions.map((before) => comparableAcross(rule.indicator, now, before) !== 'different'),
  ),
}))

/** Any other rule on two years. */
export interface PlacedRule {
  readonly number: number
  readonly at: readonly number[]
  readonly rule: YearRule
  /** Room for its figures of the two years. */
  readonly thisYear: Figures
  readonly lastYear: Figures
}

export const placedRules: readonly PlacedRule[] = yearRules.map((rule) => ({
  number: checkNumber(rule.id),
  at: rule.indicators.map(seriesPosition),
  rule,
  thisYear: emptyFigures(rule.indicators.length),
  lastYear: emptyFigures(rule.indicators.length),
}))

const NOT_APPLICABLE = 2
const ABSENT = 4

/** A link between two reports, as `evaluateYearLink` judges it; index in `checkMarks`, 0: not made. */
export function judgePlacedLink(link: PlacedLink, now: Figures, before: Figures): number {
  let difference = now.values[link.figure] as number
  let outcome = stateOutcome(now.states[link.figure] as number)
  for (const { at, lastYear, sign } of link.terms) {
    const figures = lastYear ? before : now
    const state = stateOutcome(figures.states[at] as number)
    if (state === 0 || outcome === 0) return 0
    outcome = Math.max(outcome, state)
    difference -= sign * (figures.values[at] as number)
  }
  if (outcome !== PASSED) return outcome
  return difference === 0 ? PASSED : FAILED
}

function stateOutcome(state: number): number {
  if (state === 0 || state === NOT_APPLICABLE) return PASSED
  return state === ABSENT ? 0 : UNDECIDABLE
}
