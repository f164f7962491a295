import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import type { Interval } from '@/analysis/wilson'
import { axisText, cellWithBasis, checkReason, checkSign, stateWord } from '@/wording/answers'
import type { Tip } from '@/wording/tip'
import type { Scale } from './axes'
import { hairline, marksFor, position, textSize, valueAxis } from './axes'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import { intervalBars } from './intervalBars'
import { textWidth } from './legend'
import type { Reference } from './references'
import { rowAxis } from './rowAxis'
import type { AxisMarks } from './scale'
import type { ChartTheme } from './theme'
import { tipRow } from './tips'
import { isSmall, shownNames } from './unitOrder'

/** Numbers that the axis holds beside those of the year, and ends of their intervals. */
export interface RankingHeld {
  readonly cells: readonly AnswerCell[]
  readonly ends: readonly number[]
}

export interface RankingInput {
  readonly answer: MatrixAnswer
  /** Its first part is drawn. */
  readonly facet: Facet
  /** Position of the year in the answer. */
  readonly year: number
  /** Positions of the units to draw, from top to bottom. */
  readonly units: readonly number[]
  /** Positions of all units compared: the axis is the same on every page of them. */
  readonly all: readonly number[]
  /** What the axis holds besides, such as the same of other years. */
  readonly held?: RankingHeld | null | undefined
  readonly scale: Scale
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  readonly description: string
  /** What stands before a unit's name, e.g. its rank; by its position. */
  readonly before?: (unit: number) => string
  /** In the units of the axis; drawn over the bar, with the number behind it. */
  readonly interval?: (unit: number) => Interval | null
  /** The position of the unit that stands out against the others. */
  readonly focus?: number | null
  /** Statistics drawn as dashed lines, each with its name. */
  readonly references?: readonly Reference[]
}

/** Height of one bar with its gap, in rem. */
export const BAR_REMS = 1.55

/** A bar a unit for one year; a unit without a number is named with the reason and has no bar. */
export function rankingChart(input: RankingInput): ChartModel {
  const { answer, facet, year, units } = input
  const part = facet.parts[0]
  if (!part) return { option: {}, rems: null, tip: () => null, target: () => null }
  return {
    option: rankingOption(input, part),
    rems: units.length * BAR_REMS + 2.2,
    tip: (points) => rankingTip(input, part, points),
    target: ({ data }) => {
      const unit = answer.units[units[data] ?? -1]
      const shown = answer.years[year]
      return unit && shown !== undefined ? { unit: unit.id, year: shown, item: part.item } : null
    },
    unit: ({ data }) => answer.units[units[data] ?? -1]?.id ?? null,
  }
}

function rankingOption(input: RankingInput, part: FacetPart): ChartOption {
  const { answer, year, units, scale, theme } = input
  const intervals = units.map((unit) => input.interval?.(unit) ?? null)
  const middles = (input.references ?? []).map(({ values }) => values[year]?.value ?? NaN)
  const marks = marksFor([...valuesOf(input, part), ...middles], scale, true)
  const names = shownNames(answer.units)
  return {
    ...chartHead(theme, input.description),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: {
      left: 0.4 * theme.rem,
      right: labelRoom(input, part),
      top: (0.4 + 1.1 * middles.length) * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: barAxis(input, marks),
    yAxis: rowAxis(
      units.map((unit) => ({
        before: input.before?.(unit) ?? '',
        name: names[unit] ?? '',
        after: '',
      })),
      theme,
      input.width,
    ),
    series: [
      barSeries(input, part, marks, intervals),
      ...intervalSeries(input, cellsOf(input, part), intervals),
    ],
  }
}

function cellsOf({ units, year }: RankingInput, part: FacetPart): readonly AnswerCell[] {
  return units.map((unit) => part.read(unit, year))
}

function barSeries(
  input: RankingInput,
  part: FacetPart,
  marks: AxisMarks,
  intervals: readonly (Interval | null)[],
) {
  const { facet, units, scale, theme } = input
  const cells = cellsOf(input, part)
  const gaps = cells.flatMap((cell, row) => (cell.state === 'value' ? [] : [{ cell, row }]))
  return {
    type: 'bar' as const,
    name: facet.title,
    barCategoryGap: '28%',
    barMaxWidth: 2.2 * theme.rem,
    itemStyle: { color: theme.series[0] ?? theme.accent },
    label: {
      show: true,
      position: 'right' as const,
      color: theme.ink,
      fontSize: textSize(theme),
    },
    data: cells.map((cell, row) => {
      const drawn = bar(cell, facet, scale, theme)
      const { itemStyle } = drawn
      const hasInterval = (intervals[row] ?? null) !== null
      const opacity = isFaded(input, units[row] ?? -1) ? 0.3 : 1
      return {
        ...drawn,
        // The number stands behind the interval where there is one.
        ...(hasInterval ? { label: { show: false } } : {}),
        ...(opacity < 1 ? { itemStyle: { ...itemStyle, opacity } } : {}),
      }
    }),
    markPoint: gapLabels(
      gaps.map(({ cell, row }) => ({ row, text: stateWord(cell.state, facet) })),
      marks.min > 0 ? marks.min : 0,
      theme,
    ),
    markLine: referenceLines(input),
  }
}

/** The axis holds all bars on every page of them, and their intervals. */
function valuesOf({ all, year, interval, held }: RankingInput, part: FacetPart): readonly number[] {
  const own = all.flatMap((unit) => {
    const ends = interval?.(unit)
    return [part.read(unit, year).value, ...(ends ? [ends.high] : [])]
  })
  return held ? [...own, ...held.ends, ...held.cells.map(({ value }) => value)] : own
}

function isFaded({ focus }: RankingInput, unit: number): boolean {
  return focus !== null && focus !== undefined && focus !== unit
}

function intervalSeries(
  { facet, scale, theme }: RankingInput,
  cells: readonly AnswerCell[],
  intervals: readonly (Interval | null)[],
) {
  const texts = cells.map((cell) => barText(cell, facet))
  return intervals.some((interval) => interval !== null)
    ? [intervalBars(intervals, texts, scale, theme)]
    : []
}

function referenceLines({ references = [], year, facet, scale, theme }: RankingInput) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.ink, type: 'dashed' as const, width: 1.5 * hairline(theme) },
    label: {
      show: true,
      position: 'start' as const,
      distance: 0.2 * theme.rem,
      color: theme.ink,
      fontSize: textSize(theme),
      formatter: '{b}',
    },
    data: references.flatMap(({ label, values }, place) => {
      const { value } = values[year] ?? { value: NaN }
      const xAxis = position(value, scale)
      const own = { label: { offset: [0, -1.1 * place * theme.rem] } }
      return xAxis === null ? [] : [{ name: `${label} ${axisText(value, facet)}`, xAxis, ...own }]
    }),
  }
}

