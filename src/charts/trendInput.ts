import type { MatrixAnswer } from '@/analysis/answer'
import type { Scale } from './axes'
import { lanesFor, lanesRoom } from './breakLanes'
import type { ChartBreak } from './breaks'
import type { Facet, FacetPart } from './chartModel'
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

/** Of many lines each is the fainter the more there are, so that one sees where they lie close. */
export function thinned(lines: number): number {
  return Math.max(0.3, Math.sqrt(MOST_COLOURS / lines))
}
