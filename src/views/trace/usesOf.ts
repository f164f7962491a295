import { measures, operandsOf } from '@/domain/measures'
import { viewNames, viewTitles, type ViewName } from '@/wording/viewNames'

import { itemsOf, subjects } from '../compare/subjects'

/** A measure that a figure goes into. */
export interface MeasureUse {
  readonly id: string
  readonly label: string
  readonly formula: string
}

/** A comparison that shows a figure, or a measure that it goes into. */
export interface ViewUse {
  readonly view: ViewName
  readonly subject: string
  readonly label: string
}

/** Backwards from a cell: the measures and the comparisons that use an indicator. */
export function usesOf(indicator: string): {
  readonly measures: readonly MeasureUse[]
  readonly views: readonly ViewUse[]
} {
  const used = measures.filter((measure) => operandsOf(measure).includes(indicator))
  const items = new Set([indicator, ...used.map(({ id }) => id)])
  return {
    measures: used.map(({ id, label, formula }) => ({ id, label, formula })),
    views: viewNames.flatMap((view) =>
      subjects[view]
        .filter((subject) => itemsOf(subject).some((item) => items.has(item)))
        .map((subject) => ({
          view,
          subject: subject.id,
          label: `${viewTitles[view]} · ${subject.label}`,
        })),
    ),
  }
}
