import type { MatrixAnswer } from '@/analysis/answer'
import { comparableChange, type ComparableChange, type YearPair } from '@/analysis/comparableChange'
import { explainByItem, type PartsExplanation } from '@/analysis/explainByItem'
import {
  explainChange,
  type ChangeExplanation,
  type NoExplanation,
  type Presence,
  type UnitEffect,
} from '@/analysis/explainChange'
import {
  directionWithout,
  foremostWithout,
  largestWithout,
  type Holding,
  type Robustness,
} from '@/analysis/leaveOneOut'
import { itemLook, type ItemLook } from '@/charts/facets'
import { shownNames } from '@/charts/unitOrder'
import { partsOf } from '@/domain/itemParts'

/** An explained change with everything that is said of it. */
export interface ChangeFacts {
  readonly answer: MatrixAnswer
  readonly item: string
  readonly look: ItemLook
  /** Positions of the two years. */
  readonly pair: YearPair
  readonly base: number
  readonly year: number
  readonly explanation: ChangeExplanation
  /** Over the units with both years alone. */
  readonly comparable: ComparableChange
  readonly direction: Robustness
  readonly foremost: Holding<number | null>
  /** Null for items without parts. */
  readonly byPart: PartsExplanation | null
  readonly largest: Holding<string | null> | null
  /** As shown, by position. */
  readonly names: readonly string[]
}

/** The change of an answer's first item, whose parts follow it; or why there is nothing to explain. */
export function changeFacts(answer: MatrixAnswer, pair: YearPair): ChangeFacts | NoExplanation {
  const item = answer.items[0] ?? ''
  const explanation = explainChange(answer, item, pair)
  if (explanation.kind === 'abstained') return explanation
  const parts = partsOf(item)
  const byPart = parts.length === 0 ? null : explainByItem(answer, explanation, parts, pair)
  const comparable = comparableChange(answer, item, pair)
  const isPlain = byPart !== null && parts.every(({ sign }) => sign === 1)
  return {
    answer,
    item,
    look: itemLook(item),
    pair,
    base: answer.years[pair.before] ?? 0,
    year: answer.years[pair.now] ?? 0,
    explanation,
    comparable,
    direction: directionWithout(answer, item, pair, comparable.units),
    foremost: foremostWithout(answer, item, pair, comparable.units),
    byPart,
    largest: isPlain
      ? largestWithout(
          answer,
          parts.map((part) => part.item),
          pair.now,
          byPart.units,
        )
      : null,
    names: shownNames(answer.units),
  }
}

/** The effects of the units that have a number in the same of the two years. */
export function effectsOf({ explanation }: ChangeFacts, presence: Presence): readonly UnitEffect[] {
  return explanation.effects.filter((effect) => effect.presence === presence)
}

/**
 * The units with both years, apart: those whose change is their own, and those that another county was
 * merged into, or a new one founded on part of.
 */
export function ownAndRegrouped(facts: ChangeFacts) {
  const regrouped = new Set(
    facts.comparable.others.flatMap(({ unit, why }) => (why === 'otherExtent' ? [unit] : [])),
  )
  const both = effectsOf(facts, 'both')
  return {
    own: both.filter(({ unit }) => !regrouped.has(unit)),
    regrouped: both.filter(({ unit }) => regrouped.has(unit)),
  }
}

/** Decimals of effects: points of a ratio are rounded, sums are told to the last digit. */
export function decimalsOf({ explanation }: ChangeFacts): number | null {
  return explanation.isRatio ? 2 : null
}

/** What an effect is measured in. */
export function effectUnit({ explanation, look }: ChangeFacts): string {
  return explanation.isRatio && look.measureUnit === '%' ? '百分点' : look.measureUnit
}

/** What units that have one year only are called. */
export function presenceWord({ year, base, answer }: ChangeFacts, presence: Presence): string {
  if (presence === 'both') return '两年都有'
  // The number may be there, and be one that is not to be trusted.
  if (answer.filter === 'trusted') return `${presence === 'onlyNow' ? base : year} 年缺或未计`
  return presence === 'onlyNow' ? `只有 ${year} 年有` : `缺 ${year} 年`
}
