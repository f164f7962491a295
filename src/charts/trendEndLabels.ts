import { markSigns } from '@/wording/answers'
import { position, textSize } from './axes'
import type { Facet } from './chartModel'
import type { AxisMarks } from './scale'
import { shortNames } from './shortNames'
import { fitting, spread } from './spread'
import { isCrowded, topOf, type TrendInput, type TrendLine } from './trendInput'
import { shownNames } from './unitOrder'

/** A name at the end of a line, and how far it is moved down to be clear of its neighbours. */
export interface EndLabel {
  readonly column: number
  /** The name, cut where there is no room for it, with the signs of the point. */
  readonly text: string
  readonly down: number
}

/** A label for each line that has a point; of figures that follow one another, the later is named. */
export function endLabels(input: TrendInput, lines: readonly TrendLine[], marks: AxisMarks) {
  const { answer, facet, scale, theme } = input
  const names = drawnNames(input)
  const half = textSize(theme) / 2
  const gap = 1.05 * textSize(theme)
  const plot = input.height - topOf(input) - 1.8 * theme.rem
  const ends = lines.map((line) => {
    const column = lastPoint(line, answer.years.length)
    const value = line.part.read(line.unit, column).value
    const share = ((position(value, scale) ?? NaN) - marks.min) / (marks.max - marks.min)
    const isNamed =
      column >= 0 && isLabelled(input, line.unit) && !isContinued(facet, line, answer.years.length)
    const signs = column < 0 ? '' : markSigns(line.part.read(line.unit, column))
    const text = `${names[line.place] ?? ''}${signs === '' ? '' : ` ${signs}`}`
    return { column: isNamed ? column : -1, text, top: (1 - share) * plot }
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

/** The names of the units drawn, as far as there is room for them. */
function drawnNames(input: TrendInput): readonly string[] {
  const names = shownNames(input.answer.units)
  return shortNames(
    input.units.map((unit) => names[unit] ?? ''),
    () => nameLimit(input),
  )
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

/** The room for names, in full-width characters: no more than the longest of a county has. */
function nameLimit({ width, theme }: TrendInput): number {
  return Math.min(15, Math.max(6, (NAMES_SHARE * width) / textSize(theme)))
}

/** What names may take of the width of a chart. */
const NAMES_SHARE = 0.35
