import { roundedNotToZero } from '@/analysis/decimal'
import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { answerCell, unasked } from '@/analysis/answerCell'
import { indexedCell } from '@/analysis/baseIndex'
import { changeOf, describeItem } from '@/domain/item'
import { populations } from '@/domain/auxiliary'
import { countedOf } from '@/domain/measures'
import { perPeopleOf } from '@/domain/perPeople'
import type { Facet } from './chartModel'
import { facetOf, itemLook } from './facets'
import type { Total } from './totals'
import { ratioTotalOf, totalOf } from './totals'

/**
 * A figure as it is, as a share of its whole, as an index of a base year, as 同比, or per 10,000 people
 * of one of the populations.
 */
export const figureModes = [
  'value',
  'share',
  'index',
  'change',
  'perResident',
  'perRegistered',
  'perPerson',
] as const
export type FigureMode = (typeof figureModes)[number]

/** A share below so many cases is shown with its counts but not ranked, as for rates. */
const LEAST_WHOLE = 30

/** The population that each mode counts people by. */
export const populationOfMode: ReadonlyMap<FigureMode, string> = new Map(
  (['perResident', 'perRegistered', 'perPerson'] as const).map((mode, at) => [
    mode,
    populations[at] ?? '',
  ]),
)

/** Percentages and other quotients do not add up. */
function isRate(item: string): boolean {
  const { unit, isRatio } = describeItem(item)
  return unit === '%' || isRatio
}

/** The mode in which an item is shown: a rate has no share, and what is no count is not per people. */
export function modeFor(item: string, mode: FigureMode): FigureMode {
  if (populationOfMode.has(mode)) return countedOf(item) === undefined ? 'value' : mode
  return mode === 'share' && isRate(item) ? 'value' : mode
}

/** What must be asked to show an item in a mode. */
export function itemsFor(item: string, mode: FigureMode): readonly string[] {
  const { whole } = describeItem(item)
  const shown = modeFor(item, mode)
  const population = populationOfMode.get(shown)
  if (population !== undefined) return [perPeopleOf(item, population)]
  switch (shown) {
    case 'change':
      return [changeOf(item)]
    case 'share':
      return whole === null ? [item] : [item, whole]
    default:
      return [item]
  }
}

/** An item in a mode; `baseYear` is the position of the year that an index is of. */
export function facetIn(
  answer: MatrixAnswer,
  item: string,
  mode: FigureMode,
  baseYear: number,
): Facet {
  const { label } = describeItem(item)
  const shown = modeFor(item, mode)
  switch (shown) {
    case 'value':
      return facetOf(answer, label, [item])
    case 'perResident':
    case 'perRegistered':
    case 'perPerson': {
      const each = itemsFor(item, shown)
      return facetOf(answer, itemLook(each[0] ?? item).label, each)
    }
    case 'change':
      return facetOf(answer, itemLook(changeOf(item)).label, [changeOf(item)])
    case 'index': {
      const title = `${label}（${answer.years[baseYear] ?? ''} 年 = 100）`
      const read = (unit: number, year: number) => indexedCell(answer, item, unit, year, baseYear)
      const total = (year: number) => indexTotal(answer, item, read, year)
      return { ...plain(title, 'index'), parts: [{ item, label: title, read, total }] }
    }
    case 'share':
      return shareFacet(answer, item, label)
  }
}

function plain(title: string, kind: Facet['kind']): Omit<Facet, 'parts'> {
  const measureUnit = kind === 'percent' ? '%' : ''
  return { title, kind, measureUnit, minimumDenominator: null, whole: null }
}

/** Of the whole in the same report, or, where the form has none, of all units together. */
function shareFacet(answer: MatrixAnswer, item: string, label: string): Facet {
  const { whole } = describeItem(item)
  const of = whole === null ? '所选单位合计' : describeItem(whole).label
  const title = `${label}占${of}`
  const totals = answer.years.map((_, year) => totalOf(answer, item, year).value)
  const wholeCell = (unit: number, year: number): AnswerCell => {
    if (whole !== null) return answerCell(answer, whole, unit, year)
    const value = totals[year] ?? NaN
    const isKnown = !Number.isNaN(value) && !answer.leftOut.includes(unit)
    return { ...unasked, state: isKnown ? 'value' : 'notComputable', value: isKnown ? value : NaN }
  }
  const read = (unit: number, year: number) =>
    shareCell(answerCell(answer, item, unit, year), wholeCell(unit, year))
  const minimumDenominator = whole === null ? null : LEAST_WHOLE
  const total = (year: number) =>
    whole === null ? wholeTotal(answer, item, year) : ratioTotalOf(answer, read, year)
  const parts = [{ item, label: title, read, total }]
  return { ...plain(title, 'percent'), minimumDenominator, parts }
}

/** Rates do not add up, so neither do their indexes. */
function indexTotal(
  answer: MatrixAnswer,
  item: string,
  read: (unit: number, year: number) => AnswerCell,
  year: number,
): Total {
  const total = ratioTotalOf(answer, read, year)
  const value = roundedNotToZero(total.value, 1)
  return { ...total, value: isRate(item) ? NaN : value }
}

/** All units together are the whole that each is a share of. */
function wholeTotal(answer: MatrixAnswer, item: string, year: number): Total {
  const total = totalOf(answer, item, year)
  return { ...total, value: total.value > 0 ? 100 : NaN }
}

/** A part as a percentage of its whole, doubtful where either is. */
function shareCell(part: AnswerCell, whole: AnswerCell): AnswerCell {
  if (part.state !== 'value') return part
  const none = { ...part, value: NaN }
  if (whole.state !== 'value' || whole.value < 0) return { ...none, state: 'notComputable' }
  const both = {
    ...part,
    numerator: part.value,
    denominator: whole.value,
    scale: 100,
    approximate: part.approximate || whole.approximate,
    corrected: part.corrected || whole.corrected,
    check: whole.check === 'failed' ? whole.check : part.check,
  }
  if (whole.value === 0) return { ...both, value: NaN, state: 'zeroDenominator' }
  return { ...both, value: (100 * part.value) / whole.value }
}
