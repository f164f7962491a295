import { indicators, shortLabel } from '../catalogue'
import type { UnitLevel } from '../unit'
import type { CheckOutcome } from './evaluateIdentity'
import { isImplausibleFee, isImplausibleRise, isImplausiblySmallFee } from './feeScale'
import { isAbsent, isNumber, outcomeOf } from './figures'
import { judgeYearOnYear, yearOnYearFigures } from './proseYearOnYear'
import type { YearRule } from './yearRule'

/** Below this base a change of five times says nothing. */
const JUMP_BASE = 20
const JUMP = 5

/** Exact multiples of small numbers come about by themselves. */
const FACTOR_BASE = 20
const FACTORS = [10, 10_000]

/** What a jump is looked for in: totals of the tables, not their details. */
const watched = indicators.filter(({ id, table, kind }) => {
  if (kind !== 'count' && kind !== 'stock') return false
  return table === '2' || ((table === '3' || table === '4') && id.endsWith('.total'))
})

/** A rule on the change of one figure from the year before, where the two forms compare. */
export interface ChangeRule extends YearRule {
  readonly indicator: string
  readonly isFaulty: (now: number, before: number) => boolean
}

function changeRule(
  rule: 'Y-JUMP' | 'C-FACTOR',
  indicator: string,
  isFaulty: (now: number, before: number) => boolean,
): ChangeRule {
  return {
    id: `${rule}:${indicator}`,
    rule,
    indicator,
    indicators: [indicator],
    label: shortLabel(indicator),
    units: 'all',
    isFaulty,
    judge: (now, before) => {
      if (before === null || !isNumber(now, 0) || !isNumber(before, 0)) return null
      return outcomeOf(!isFaulty(now.values[0] ?? NaN, before.values[0] ?? NaN))
    },
  }
}

/** More than five times, or less than a fifth, of a base worth speaking of. */
function isJump(now: number, before: number): boolean {
  return before >= JUMP_BASE && (now > before * JUMP || now * JUMP < before)
}

/** Rounding noise of amounts with decimals. */
const NOISE = 1e-12

/** Exactly 10 or 10,000 times, or the inverse: a digit or a unit of money too many. */
function isFactor(now: number, before: number): boolean {
  const [low, high] = now < before ? [now, before] : [before, now]
  const isTimes = (factor: number) => Math.abs(low * factor - high) <= high * NOISE
  return low >= FACTOR_BASE && FACTORS.some(isTimes)
}

/** Y-JUMP and C-FACTOR for every total; money has T2-FEE-UNIT for what is merely much. */
export const changeRules: readonly ChangeRule[] = [
  ...watched.flatMap(({ id }) => [
    changeRule('Y-JUMP', id, isJump),
    changeRule('C-FACTOR', id, isFactor),
  ]),
  ...indicators
    .filter(({ table, kind }) => table === '2' && kind === 'money')
    .map(({ id }) => changeRule('C-FACTOR', id, isFactor)),
]

/**
 * T2-FEE-UNIT: 元 written where the form says 万元. Any unit's fee is held against the year before, a
 * county's against what no county reaches as well.
 */
function feeUnitRule(
  id: string,
  units: UnitLevel,
  isTooMuch: (now: number, before: number | null) => boolean,
): YearRule {
  return {
    id,
    rule: 'T2-FEE-UNIT',
    indicators: ['fees.amount'],
    label: '',
    units,
    judge: (now, before) => {
      if (isAbsent(now, 0)) return null
      const [value = NaN] = now.values
      if (Number.isNaN(value)) return 'undecidable'
      const base = before !== null && isNumber(before, 0) ? (before.values[0] ?? null) : null
      return outcomeOf(!isTooMuch(value, base) && !isImplausiblySmallFee(value, base))
    },
  }
}

const yearOnYearRule: YearRule = {
  id: 'P-YOY',
  rule: 'P-YOY',
  indicators: yearOnYearFigures,
  label: '',
  units: 'all',
  judge: judgeYearOnYear,
}

/**
 * T2-2019-PUB: what is open to all is what was, and what is new, less what was taken down. The form
 * does not count the last, so only more than that is impossible.
 */
function publishedTotalRule(row: string, label: string): YearRule {
  return {
    id: `T2-2019-PUB:${row}.publishedTotal`,
    rule: 'T2-2019-PUB',
    indicators: [`${row}.publishedTotal`, `${row}.newlyPublished`],
    label,
    units: 'all',
    judge: (now, before) => {
      if (before === null || isAbsent(now, 0) || isAbsent(before, 0)) return null
      const [total = NaN, fresh = NaN] = now.values
      const [stock = NaN] = before.values
      if (Number.isNaN(total + fresh + stock)) return 'undecidable'
      return outcomeOf(total <= stock + fresh)
    },
  }
}

/** Rules on a report and the one of the year before that are neither sums nor changes of a figure. */
export const yearRules: readonly YearRule[] = [
  feeUnitRule('T2-FEE-UNIT', 'ofCounty', isImplausibleFee),
  feeUnitRule('T2-FEE-UNIT:aboveCounty', 'aboveCounty', isImplausibleRise),
  yearOnYearRule,
  publishedTotalRule('regulations', '规章对外公开总数量'),
  publishedTotalRule('normativeDocuments', '规范性文件对外公开总数量'),
]

/**
 * T4-AFTER: who sued after 复议 was in 复议 before, in this year or an earlier one.
 *
 * @param after 复议后起诉总计 of the year; NaN without a number
 * @param reviews 行政复议总计 of this and all earlier years, as far as known
 * @param known whether the year before is known; else too few 复议 are 不可判
 */
export function judgeAfterReview(after: number, reviews: number, known: boolean): CheckOutcome {
  if (Number.isNaN(after)) return 'undecidable'
  if (after <= reviews) return 'passed'
  return known ? 'failed' : 'undecidable'
}
