import { isAllAuxiliary } from './auxiliary'
import { indicatorById, isCustom, shortLabel } from './catalogue'
import type { Measure, Operand } from './measure'
import { ownMeasureById } from './measureBook'
import { perPeopleById, type Counted } from './perPeople'
import { ratios } from './rates'
import { plus, sums } from './sums'

/** A rate on fewer cases says little about a county: it is listed, not ranked. */
const MINIMUM_DENOMINATOR = 30

/** All measures: sums used like indicators, then ratios. Their ids are no indicator's. */
export const measures: readonly Measure[] = [
  ...sums,
  ...ratios.map((ratio) => ({
    unit: '%',
    scale: 100,
    hasTotal: true,
    minimumDenominator: MINIMUM_DENOMINATOR,
    variantOf: null,
    direction: null,
    note: '',
    ...ratio,
  })),
]

const byId: ReadonlyMap<string, Measure> = new Map(measures.map((one) => [one.id, one]))

/** The measure of this id, the user's own and those per 10,000 people included; `undefined` for indicators and unknown ids. */
export function measureById(id: string): Measure | undefined {
  return byId.get(id) ?? ownMeasureById(id) ?? perPeopleById(id, countedOf)
}

/** What of an item is counted; `undefined` where it is no count: rates, days, changes. */
export function countedOf(item: string): Counted | undefined {
  const measure = byId.get(item)
  if (measure !== undefined) return measure.denominator === null ? measure : undefined
  const indicator = indicatorById(item)
  const { kind = 'count', unit = '', table } = indicator ?? {}
  if (indicator === undefined || table === 'auxiliary') return undefined
  if (unit === '%' || kind === 'date' || kind === 'address' || kind === 'signed') return undefined
  return { label: shortLabel(item), unit, numerator: plus(item) }
}

/** What numerator ÷ denominator of an item's cells is multiplied by: 100 unless it is another measure's. */
export function scaleOf(item: string): number {
  return measureById(item)?.scale ?? 100
}

/** Every indicator a measure may be computed from, alternatives included, each once. */
export function operandsOf(measure: Measure): readonly string[] {
  const terms = [...measure.numerator, ...(measure.denominator ?? [])]
  return [...new Set(terms.flatMap(({ of }) => indicatorsOf(of)))]
}

/** Whether an item is made of auxiliary figures alone, so that it needs no report. */
export function needsNoReport(item: string): boolean {
  const measure = measureById(item)
  return isAllAuxiliary(measure === undefined ? [item] : operandsOf(measure))
}

function indicatorsOf(operand: Operand): readonly string[] {
  if (operand.kind === 'indicator') return [operand.id]
  if (operand.kind === 'product') return operand.of.flatMap(indicatorsOf)
  return operand.alternatives.flatMap((sum) => sum.flatMap(({ of }) => indicatorsOf(of)))
}

/**
 * 同比 of an item: this year's value against that of the year before, of the same unit and scope.
 * `relative`: 100 × (this − before) ÷ before, none when the year before is 0. `points`: this − before
 * in percentage points, for items that are percentages. `difference`: this − before in the item's unit,
 * for items that may be negative. None when either year has no number, or when the item does not
 * compare across the editions of the two reports (`comparableAcross`).
 */
export interface YearOnYear {
  readonly id: string
  readonly item: string
  readonly label: string
  readonly unit: string
  readonly mode: 'relative' | 'points' | 'difference'
}

const YEAR_ON_YEAR = 'yoy:'

/** 同比 of an indicator or a measure, under the id `yoy:<item>`; `undefined` for an unknown item. */
export function yearOnYear(item: string): YearOnYear | undefined {
  const described = itemById(item)
  if (!described) return undefined
  const { label, unit, signed } = described
  // Relative changes are summed by their bases, which quotients do not have.
  const isQuotient = (measureById(item)?.denominator ?? null) !== null
  const mode = unit === '%' ? 'points' : signed || isQuotient ? 'difference' : 'relative'
  return {
    id: YEAR_ON_YEAR + item,
    item,
    label: `${label}同比`,
    unit: { points: '百分点', difference: unit, relative: '%' }[mode],
    mode,
  }
}

/** The description behind an id `yoy:<item>`; `undefined` for any other id. */
export function yearOnYearById(id: string): YearOnYear | undefined {
  return id.startsWith(YEAR_ON_YEAR) ? yearOnYear(id.slice(YEAR_ON_YEAR.length)) : undefined
}

interface ItemDescription {
  readonly label: string
  readonly unit: string
  /** Whether its values may be negative by meaning. */
  readonly signed: boolean
}

function itemById(item: string): ItemDescription | undefined {
  const measure = measureById(item)
  if (measure) {
    const { label, unit, numerator } = measure
    return { label, unit, signed: numerator.some(({ factor }) => factor < 0) }
  }
  const indicator = indicatorById(item)
  if (indicator) {
    return { label: shortLabel(item), unit: indicator.unit, signed: indicator.kind === 'signed' }
  }
  return isCustom(item) ? { label: shortLabel(item), unit: '', signed: true } : undefined
}
