import type { MatrixAnswer } from '@/analysis/answer'
import { markSigns } from '@/wording/answers'
import type { Tip } from '@/wording/tip'
import type { Scale } from './axes'
import {
  breakLines,
  hairline,
  marksFor,
  position,
  textSize,
  valueAxis,
  yearAxis,
  yearsThatFit,
} from './axes'
import { lanesFor, lanesRoom } from './breakLanes'
import type { ChartBreak } from './breaks'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import type { Reference } from './references'
import { textWidth } from './legend'
import type { AxisMarks } from './scale'
import { signLabel } from './signLabel'
import { fitting, spread } from './spread'
import type { ChartTheme } from './theme'
import type { SeriesLook } from './theme'
import { seriesLook } from './theme'
import { tipRow } from './tips'
import { shownNames } from './unitOrder'

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

/** A line a unit over the years: gaps where there is no number, names at the line ends. */
export function trendChart(input: TrendInput): ChartModel {
  const { answer, facet, units } = input
  const lines = facet.parts.flatMap((part) => units.map((unit, place) => ({ part, unit, place })))
  return {
    option: trendOption(input, lines),
    rems: null,
    tip: (points) => trendTip(input, points, lines),
    target: ({ series, data }) => {
      const line = lines[series]
      const unit = line && answer.units[line.unit]
      const year = answer.years[data]
      if (!line || !unit || year === undefined) return null
      return { unit: unit.id, year, item: line.part.item }
    },
    unit: ({ series }) => answer.units[lines[series]?.unit ?? -1]?.id ?? null,
  }
}

interface Line {
  readonly part: FacetPart
  readonly unit: number
  /** Place among the units, which gives colour and shape. */
  readonly place: number
}

function trendOption(input: TrendInput, lines: readonly Line[]): ChartOption {
  const { answer, facet, scale, theme } = input
  const references = input.references ?? []
  const values = lines.flatMap(({ part, unit }) =>
    answer.years.map((_, year) => part.read(unit, year).value),
  )
  const middles = references.flatMap((reference) => reference.values.map(({ value }) => value))
  const marks = marksFor([...values, ...middles], scale, scale === 'linear')
  const labels = input.units.length > 1 ? endLabels(input, lines, marks) : []
  const named = labels.filter(({ column }) => column >= 0)
  const longest = Math.max(0, ...named.map(({ text }) => textWidth(text)))
  const right = Math.min(longest, nameLimit(input)) * textSize(theme) + 1.2 * theme.rem
  const top = topOf(input)
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, color: theme.ink },
    aria: { enabled: true, label: { description: input.description } },
    tooltip: { trigger: isCrowded(input) ? 'item' : 'axis' },
    grid: {
      left: 0.6 * theme.rem,
      right,
      top,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: yearAxis(answer.years, yearsThatFit(input.width - right, theme), theme),
    yAxis: valueAxis(marks, scale, facet, theme),
    series: [
      ...lines.map((line, index) => ({
        ...lineSeries(input, line, labels[index] ?? null),
        ...(index === 0
          ? { markLine: breakLines(input.breaks, true, theme, false, lanesOf(input)) }
          : {}),
      })),
      ...references.map((reference, place) => referenceSeries(input, reference, place)),
    ],
  }
}

function isCrowded({ units }: TrendInput): boolean {
  return units.length > MOST_COLOURS
}

/** Whether a unit steps back, so that another one is seen. */
function isFaded({ focus }: TrendInput, unit: number): boolean {
  return focus !== null && focus !== undefined && focus !== unit
}

/** A statistic as a dashed line with its name, each at another year so that names do not meet. */
function referenceSeries(input: TrendInput, reference: Reference, place: number) {
  const { answer, scale, theme } = input
  const points = reference.values.map(({ value }) => position(value, scale))
  const known = points.flatMap((at, column) => (at === null ? [] : [column]))
  const named = known[Math.min(place, known.length - 1)]
  return {
    type: 'line' as const,
    name: reference.label,
    silent: true,
    symbol: 'circle',
    symbolSize: 1,
    showAllSymbol: true,
    z: 4,
    connectNulls: false,
    lineStyle: { width: 1.5 * hairline(theme), color: theme.ink, type: 'dashed' as const },
    itemStyle: { color: theme.ink },
    data: points.map((at, column) => ({
      value: [answer.years[column] ?? NaN, at],
      ...(column === named ? { label: nameOf(reference, theme) } : {}),
    })),
  }
}

function nameOf({ label }: Reference, theme: ChartTheme) {
  return {
    show: true,
    formatter: label,
    position: 'top' as const,
    align: 'left' as const,
    color: theme.ink,
    fontSize: textSize(theme),
    textBorderColor: theme.paper,
    textBorderWidth: 3 * hairline(theme),
  }
}

/** Room above the plot for the names of breaks. */
function topOf(input: TrendInput): number {
  const { breaks, theme } = input
  return (breaks.length > 0 ? 1.9 : 1) * theme.rem + lanesRoom(lanesOf(input), theme)
}

const MOST_LANES = 3

function lanesOf({ breaks, answer, width, theme }: TrendInput): readonly number[] {
  return lanesFor(breaks, 0.75 * width, answer.years.length, theme, MOST_LANES)
}

