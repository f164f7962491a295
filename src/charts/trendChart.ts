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
import type { ChartBreak } from './breaks'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import { textWidth } from './legend'
import type { AxisMarks } from './scale'
import { spread } from './spread'
import type { ChartTheme } from './theme'
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
}

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
  const values = lines.flatMap(({ part, unit }) =>
    answer.years.map((_, year) => part.read(unit, year).value),
  )
  const marks = marksFor(values, scale, scale === 'linear')
  const labels = input.units.length > 1 ? endLabels(input, lines, marks) : []
  const longest = Math.max(0, ...labels.map(({ text }) => textWidth(text)))
  const right = Math.min(longest, nameLimit(input)) * textSize(theme) + 1.2 * theme.rem
  const top = topOf(input)
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, color: theme.ink },
    aria: { enabled: true, label: { description: input.description } },
    tooltip: { trigger: 'axis' },
    grid: {
      left: 0.6 * theme.rem,
      right,
      top,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: yearAxis(answer.years, yearsThatFit(input.width - right, theme), theme),
    yAxis: valueAxis(marks, scale, facet, theme),
    series: lines.map((line, index) => ({
      ...lineSeries(input, line, labels[index] ?? null),
      ...(index === 0 ? { markLine: breakLines(input.breaks, true, theme) } : {}),
    })),
  }
}

/** Room above the plot for the names of breaks. */
function topOf({ breaks, theme }: TrendInput): number {
  return (breaks.length > 0 ? 1.9 : 1) * theme.rem
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
  const plot = input.height - topOf(input) - 1.8 * theme.rem
  const ends = lines.map((line) => {
    const column = lastPoint(line, answer.years.length)
    const value = line.part.read(line.unit, column).value
    const share = ((position(value, scale) ?? NaN) - marks.min) / (marks.max - marks.min)
    const isNamed = column >= 0 && !isContinued(facet, line, answer.years.length)
    return { column: isNamed ? column : -1, text: names[line.unit] ?? '', top: (1 - share) * plot }
  })
  const moved = new Map<number, number>()
  for (const column of new Set(ends.map((end) => end.column))) {
    const together = ends.flatMap((end, index) => (end.column === column ? [index] : []))
    const tops = together.map((index) => ends[index]?.top ?? 0)
    spread(
      tops.map((top) => top - half),
      1.05 * textSize(theme),
      plot - half,
    ).forEach((top, turn) => {
      moved.set(together[turn] ?? -1, top + half - (tops[turn] ?? 0))
    })
  }
  return ends.map(({ column, text }, index) => ({ column, text, down: moved.get(index) ?? 0 }))
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
  return width < 40 * theme.rem ? 6 : 9
}

function lineSeries(input: TrendInput, line: Line, end: EndLabel | null) {
  const { answer, theme } = input
  const { colour, symbol, fill } = seriesLook(theme, line.place)
  return {
    type: 'line' as const,
    name: answer.units[line.unit]?.name ?? '',
    symbol,
    symbolSize: 0.5 * theme.rem,
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    lineStyle: { width: 2 * hairline(theme), color: colour },
    itemStyle: { color: fill, borderColor: colour, borderWidth: 1.5 * hairline(theme) },
    emphasis: { focus: 'series' as const },
    data: answer.years.map((_, column) => trendPoint(input, line, column, end)),
  }
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
      color: seriesLook(theme, line.place).colour,
      fontSize: textSize(theme),
      width: nameLimit(input) * textSize(theme),
      overflow: 'truncate' as const,
    }
    return { value, label }
  }
  if (mark === '') return value
  const size = 0.7 * theme.rem
  const label = { show: true, formatter: mark, color: theme.inkSoft, fontSize: size }
  return { value, label: { ...label, position: 'top' as const } }
}

function trendTip(
  input: TrendInput,
  points: readonly ChartPoint[],
  lines: readonly Line[],
): Tip | null {
  const { answer, facet, theme } = input
  const column = points[0]?.data
  const year = column === undefined ? undefined : answer.years[column]
  if (column === undefined || year === undefined) return null

  const names = shownNames(answer.units)
  const spoken = lines.filter(({ part, unit }) => speaks(facet, part, unit, column))
  return {
    title: `${year} 年 · ${facet.title}`,
    rows: spoken.map(({ part, unit, place }) => {
      const name = names[unit] ?? ''
      const label = facet.parts.length > 1 ? `${name} ${part.label}` : name
      const { colour } = seriesLook(theme, place)
      return tipRow(label, part.read(unit, column), facet, colour)
    }),
    notes: input.breaks.filter(({ after }) => after + 1 === year).map(({ name }) => name),
  }
}

/** Of figures that follow one another, only those that the year's form has, or the first. */
function speaks(facet: Facet, part: FacetPart, unit: number, column: number): boolean {
  if (part.read(unit, column).state !== 'absent') return true
  const noneThere = facet.parts.every((other) => other.read(unit, column).state === 'absent')
  return noneThere && part === facet.parts[0]
}
