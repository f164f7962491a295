import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { describeItem, type Item } from '@/domain/item'
import type { NumberStyle } from '@/wording/answers'
import type { Facet, FacetPart } from './chartModel'
import type { CompositionSpec } from './composition'

/** How the numbers of an item are written, and what they are called. */
export interface ItemLook extends NumberStyle {
  readonly label: string
  readonly minimumDenominator: number | null
}

/** For an indicator, a measure or a year-on-year change, by id. */
export function itemLook(item: string): ItemLook {
  const { label, unit, minimumDenominator, ...described } = describeItem(item)
  return { label, kind: styleOf(unit, described), measureUnit: unit, minimumDenominator }
}

function styleOf(unit: string, { kind, isRatio }: Pick<Item, 'kind' | 'isRatio'>) {
  if (kind === 'change') return 'change'
  if (unit === '%') return 'percent'
  return isRatio ? 'quotient' : 'number'
}

/** A facet of one item, or of items that followed one another in the forms. */
export function facetOf(answer: MatrixAnswer, title: string, items: readonly string[]): Facet {
  const { kind, measureUnit, minimumDenominator } = itemLook(items[0] ?? '')
  return {
    title,
    kind,
    measureUnit,
    minimumDenominator,
    whole: null,
    parts: items.map((item) => partOf(answer, item)),
  }
}

/** A facet for the whole of a composition and one for every part of it. */
export function compositionFacets(answer: MatrixAnswer, spec: CompositionSpec): readonly Facet[] {
  const whole = partOf(answer, spec.whole.item)
  return [
    facetOf(answer, spec.whole.label, [spec.whole.item]),
    ...spec.parts.map(({ item, label }) => ({ ...facetOf(answer, label, [item]), whole })),
  ]
}

function partOf(answer: MatrixAnswer, item: string): FacetPart {
  return {
    item,
    label: itemLook(item).label,
    read: (unit, year) => answerCell(answer, item, unit, year),
  }
}

/** Whether any of the units has a number in any of the years (by position). */
export function hasNumbers(
  facet: Facet,
  units: readonly number[],
  years: readonly number[],
): boolean {
  return facet.parts.some((part) =>
    units.some((unit) => years.some((year) => part.read(unit, year).state === 'value')),
  )
}
