import type { MatrixAnswer } from '@/analysis/answer'
import { axisText, checkReason, namesText, totalSigns, totalText } from '@/wording/answers'
import type { Tip } from '@/wording/tip'
import type { Scale } from './axes'
import { breakLines, hairline, marksFor, position, textSize, valueAxis, yearAxis } from './axes'
import { lanesFor } from './breakLanes'
import type { ChartBreak } from './breaks'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import type { ChartTheme } from './theme'
import type { Total } from './totals'
import { leftOutNote, totalOf } from './totals'
import { shownNames } from './unitOrder'

export interface TotalsInput {
  readonly answer: MatrixAnswer
  readonly facet: Facet
  readonly scale: Scale
  readonly breaks: readonly ChartBreak[]
  readonly theme: ChartTheme
  readonly description: string
  /** In pixels. */
  readonly width: number
}

/**
 * The sum of all units, a bar a year with n/N: bars, because sums over different units are no line.
 * A sum that lacks a unit is drawn as an outline.
 */
export function totalsChart(input: TotalsInput): ChartModel {
  const { answer, facet } = input
  const bars = facet.parts.map((part) => ({
    part,
    totals: answer.years.map((_, year) => totalOf(answer, part.item, year)),
  }))
  return {
    option: totalsOption(input, bars),
    rems: null,
    tip: (points) => totalsTip(input, bars, points),
    target: () => null,
  }
}

interface Bars {
  readonly part: FacetPart
  readonly totals: readonly Total[]
}

function totalsOption(input: TotalsInput, bars: readonly Bars[]): ChartOption {
  const { answer, facet, scale, theme } = input
  const { years } = answer
  const values = bars.flatMap(({ totals }) => totals.map(({ value }) => value))
  const axis = yearAxis(years, 99, theme)
  const isMixed = years.some((_, column) => bars.every(({ totals }) => hasAny(totals[column])))
  return {
    ...chartHead(theme, input.description),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: {
      left: 0.6 * theme.rem,
      right: 0.8 * theme.rem,
      top: 2.4 * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: {
      ...axis,
      min: (years[0] ?? 0) - 0.6,
      max: (years.at(-1) ?? 0) + 0.6,
      axisTick: { show: false },
      axisLabel: {
        ...axis.axisLabel,
        customValues: [...years],
        formatter: (year: number) => `${year}\n${countsOf(bars, years.indexOf(year))}`,
      },
    },
    yAxis: valueAxis(marksFor(values, scale, true), scale, facet, theme),
    series: bars.map(({ part, totals }, index) => ({
      type: 'bar' as const,
      name: part.label,
      barGap: isMixed ? '10%' : '-100%',
      barMaxWidth: 3.5 * theme.rem,
      itemStyle: { color: theme.series[index] ?? theme.accent },
      label: {
        show: true,
        position: 'top' as const,
        color: theme.ink,
        fontSize: textSize(theme),
      },
      ...(index === 0
        ? {
            markLine: marksOf(input),
          }
        : {}),
      data: totals.map((total, column) => ({
        value: [years[column] ?? NaN, position(total.value, scale)],
        label: { formatter: total.n === 0 ? '' : totalLabel(total, facet) },
        ...(total.n < total.of ? { itemStyle: outline(theme, index) } : {}),
      })),
    })),
  }
}

function totalLabel(total: Total, facet: Facet): string {
  return axisText(total.value, facet) + totalSigns(total)
}

function hasAny(total: Total | undefined): boolean {
  return total !== undefined && total.n > 0
}

/** Under the year, how many units its sum counts; of figures that follow one another, the one there is. */
function countsOf(bars: readonly Bars[], column: number): string {
  const totals = bars.map(({ totals: list }) => list[column]).filter((total) => !!total)
  const shown = totals.find(({ n }) => n > 0) ?? totals[0]
  return shown ? `${shown.n}/${shown.of}` : ''
}

function outline(theme: ChartTheme, index: number) {
  return {
    color: 'transparent',
    borderColor: theme.series[index] ?? theme.accent,
    borderWidth: 1.5 * hairline(theme),
    borderType: 'dashed' as const,
  }
}

function totalsTip(
  { answer, facet }: TotalsInput,
  bars: readonly Bars[],
  points: readonly ChartPoint[],
): Tip | null {
  const column = points[0]?.data
  const year = column === undefined ? undefined : answer.years[column]
  if (column === undefined || year === undefined) return null

  const names = shownNames(answer.units)
  const shown = bars.flatMap(({ part, totals }) => {
    const total = totals[column]
    return total ? [{ part, total }] : []
  })
  const there = shown.filter(({ total }) => total.n > 0)
  const listed = there.length > 0 ? there : shown.slice(0, 1)
  return {
    title: `${year} 年合计 · ${facet.title}`,
    rows: listed.map(({ part, total }) => ({
      label: part.label,
      text: totalText(total, facet) + totalSigns(total),
      colour: null,
      missing: total.n === 0,
    })),
    notes: [...listed.flatMap(({ total }) => totalNotes(total, names)), leftOutNote(answer)].filter(
      (note) => note !== '',
    ),
  }
}

function totalNotes({ missing, untrusted, check }: Total, names: readonly string[]): string[] {
  const listed = (units: readonly number[]) => namesText(units.map((unit) => names[unit] ?? ''))
  return [
    missing.length > 0 ? `缺：${listed(missing)}` : '',
    untrusted.length > 0 ? `不平或不可判未计：${listed(untrusted)}` : '',
    checkReason(check),
  ].filter((note) => note !== '')
}

function marksOf({ breaks, width, answer, theme }: TotalsInput) {
  const lanes = lanesFor(breaks, 0.85 * width, answer.years.length, theme)
  return breakLines(breaks, true, theme, false, lanes)
}
