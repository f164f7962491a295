import { markSigns } from '@/wording/answers'
import type { Tip } from '@/wording/tip'
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
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import { textWidth } from './legend'
import type { Reference } from './references'
import { signLabel } from './signLabel'
import { seriesLook, type ChartTheme, type SeriesLook } from './theme'
import { tipRow } from './tips'
import { endLabels, type EndLabel } from './trendEndLabels'
import {
  hollowNote,
  isCrowded,
  lanesOf,
  pointStyle,
  thinned,
  topOf,
  type TrendInput,
  type TrendLine,
} from './trendInput'
import { shownNames } from './unitOrder'

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

function trendOption(input: TrendInput, lines: readonly TrendLine[]): ChartOption {
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
  const right = longest * textSize(theme) + 1.2 * theme.rem
  const top = topOf(input)
  return {
    ...chartHead(theme, input.description),
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

function lineSeries(input: TrendInput, line: TrendLine, end: EndLabel | null) {
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

/** What is left of a line that steps back. */
const FADED = 0.18

/** Colour and shape of a line; of too many lines, only the one in focus has its own. */
function lookOf(input: TrendInput, { unit, place }: TrendLine): SeriesLook {
  const { theme } = input
  if (!isCrowded(input)) return seriesLook(theme, place)
  const isOwn = input.focus === unit
  const colour = isOwn ? seriesLook(theme, 0).colour : theme.axis
  return { colour, symbol: 'circle', fill: colour }
}

function trendPoint(input: TrendInput, line: TrendLine, column: number, end: EndLabel | null) {
  const { answer, scale, theme } = input
  const cell = line.part.read(line.unit, column)
  const value: [number, number | null] = [answer.years[column] ?? NaN, position(cell.value, scale)]
  const mark = markSigns(cell)
  const look = pointStyle(cell, input.facet, theme)
  if (end?.column === column) {
    const label = {
      show: true,
      formatter: end.text,
      position: 'right' as const,
      distance: 0.5 * theme.rem,
      offset: [0, end.down],
      color: lookOf(input, line).colour,
      opacity: isFaded(input, line.unit) ? FADED : 1,
      fontSize: textSize(theme),
    }
    return { value, label, ...look }
  }
  if (mark === '' && !('itemStyle' in look)) return value
  return { value, ...look, ...(mark === '' ? {} : signLabel(mark, theme)) }
}

function trendTip(
  input: TrendInput,
  points: readonly ChartPoint[],
  lines: readonly TrendLine[],
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
    notes: [
      ...[hollowNote(facet, [...new Set(spoken.map(({ unit }) => unit))], [column])],
      ...input.breaks
        .filter(({ after }) => Math.ceil(after + 0.5) === year)
        .map(({ name, words }) => words ?? name),
    ].filter((text) => text !== ''),
  }
}

/** Of figures that follow one another, only those that the year's form has, or the first. */
function speaks(facet: Facet, part: FacetPart, unit: number, column: number): boolean {
  if (part.read(unit, column).state !== 'absent') return true
  const noneThere = facet.parts.every((other) => other.read(unit, column).state === 'absent')
  return noneThere && part === facet.parts[0]
}
