import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import type { Scale } from './axes'
import { lanesFor, lanesRoom } from './breakLanes'
import type { ChartBreak } from './breaks'
import type { Facet, FacetPart } from './chartModel'
import { isSmall } from './unitOrder'
import type { Reference } from './references'
import type { ChartTheme } from './theme'

export interface TrendInput {
  readonly answer: MatrixAnswer
  readonly facet: Facet
  /** Positions of the units to draw, in order; a line each. */
  readonly units: readonly number[]
  readonly scale: Scale
  readonly breaks: readonly ChartBreak[]
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  readonly height: number
  /** What it says, for those who do not see it. */
  readonly description: string
  /** The position of the unit that stands out against the others. */
  readonly focus?: number | null
  /** Statistics drawn as dashed lines, each with its name. */
  readonly references?: readonly Reference[]
}

/** More lines than these have no colour, shape or name of their own, only the one in focus has. */
export const MOST_COLOURS = 12

/** A figure of a unit over the years. */
export interface TrendLine {
  readonly part: FacetPart
  readonly unit: number
  /** Place among the units, which gives colour and shape. */
  readonly place: number
}

/** Whether there are more lines than can be told apart. */
export function isCrowded({ units }: TrendInput): boolean {
  return units.length > MOST_COLOURS
}

/** Room above the plot for the names of breaks. */
export function topOf(input: TrendInput): number {
  const { breaks, theme } = input
  return (breaks.length > 0 ? 1.9 : 1) * theme.rem + lanesRoom(lanesOf(input), theme)
}

const MOST_LANES = 3

/** The lanes above the plot in which the names of breaks stand; names at line ends take half of a small chart. */
export function lanesOf({ breaks, answer, units, width, theme }: TrendInput): readonly number[] {
  const isSmall = units.length > 1 && width < SMALL_REMS * theme.rem
  const plot = (isSmall ? 0.5 : 0.75) * width
  return lanesFor(breaks, plot, answer.years.length, theme, MOST_LANES)
}

const SMALL_REMS = 36

/** How the point of a rate over few cases looks: hollow, since it goes up and down by chance. */
export function pointStyle(cell: AnswerCell, { minimumDenominator }: Facet, theme: ChartTheme) {
  return isSmall(cell, minimumDenominator) ? { itemStyle: { color: theme.surface } } : {}
}

/** What hollow points are, where a chart over the years has any; empty where not. */
export function hollowNote(
  facet: Facet,
  units: readonly number[],
  years: readonly number[],
): string {
  const { minimumDenominator, parts } = facet
  const isHollow = units.some((unit) =>
    years.some((year) => parts.some((part) => isSmall(part.read(unit, year), minimumDenominator))),
  )
  return isHollow ? `空心点的分母小于 ${minimumDenominator ?? ''}，高低多半出于偶然` : ''
}

/** Of many lines each is the fainter the more there are, so that one sees where they lie close. */
export function thinned(lines: number): number {
  return Math.max(0.3, Math.sqrt(MOST_COLOURS / lines))
}
