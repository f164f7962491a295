import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import type { Tip } from '@/wording/tip'
import type { Scale } from './axes'
import { breakLines, hairline, marksFor, position, textSize, valueAxis, yearAxis } from './axes'
import type { ChartBreak } from './breaks'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import { textWidth } from './legend'
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
  /** What it says, for those who do not see it. */
  readonly description: string
}

/** A line a unit over the years: gaps where there is no number, names at the line ends. */
export function trendChart(input: TrendInput): ChartModel {
  const { answer, facet, units } = input
  const lines = facet.parts.flatMap((part, turn) =>
    units.map((unit, place) => ({ part, unit, place, turn })),
  )
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
  readonly turn: number
}

function trendOption(input: TrendInput, lines: readonly Line[]): ChartOption {
  const { answer, facet, scale, theme } = input
  const values = lines.flatMap(({ part, unit }) =>
    answer.years.map((_, year) => part.read(unit, year).value),
  )
  const names = shownNames(answer.units)
  const longest = Math.max(0, ...input.units.map((unit) => textWidth(names[unit] ?? '')))
  const nameRoom = lines.length === 1 ? 1 : Math.min(longest, 8) + 1
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, color: theme.ink },
    aria: { enabled: true, label: { description: input.description } },
    tooltip: { trigger: 'axis' },
    grid: {
      left: 0.6 * theme.rem,
      right: nameRoom * textSize(theme) + theme.rem,
      top: (input.breaks.length > 0 ? 1.9 : 1) * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: yearAxis(answer.years, 10, theme),
    yAxis: valueAxis(marksFor(values, scale, scale === 'linear'), scale, facet, theme),
    series: lines.map((line, index) => ({
      ...lineSeries(input, line, names[line.unit] ?? ''),
      ...(index === 0 ? { markLine: breakLines(input.breaks, true, theme) } : {}),
    })),
  }
}

function lineSeries(input: TrendInput, line: Line, name: string) {
  const { answer, scale, theme } = input
  const { colour, symbol } = seriesLook(theme, line.place)
  const cells = answer.years.map((_, year) => line.part.read(line.unit, year))
  const endsHere = cells.at(-1)?.state === 'value' || line.turn === 0
  return {
    type: 'line' as const,
    name,
    symbol,
    symbolSize: 0.5 * theme.rem,
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    lineStyle: { width: 2 * hairline(theme), color: colour },
    itemStyle: { color: colour, borderColor: colour, borderWidth: 1.5 * hairline(theme) },
    emphasis: { focus: 'series' as const },
    endLabel: {
      show: endsHere && cells.some(({ state }) => state === 'value') && input.units.length > 1,
      formatter: '{a}',
      color: colour,
      fontSize: textSize(theme),
      width: 8 * textSize(theme),
      overflow: 'truncate' as const,
    },
    labelLayout: { moveOverlap: 'shiftY' as const },
    data: cells.map((cell, index) => trendPoint(answer.years[index] ?? NaN, cell, scale, theme)),
  }
}

function trendPoint(year: number, cell: AnswerCell, scale: Scale, theme: ChartTheme) {
  const value = [year, position(cell.value, scale)] as [number, number | null]
  const mark = `${cell.approximate ? '约' : ''}${cell.corrected ? '更' : ''}`
  if (mark === '') return value
  const label = {
    show: true,
    formatter: mark,
    position: 'top' as const,
    color: theme.inkSoft,
    fontSize: 0.7 * theme.rem,
  }
  return { value, label }
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
