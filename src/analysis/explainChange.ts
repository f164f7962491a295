import { comparableAcross } from '@/domain/breaks'
import type { ReportEdition } from '@/domain/indicator'
import { scaleOf } from '@/domain/measures'
import type { MatrixAnswer } from './answer'
import { answerCell, isUntrusted, type AnswerCell } from './answerCell'
import { editionAt, existedInEither, type YearPair } from './comparableChange'
import { DecimalSum, withoutNoise } from './decimal'
import { splitOf, type RatioSplit, type RatioTotals } from './ratioSplit'
import { totalKindOf } from './totals'

/** In which of the two years a unit has a number. */
export type Presence = 'both' | 'onlyNow' | 'onlyBefore'

/** What one unit adds to the change of the total. */
export interface UnitEffect {
  /** Position in the answer. */
  readonly unit: number
  readonly presence: Presence
  readonly before: AnswerCell
  readonly now: AnswerCell
  /** In the unit of the item, for ratios in percentage points; all effects add up to the change. */
  readonly effect: number
  /** What the effect is made of; null for sums. */
  readonly split: RatioSplit | null
}

/** Why a unit is in no sum of the explanation. */
export type Excluded = 'noNumber' | 'untrusted' | 'unlike'

export interface ChangeExplanation {
  readonly kind: 'explained'
  readonly isRatio: boolean
  /** Sums over the units that have a number, for ratios of numerators over denominators, in percent. */
  readonly before: number
  readonly now: number
  /** now − before, the sum of all effects. */
  readonly change: number
  /** Units with both years, from what moved the total most its own way to what moved it against; then the others. */
  readonly effects: readonly UnitEffect[]
  /** Positions of the units that are in no sum, with the reason. */
  readonly excluded: readonly { readonly unit: number; readonly why: Excluded }[]
  /** Whether the forms of the two years word the item differently. */
  readonly isFlagged: boolean
}

/** Why there is nothing to explain. */
export interface NoExplanation {
  readonly kind: 'abstained'
  /**
   * `noTotal`: a total of the item means nothing. `unlike`: the forms of the two years count different
   * things. `noPair`: no unit has both years. `noRate`: the denominators add up to nothing.
   */
  readonly why: 'noTotal' | 'unlike' | 'noPair' | 'noRate'
}

/**
 * Explains the change of an item's total between two years, unit by unit. A unit with both years adds the
 * difference of its own numbers, one with a number in one year only what comes into the total or leaves
 * it: what is missing is never taken for 0, the total of its year simply has it not. The effects add up
 * to the change exactly, for counts and decimals of up to 15 digits; for ratios see `splitOf`. Units
 * whose two years do not compare (`comparableAcross`) are in neither total.
 */
export function explainChange(
  answer: MatrixAnswer,
  item: string,
  years: YearPair,
): ChangeExplanation | NoExplanation {
  const kind = totalKindOf(item)
  if (kind !== 'sum' && kind !== 'ratio') return { kind: 'abstained', why: 'noTotal' }
  const { counted, excluded, isFlagged } = sortedOut(answer, item, years)
  if (!counted.some(({ presence }) => presence === 'both')) {
    return { kind: 'abstained', why: haveUnlikeForms(answer, item, years) ? 'unlike' : 'noPair' }
  }
  const isRatio = kind === 'ratio'
  const sides = isRatio
    ? scaledSides(ratioEffects(counted), scaleOf(item) / 100)
    : sumEffects(counted)
  if (Number.isNaN(sides.before) || Number.isNaN(sides.now)) {
    return { kind: 'abstained', why: 'noRate' }
  }
  const { before, now, effects } = sides
  const change = withoutNoise(now - before, Math.max(Math.abs(now), Math.abs(before)))
  return {
    kind: 'explained',
    isRatio,
    before,
    now,
    change,
    effects: inOrder(answer, effects, change),
    excluded,
    isFlagged,
  }
}

/** A unit that is in at least one of the two totals. */
type Counted = Pick<UnitEffect, 'unit' | 'presence' | 'before' | 'now'>

interface Sides {
  readonly before: number
  readonly now: number
  readonly effects: readonly UnitEffect[]
}

function sortedOut(answer: MatrixAnswer, item: string, years: YearPair) {
  const leftOut = new Set(answer.leftOut)
  const excluded: { unit: number; why: Excluded }[] = []
  const found: Counted[] = []
  for (const unit of answer.units.keys()) {
    if (leftOut.has(unit)) continue
    const before = answerCell(answer, item, unit, years.before)
    const now = answerCell(answer, item, unit, years.now)
    const presence = presenceOf(before, now)
    if (presence !== null) found.push({ unit, presence, before, now })
    else if (existedInEither(answer, unit, years)) {
      const isDoubtful = isUntrusted(before) || isUntrusted(now)
      excluded.push({ unit, why: isDoubtful ? 'untrusted' : 'noNumber' })
    }
  }
  const unlike = unlikeUnits(answer, item, years, found)
  excluded.push(...[...unlike.different].map((unit) => ({ unit, why: 'unlike' as const })))
  const counted = found.filter(({ unit }) => !unlike.different.has(unit))
  return { counted, excluded, isFlagged: unlike.isFlagged }
}

