import type { MatrixAnswer } from '@/analysis/answer'
import type { Centre, CentreKind } from '@/analysis/centres'
import { centreOf } from '@/analysis/centres'
import { centreNames } from '@/wording/centres'
import type { Facet } from './chartModel'

/** A statistic of all units compared, year by year, with its name. */
export interface Reference {
  readonly kind: CentreKind
  readonly label: string
  /** By position of the year. */
  readonly values: readonly Centre[]
}

/** The chosen statistics of a figure; one that no year has is left out, as a weighted mean of counts is. */
export function referencesOf(
  answer: MatrixAnswer,
  facet: Facet,
  kinds: readonly CentreKind[],
): readonly Reference[] {
  const part = facet.parts[0]
  if (!part) return []
  const units = comparedUnits(answer)
  const cells = answer.years.map((_, year) => units.map((unit) => part.read(unit, year)))
  return kinds
    .map((kind) => ({
      kind,
      label: centreNames[kind],
      values: cells.map((ofYear) => centreOf(kind, ofYear)),
    }))
    .filter(({ values }) => values.some(({ value }) => !Number.isNaN(value)))
}

/** All units but a city whose counties are there: it is not one among them. */
export function comparedUnits(answer: MatrixAnswer): readonly number[] {
  return answer.units.flatMap((_, unit) => (answer.leftOut.includes(unit) ? [] : [unit]))
}