/** Room for the widest number behind the longest bar. */
function labelRoom({ units, year, facet, theme, held }: RankingInput, part: FacetPart): number {
  const cells = held?.cells ?? units.map((unit) => part.read(unit, year))
  const widths = cells.map((cell) => textWidth(barText(cell, facet)))
  return (Math.min(16, Math.max(3, ...widths)) + 1) * textSize(theme)
}

/** Every bar has its number: marks on the axis are needed only to see that it is not even. */
function barAxis({ facet, scale, theme, width }: RankingInput, marks: AxisMarks) {
  const axis = valueAxis(marks, scale, facet, theme)
  const show = scale === 'log' && width > 22 * theme.rem
  return { ...axis, axisLabel: { ...axis.axisLabel, show } }
}

/** Words where a bar would begin: notes on the chart, not data of it. */
export function gapLabels(
  gaps: readonly { readonly row: number; readonly text: string }[],
  at: number,
  theme: ChartTheme,
) {
  return {
    silent: true,
    symbol: 'rect',
    symbolSize: 0.01,
    animation: false,
    label: {
      show: true,
      position: 'right' as const,
      distance: 0.3 * theme.rem,
      color: theme.inkSoft,
      fontStyle: 'italic' as const,
      fontSize: textSize(theme),
      formatter: '{b}',
    },
    data: gaps.map(({ row, text }) => ({ name: text, coord: [at, row] })),
  }
}

function bar(cell: AnswerCell, facet: Facet, scale: Scale, theme: ChartTheme) {
  if (cell.state !== 'value') return { value: null, itemStyle: {} }
  return {
    value: position(cell.value, scale),
    label: { formatter: barText(cell, facet) },
    itemStyle: isSmall(cell, facet.minimumDenominator) ? hollow(theme) : {},
  }
}

/** The exact number at the end of its bar, with what makes it doubtful. */
function barText(cell: AnswerCell, facet: Facet): string {
  const small = isSmall(cell, facet.minimumDenominator) ? ' 分母小' : ''
  const sign = checkSign(cell.check)
  return cellWithBasis(cell, facet) + small + (sign === '' ? '' : ` ${sign}`)
}

/** Drawn as an outline: shown, but not ranked. */
function hollow(theme: ChartTheme) {
  const colour = theme.series[0] ?? theme.accent
  return {
    color: 'transparent',
    borderColor: colour,
    borderWidth: hairline(theme),
    borderType: 'dashed' as const,
  }
}

function rankingTip(
  input: RankingInput,
  part: FacetPart,
  points: readonly ChartPoint[],
): Tip | null {
  const { answer, facet, year } = input
  const unit = input.units[points[0]?.data ?? -1]
  if (unit === undefined) return null
  const cell = part.read(unit, year)
  return {
    title: `${shownNames(answer.units)[unit] ?? ''} · ${answer.years[year] ?? ''} 年`,
    rows: [tipRow(part.label, cell, facet, null)],
    notes: [
      ...(isSmall(cell, facet.minimumDenominator)
        ? [`分母小于 ${facet.minimumDenominator ?? ''}，不排名`]
        : []),
      ...(cell.state === 'value' && checkReason(cell.check) !== ''
        ? [checkReason(cell.check)]
        : []),
    ],
  }
}