/** A name at the end of a line, and how far it is moved down to be clear of its neighbours. */
interface EndLabel {
  readonly column: number
  readonly text: string
  readonly down: number
}

/** A label for each line that has a point; of figures that follow one another, the later is named. */
function endLabels(input: TrendInput, lines: readonly Line[], marks: AxisMarks) {
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

function lastPoint({ part, unit }: Line, years: number): number {
  return Array.from({ length: years }, (_, year) => year).findLastIndex(
    (year) => part.read(unit, year).state === 'value',
  )
}

/** Whether another figure of the same unit goes on after this one. */
function isContinued({ parts }: Facet, line: Line, years: number): boolean {
  const own = lastPoint(line, years)
  return parts.some((part) => part !== line.part && lastPoint({ ...line, part }, years) > own)
}

/** The room for names, in full-width characters. */
function nameLimit({ width, theme }: TrendInput): number {
  if (width < 40 * theme.rem) return 6
  return width < 60 * theme.rem ? 9 : 13
}

function lineSeries(input: TrendInput, line: Line, end: EndLabel | null) {
  const { answer, theme } = input
  const { colour, symbol, fill } = lookOf(input, line)
  const inFocus = input.focus === line.unit
  const isThin = isCrowded(input) && !inFocus
  const opacity = isFaded(input, line.unit) ? FADED : isThin ? thinned(input.units.length) : 1
  return {
    type: 'line' as const,
    name: answer.units[line.unit]?.name ?? '',
    symbol,
    symbolSize: (isThin ? 0.22 : 0.5) * theme.rem,
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    triggerLineEvent: true,
    z: inFocus ? 3 : 2,
    lineStyle: {
      width: (inFocus ? 3 : isThin ? 1.2 : 2) * hairline(theme),
      color: colour,
      opacity,
    },
    itemStyle: { color: fill, borderColor: colour, borderWidth: 1.5 * hairline(theme), opacity },
    emphasis: { focus: 'series' as const },
    blur: {
      lineStyle: { opacity: FADED },
      itemStyle: { opacity: FADED },
      label: { opacity: FADED },
    },
    data: answer.years.map((_, column) => trendPoint(input, line, column, end)),
  }
}

/** Of many lines each is the fainter the more there are, so that one sees where they lie close. */
function thinned(lines: number): number {
  return Math.max(0.3, Math.sqrt(MOST_COLOURS / lines))
}

/** What is left of a line that steps back. */
const FADED = 0.18

/** Colour and shape of a line; of too many lines, only the one in focus has its own. */
function lookOf(input: TrendInput, { unit, place }: Line): SeriesLook {
  const { theme } = input
  if (!isCrowded(input)) return seriesLook(theme, place)
  const isOwn = input.focus === unit
  const colour = isOwn ? seriesLook(theme, 0).colour : theme.axis
  return { colour, symbol: 'circle', fill: colour }
}

function trendPoint(input: TrendInput, line: Line, column: number, end: EndLabel | null) {
  const { answer, scale, theme } = input
  const cell = line.part.read(line.unit, column)
  const value: [number, number | null] = [answer.years[column] ?? NaN, position(cell.value, scale)]
  const mark = markSigns(cell)
  if (end?.column === column) {
    const label = {
      show: true,
      formatter: mark === '' ? end.text : `${end.text} ${mark}`,
      position: 'right' as const,
      distance: 0.5 * theme.rem,
      offset: [0, end.down],
      color: lookOf(input, line).colour,
      opacity: isFaded(input, line.unit) ? FADED : 1,
      fontSize: textSize(theme),
      width: nameLimit(input) * textSize(theme),
      overflow: 'truncate' as const,
    }
    return { value, label }
  }
  return mark === '' ? value : { value, ...signLabel(mark, theme) }
}

function trendTip(
  input: TrendInput,
  points: readonly ChartPoint[],
  lines: readonly Line[],
): Tip | null {
  const { answer, facet } = input
  const column = points[0]?.data
  const year = column === undefined ? undefined : answer.years[column]
  if (column === undefined || year === undefined) return null

  const names = shownNames(answer.units)
  const pointed = isCrowded(input) ? points.flatMap(({ series }) => lines[series] ?? []) : lines
  const spoken = pointed.filter(({ part, unit }) => speaks(facet, part, unit, column))
  return {
    title: `${year} 年 · ${facet.title}`,
    rows: spoken.map(({ part, unit, place }) => {
      const name = names[unit] ?? ''
      const label = facet.parts.length > 1 ? `${name} ${part.label}` : name
      const { colour } = lookOf(input, { part, unit, place })
      return tipRow(label, part.read(unit, column), facet, colour)
    }),
    notes: input.breaks
      .filter(({ after }) => Math.ceil(after + 0.5) === year)
      .map(({ name, words }) => words ?? name),
  }
}

/** Of figures that follow one another, only those that the year's form has, or the first. */
function speaks(facet: Facet, part: FacetPart, unit: number, column: number): boolean {
  if (part.read(unit, column).state !== 'absent') return true
  const noneThere = facet.parts.every((other) => other.read(unit, column).state === 'absent')
  return noneThere && part === facet.parts[0]
}
