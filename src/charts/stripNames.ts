import { LEAST_FOR_QUARTILES, quantile } from '@/analysis/centres'
import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import { axisText, markSigns } from '@/wording/answers'
import { textSize } from './axes'
import type { Facet } from './chartModel'
import type { NamedDot } from './dotNames'
import { shortNames } from './shortNames'
import type { ChartTheme } from './theme'
import { seriesLook } from './theme'
import { shownNames } from './unitOrder'

/** A number of a unit in a year, and where it stands on both axes. */
export interface StripDot {
  readonly unit: number
  readonly year: number
  readonly cell: AnswerCell
  readonly at: readonly [number, number]
}

interface Naming {
  readonly answer: MatrixAnswer
  readonly facet: Facet
  readonly focus: number | null
  readonly theme: ChartTheme
  readonly width: number
}

/** Up to so many dots in the chart any may have its name, where there is room for it. */
const MOST_FOR_ALL = 120
/** Of more, in every year the highest, the lowest, and so many that lie far from the others. */
const MOST_OUTLIERS = 6

/** Sizes of a dot, and of that of the unit marked, in rem. */
export const DOT_REMS = 0.45
export const MARK_REMS = 0.95

/**
 * What is written beside the dots: beside the unit marked its numbers and, in the last year, its name; beside
 * the others their names, those at the ends and beyond the others first.
 */
export function stripNames(input: Naming, dots: readonly StripDot[]): readonly NamedDot[] {
  const { answer, focus, theme } = input
  const standings = standingsOf(dots)
  const names = namesToTell(shownNames(answer.units), lettersAcross(input))
  const lastOwn = dots.findLast(({ unit }) => unit === focus)
  return dots.map((dot) => {
    const { at, unit, cell } = dot
    if (unit === focus) {
      const text = ownText(input, dot, dot === lastOwn)
      const name = { text, colour: seriesLook(theme, 1).colour, weight: 600, isOwn: true }
      return { at, size: MARK_REMS * theme.rem, name }
    }
    const standing = standings.get(dot) ?? 0
    const text = standing > 0 || dots.length <= MOST_FOR_ALL ? (names[unit] ?? '') : ''
    const colour = standing > 0 ? theme.ink : theme.inkSoft
    return {
      at,
      size: DOT_REMS * theme.rem,
      name: { text, colour, weight: 400, isOwn: false, standing },
      hasSign: markSigns(cell) !== '',
    }
  })
}

function ownText({ answer, facet }: Naming, { unit, cell }: StripDot, isLast: boolean): string {
  const name = isLast ? (shownNames(answer.units)[unit] ?? '') : ''
  return [axisText(cell.value, facet), markSigns(cell), name]
    .filter((text) => text !== '')
    .join(' ')
}

/** How many letters are about as wide as a year. */
function lettersAcross({ answer, theme, width }: Naming): number {
  return Math.floor((0.85 * width) / answer.years.length / textSize(theme))
}

const LEAST_LETTERS = 5
const MOST_LETTERS = 14

/** Names cut to so many letters, or to the least from there on that leave no two of them alike. */
function namesToTell(names: readonly string[], letters: number): readonly string[] {
  const all = new Set(names).size
  for (let most = Math.max(LEAST_LETTERS, letters); most < MOST_LETTERS; most++) {
    const short = shortNames(names, () => most)
    if (new Set(short).size === all) return short
  }
  return shortNames(names, () => MOST_LETTERS)
}

/** What stands out: in every year the highest and the lowest, then what lies beyond; later years first. */
function standingsOf(dots: readonly StripDot[]): ReadonlyMap<StripDot, number> {
  const years = [...new Set(dots.map(({ year }) => year))].toSorted((a, b) => a - b)
  const standings = new Map<StripDot, number>()
  for (const [turn, year] of years.entries()) {
    const order = dots.filter((dot) => dot.year === year).toSorted((a, b) => a.at[1] - b.at[1])
    const ends = [order[0], order.at(-1)].filter((dot) => dot !== undefined)
    for (const dot of outliers(order)) standings.set(dot, 1 + turn)
    for (const dot of ends) standings.set(dot, 1 + years.length + turn)
  }
  return standings
}

/** Those that lie more than one and a half times the height of the box beyond it, the farthest of them. */
function outliers(order: readonly StripDot[]): readonly StripDot[] {
  if (order.length < LEAST_FOR_QUARTILES) return []
  const places = order.map(({ at }) => at[1])
  const [lower, upper] = [quantile(places, 0.25), quantile(places, 0.75)]
  const beyond = ({ at }: StripDot) => Math.max(lower - at[1], at[1] - upper)
  return order
    .filter((dot) => beyond(dot) > 1.5 * (upper - lower))
    .toSorted((a, b) => beyond(b) - beyond(a))
    .slice(0, MOST_OUTLIERS)
}
