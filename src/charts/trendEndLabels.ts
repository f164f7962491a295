import { position, textSize } from './axes'
import type { Facet } from './chartModel'
import type { AxisMarks } from './scale'
import { fitting, spread } from './spread'
import { isCrowded, topOf, type TrendInput, type TrendLine } from './trendInput'
import { shownNames } from './unitOrder'

/** A name at the end of a line, and how far it is moved down to be clear of its neighbours. */
export interface EndLabel {
  readonly column: number
  readonly text: string
  readonly down: number
}

/** A label for each line that has a point; of figures that follow one another, the later is named. */
export function endLabels(input: TrendInput, lines: readonly TrendLine[], marks: AxisMarks) {
  const { answer, facet, scale, theme } = input
  const names = shownNames(answer.units)
  const half = textSize(theme) / 2
  const gap = 1.05 * textSize(theme)
  const plot = input.height - topOf(input) - 1.8 * theme.rem
  const ends = lines.map((line) => {
    const column = lastPoint(line, answer.years.length)
    const value = line.part.read(line.unit, column).value
    const share = ((position(value, scale) ?? NaN) - marks.min) / (marks.max - marks.min)
    const isNamed =
      column >= 0 && isLabelled(input, line.unit) && !isContinued(facet, line, answer.years.length)
    return { column: isNamed ? column : -1, text: names[line.unit] ?? '', top: (1 - share) * plot }
  })
  const moved = new Map<number, number>()
  for (const column of new Set(ends.map((end) => end.column))) {
    const all = ends.flatMap((end, index) => (end.column === column ? [index] : []))
    const together = all.filter(fitting(all, (index) => ends[index]?.top ?? 0, gap, plot))
    const tops = together.map((index) => ends[index]?.top ?? 0)
    spread(
      tops.map((top) => top - half),
      gap,
      plot - half,
    ).forEach((top, turn) => {
      moved.set(together[turn] ?? -1, top + half - (tops[turn] ?? 0))
    })
  }
  return ends.map(({ column, text }, index) => {
    const down = moved.get(index)
    return { column: down === undefined ? -1 : column, text, down: down ?? 0 }
  })
}

/** Of too many lines, only the one in focus has its name. */
function isLabelled(input: TrendInput, unit: number): boolean {
  return !isCrowded(input) || (input.focus ?? -1) === unit
}

function lastPoint({ part, unit }: TrendLine, years: number): number {
  return Array.from({ length: years }, (_, year) => year).findLastIndex(
    (year) => part.read(unit, year).state === 'value',
  )
}

/** Whether another figure of the same unit goes on after this one. */
function isContinued({ parts }: Facet, line: TrendLine, years: number): boolean {
  const own = lastPoint(line, years)
  return parts.some((part) => part !== line.part && lastPoint({ ...line, part }, years) > own)
}

/** The room for names, in full-width characters. */
export function nameLimit({ width, theme }: TrendInput): number {
  if (width < 40 * theme.rem) return 6
  return width < 60 * theme.rem ? 9 : 13
}
