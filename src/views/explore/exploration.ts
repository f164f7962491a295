import type { TimeNote } from '@/domain/timeNote'
import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { answerCell, unasked } from '@/analysis/answerCell'
import type { Standing } from '@/analysis/standings'
import { standingsOf } from '@/analysis/standings'
import type { Facet } from '@/charts/chartModel'
import { facetIn } from '@/charts/figureModes'
import type { ChartTheme } from '@/charts/theme'
import type { RollUp } from '@/charts/tables'
import { leftOutNote } from '@/charts/totals'
import { unitOrder } from '@/charts/unitOrder'
import type { BoundaryView } from '@/engine/boundaryProtocol'
import { changeOf } from '@/domain/item'
import { exploreTitles } from '@/wording/exploreForms'
import { scopeWords } from '@/wording/scopes'
import type { Comparison, Frame } from '../compare/cards'
import type { ExploreLayout } from './exploreLayout'
import { shownItems } from './exploreLayout'
import type { ExploreState } from './exploreState'

export interface ExplorationInput {
  readonly state: ExploreState
  readonly layout: ExploreLayout
  readonly answer: MatrixAnswer
  /** The same of every year, where scales hold through all of them; else null. */
  readonly held?: MatrixAnswer | null | undefined
  /** The same question of the units of each city; only where a map groups them. */
  readonly rollUps?: readonly RollUp[]
  /** The boundary file, where there is one. */
  readonly boundaries?: BoundaryView | null
  readonly theme: ChartTheme
  readonly frame: Frame
  /** The user's own, for the time axes. */
  readonly notes?: readonly TimeNote[]
}

/** The position of the year that is shown alone. */
export function shownYear({ answer, layout }: ExplorationInput): number {
  return answer.years.indexOf(layout.year)
}

/** The chosen figures in the chosen mode. */
export function facetsOf({ state, layout, answer }: ExplorationInput): readonly Facet[] {
  const base = answer.years.indexOf(layout.base)
  return shownItems(state).map((item) => facetIn(answer, item, state.mode, base))
}

/** Positions of the units, sorted by the first figure in the year shown, or the last. */
export function orderedUnits(input: ExplorationInput, facet: Facet | undefined): readonly number[] {
  const { state, layout, answer } = input
  const year = layout.isOneYear ? shownYear(input) : answer.years.length - 1
  const by = state.sort === 'change' ? 'value' : state.sort
  const change = state.sort === 'change' ? changeOf(state.items[0] ?? '') : null
  const cellOf = (unit: number): AnswerCell =>
    change === null
      ? (facet?.parts[0]?.read(unit, year) ?? unasked)
      : answerCell(answer, change, unit, year)
  const minimum = change === null ? (facet?.minimumDenominator ?? null) : null
  return unitOrder(answer.units, by, minimum, cellOf)
}

/** The standings of all units by a figure, by position of the year, then of the unit. */
export function standingsByYear(
  { answer }: ExplorationInput,
  facet: Facet,
  years: readonly number[],
): readonly (readonly Standing[])[] {
  return answer.years.map((_, year) =>
    years.includes(year)
      ? standingsOf(
          answer.units.map((__, unit) => facet.parts[0]?.read(unit, year) ?? unasked),
          facet.minimumDenominator,
          answer.leftOut,
        )
      : [],
  )
}

/** The position of the unit that stands out; null if it is not among those shown. */
export function focusOf({ state, answer }: ExplorationInput): number | null {
  const place = answer.units.findIndex(({ id }) => id === state.focus)
  return place < 0 ? null : place
}

/** What a table is of, in words. */
export function captionOf({ state, layout, answer }: ExplorationInput, label: string): string {
  const [from, to] = layout.years
  const years = layout.isOneYear || from === to ? `${layout.year} 年` : `${from}–${to} 年`
  const scope = `${scopeWords[state.scope]}口径`
  const parts = [
    exploreTitles[state.form],
    label,
    years,
    `${answer.units.length} 个单位`,
    scope,
    leftOutNote(answer),
  ]
  return parts.filter((text) => text !== '').join(' · ')
}

/** What a form draws of a page of units. */
export interface UnitPage {
  readonly units: readonly number[]
  readonly pages: number
  readonly page: number
  readonly drawn: Comparison['drawn']
}

/** The units of the page shown, so many a page. */
export function unitPage(order: readonly number[], size: number, page: number): UnitPage {
  const pages = Math.max(1, Math.ceil(order.length / size))
  const shown = Math.min(page, pages - 1)
  const first = pages === 1 ? 0 : shown * size
  const units = order.slice(first, first + size)
  return {
    units,
    pages,
    page: shown,
    drawn: { units: [first + 1, first + units.length, order.length], figures: [1, 1, 1] },
  }
}

/** The texts that say something, as one. */
export function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('；')
}

/** A figure's name with its unit of measure. */
export function titleOf({ title, measureUnit }: Facet): string {
  return measureUnit === '' || measureUnit === '%' ? title : `${title}（${measureUnit}）`
}