/** Null where neither year has a number. A rate over nothing is known: it adds its 0 to both sums. */
function presenceOf(before: AnswerCell, now: AnswerCell): Presence | null {
  const [then, today] = [before, now].map(
    ({ state }) => state === 'value' || state === 'zeroDenominator',
  )
  if (then) return today ? 'both' : 'onlyBefore'
  return today ? 'onlyNow' : null
}

/**
 * The units whose numbers count something else than those they would be set against: their own of the
 * other year, or, where there is none, those of the units that have both.
 */
function unlikeUnits(
  answer: MatrixAnswer,
  item: string,
  { before, now }: YearPair,
  found: readonly Counted[],
) {
  const editionOf = (unit: number, year: number) => editionAt(answer, unit, year)
  const across = (a: ReportEdition, b: ReportEdition) => comparableAcross(item, a, b)
  const different = new Set<number>()
  const compared = new Set<ReportEdition>()
  let isFlagged = false
  for (const { unit, presence } of found) {
    if (presence !== 'both') continue
    const pair = [editionOf(unit, before), editionOf(unit, now)] as const
    const comparison = across(...pair)
    if (comparison === 'different') different.add(unit)
    else for (const edition of pair) compared.add(edition)
    isFlagged ||= comparison === 'flagged'
  }
  for (const { unit, presence } of found) {
    if (presence === 'both') continue
    const own = editionOf(unit, presence === 'onlyNow' ? now : before)
    if ([...compared].some((edition) => across(own, edition) === 'different')) different.add(unit)
  }
  return { different, isFlagged }
}

/** Whether a unit reported both years on forms that count different things, or of which one lacks the item. */
function haveUnlikeForms(answer: MatrixAnswer, item: string, { before, now }: YearPair): boolean {
  const hasReport = (unit: number, year: number) =>
    answer.editions[unit * answer.years.length + year] !== 0
  return [...answer.units.keys()].some((unit) => {
    if (!hasReport(unit, before) || !hasReport(unit, now)) return false
    const forms = [editionAt(answer, unit, before), editionAt(answer, unit, now)] as const
    return comparableAcross(item, ...forms) === 'different'
  })
}

function sumEffects(counted: readonly Counted[]): Sides {
  const [before, now] = [new DecimalSum(), new DecimalSum()]
  for (const one of counted) {
    if (one.presence !== 'onlyNow') before.add(one.before.value)
    if (one.presence !== 'onlyBefore') now.add(one.now.value)
  }
  const effects = counted.map((one) => ({ ...one, effect: ownChange(one), split: null }))
  return { before: before.total, now: now.total, effects }
}

function ownChange({ presence, before, now }: Counted): number {
  if (presence === 'onlyNow') return now.value
  if (presence === 'onlyBefore') return before.value === 0 ? 0 : -before.value
  const size = Math.max(Math.abs(before.value), Math.abs(now.value))
  return withoutNoise(now.value - before.value, size)
}

function ratioEffects(counted: readonly Counted[]): Sides {
  const sides = counted.map(({ presence, before, now }) => ({
    before: presence === 'onlyNow' ? null : before,
    now: presence === 'onlyBefore' ? null : now,
  }))
  const totals: RatioTotals = {
    before: ratioTotal(sides.map(({ before }) => before)),
    now: ratioTotal(sides.map(({ now }) => now)),
  }
  const effects = counted.map((one, place) => {
    const split = splitOf(sides[place] ?? { before: null, now: null }, totals)
    return { ...one, effect: split.numerator + split.denominator + split.mix, split }
  })
  return { before: totals.before.percent, now: totals.now.percent, effects }
}

/** Effects are worked out in percent; a quotient per 10,000 is a hundred times that. */
function scaledSides({ before, now, effects }: Sides, by: number): Sides {
  if (by === 1) return { before, now, effects }
  return {
    before: before * by,
    now: now * by,
    effects: effects.map((one) => ({
      ...one,
      effect: one.effect * by,
      split: one.split && {
        numerator: one.split.numerator * by,
        denominator: one.split.denominator * by,
        mix: one.split.mix * by,
      },
    })),
  }
}

function ratioTotal(cells: readonly (AnswerCell | null)[]) {
  const [above, below] = [new DecimalSum(), new DecimalSum()]
  for (const cell of cells) {
    if (cell === null) continue
    above.add(cell.numerator)
    below.add(cell.denominator)
  }
  const percent = below.total > 0 ? (100 * above.total) / below.total : NaN
  return { percent, denominator: below.total }
}

const bands: readonly Presence[] = ['both', 'onlyNow', 'onlyBefore']

/** What is equal stands in the order of the codes, whatever the order of the units. */
function inOrder(
  { units }: MatrixAnswer,
  effects: readonly UnitEffect[],
  change: number,
): readonly UnitEffect[] {
  const way = change < 0 ? -1 : 1
  const id = ({ unit }: UnitEffect) => units[unit]?.id ?? ''
  return effects.toSorted(
    (a, b) =>
      bands.indexOf(a.presence) - bands.indexOf(b.presence) ||
      way * (b.effect - a.effect) ||
      (id(a) < id(b) ? -1 : 1),
  )
}
