import type { ItemPart } from '@/domain/itemParts'
import type { MatrixAnswer } from './answer'
import { answerCell } from './answerCell'
import type { YearPair } from './comparableChange'
import { DecimalSum } from './decimal'
import type { ChangeExplanation } from './explainChange'

/** What a part of an item adds to the change of its total. */
export interface PartEffect {
  readonly item: string
  /** Sums over the units compared, with the sign of the part. */
  readonly before: number
  readonly now: number
  readonly effect: number
}

/** The change of a total by its parts; everything together is that change exactly. */
export interface PartsExplanation {
  /** From what moved the total most its own way to what moved it against. */
  readonly parts: readonly PartEffect[]
  /** Positions of the units with all parts in both years: those that the parts are of. */
  readonly units: readonly number[]
  /** By how much the changes of the parts miss that of the whole, where reports do not add up. */
  readonly unbalanced: number
  /** Of the units that have the whole in both years but not all parts. */
  readonly undivided: { readonly units: readonly number[]; readonly effect: number }
  /** Of the units with the whole in one year only. */
  readonly onlyNow: number
  readonly onlyBefore: number
}

/** Explains a change by the parts of the item, which must be in the answer. */
export function explainByItem(
  answer: MatrixAnswer,
  explanation: ChangeExplanation,
  parts: readonly ItemPart[],
  years: YearPair,
): PartsExplanation {
  const both = explanation.effects.filter(({ presence }) => presence === 'both')
  const isDivided = (unit: number) =>
    parts.every(({ item }) =>
      [years.before, years.now].every(
        (year) => answerCell(answer, item, unit, year).state === 'value',
      ),
    )
  const divided = both.filter(({ unit }) => isDivided(unit))
  const undivided = both.filter(({ unit }) => !isDivided(unit))
  const units = divided.map(({ unit }) => unit).toSorted((a, b) => a - b)
  const effects = parts.map((part) => effectOf(answer, part, years, units))
  const way = explanation.change < 0 ? -1 : 1
  const effectOfAll = (some: ChangeExplanation['effects']) =>
    sumOf(some.map(({ effect }) => effect))
  const only = (presence: string) =>
    effectOfAll(explanation.effects.filter((one) => one.presence === presence))
  return {
    parts: effects.toSorted((a, b) => way * (b.effect - a.effect)),
    units,
    unbalanced: sumOf([effectOfAll(divided), ...effects.map(({ effect }) => -effect)]),
    undivided: {
      units: undivided.map(({ unit }) => unit),
      effect: effectOfAll(undivided),
    },
    onlyNow: only('onlyNow'),
    onlyBefore: only('onlyBefore'),
  }
}

function effectOf(
  answer: MatrixAnswer,
  { item, sign }: ItemPart,
  years: YearPair,
  units: readonly number[],
): PartEffect {
  const total = (year: number) =>
    sumOf(units.map((unit) => sign * answerCell(answer, item, unit, year).value))
  const [before, now] = [total(years.before), total(years.now)]
  return { item, before, now, effect: sumOf([now, -before]) }
}

function sumOf(values: readonly number[]): number {
  const sum = new DecimalSum()
  for (const value of values) sum.add(value)
  // The sum of nothing, and of −0, is plain 0.
  return sum.total === 0 ? 0 : sum.total
}
