import type { BarSeriesOption } from 'echarts/charts'
import type { Doubt } from '@/analysis/answerCell'
import { doubtSigns } from '@/wording/answers'
import { signedText } from '@/wording/numbers'
import type { Tip } from '@/wording/tip'
import { hairline, marksFor, textSize, valueAxis } from './axes'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, TraceTarget } from './chartModel'
import { textWidth } from './legend'
import { BAR_REMS } from './rankingChart'
import { rowAxis } from './rowAxis'
import type { ChartTheme } from './theme'

/** One bar of an explained change. */
export interface ChangeStep {
  readonly label: string
  /** In the unit of the change. */
  readonly effect: number
  /** `missing`: of units that have one year only; `rest`: several together; `total`: the change itself. */
  readonly kind: 'part' | 'rest' | 'missing' | 'total'
  /** What there is to say of the numbers that it comes from. */
  readonly doubt: Doubt
  readonly tip: Tip
  readonly target: TraceTarget | null
}

export interface ChangeChartInput {
  /** From top to bottom; the last is the total, which the others add up to. */
  readonly steps: readonly ChangeStep[]
  /** Decimals of the effects; null: to the last digit. */
  readonly decimals: number | null
  readonly measureUnit: string
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  readonly description: string
}

/** A waterfall from no change to the whole: each bar begins where the one above it ends. */
export function changeChart(input: ChangeChartInput): ChartModel {
  const { steps } = input
  return {
    option: changeOption(input),
    rems: steps.length * BAR_REMS + 2.2,
    tip: (points) => steps[placeOf(points)]?.tip ?? null,
    target: ({ data }) => steps[data]?.target ?? null,
  }
}

function placeOf(points: readonly ChartPoint[]): number {
  return points[0]?.data ?? -1
}

/** An effect with its sign, as it stands at a bar and in the table. */
export function effectText(effect: number, decimals: number | null): string {
  return signedText(effect, decimals ?? undefined)
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Where each bar begins and ends. */
export function spansOf(steps: readonly Pick<ChangeStep, 'effect' | 'kind'>[]): readonly Span[] {
  let reached = 0
  return steps.map(({ effect, kind }) => {
    if (kind === 'total') return { from: 0, to: effect }
    const from = reached
    reached += effect
    return { from, to: reached }
  })
}

function changeOption(input: ChangeChartInput): ChartOption {
  const { steps, theme, width, decimals, measureUnit, description } = input
  const spans = spansOf(steps)
  const marks = marksFor(
    spans.flatMap(({ from, to }) => [from, to]),
    'linear',
    true,
  )
  const texts = steps.map(({ effect, doubt }) => effectText(effect, decimals) + doubtSigns(doubt))
  const axis = valueAxis(marks, 'linear', { kind: 'number', measureUnit }, theme)
  const names = rowAxis(
    steps.map(({ label }) => ({ before: '', name: label, after: '' })),
    theme,
    width,
  )
  const room = (Math.min(16, Math.max(3, ...texts.map(textWidth))) + 1) * textSize(theme)
  return {
    ...chartHead(theme, description),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    grid: {
      left: 0.4 * theme.rem,
      right: room,
      top: 0.4 * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: { ...axis, axisLabel: { ...axis.axisLabel, show: false } },
    yAxis: { ...names, axisLine: { show: false } },
    series: seriesOf(input, spans, texts),
  }
}

/** A bar that is not seen up to where the one above it ends, then the one that is. */
function seriesOf(
  { steps, theme, description }: ChangeChartInput,
  spans: readonly Span[],
  texts: readonly string[],
): BarSeriesOption[] {
  const shared = {
    type: 'bar' as const,
    stack: 'change',
    stackStrategy: 'all' as const,
    barCategoryGap: '28%',
    barMaxWidth: 2.2 * theme.rem,
  }
  const hidden: BarSeriesOption = {
    ...shared,
    silent: true,
    itemStyle: { color: 'transparent' },
    data: spans.map(({ from, to }) => Math.min(from, to)),
  }
  const shown: BarSeriesOption = {
    ...shared,
    name: description,
    label: { show: true, position: 'right', color: theme.ink, fontSize: textSize(theme) },
    data: spans.map(({ from, to }, place) => ({
      value: Math.abs(to - from),
      label: { formatter: texts[place] ?? '' },
      itemStyle: lookOf(steps[place], theme),
    })),
    markLine: {
      silent: true,
      symbol: 'none',
      animation: false,
      label: { show: false },
      lineStyle: { color: theme.axis, type: 'solid', width: hairline(theme) },
      data: [{ xAxis: 0 }],
    },
  }
  return [hidden, shown]
}

/** Up and down are two colours that say neither good nor bad; the sign at the bar says which. */
function lookOf(step: ChangeStep | undefined, theme: ChartTheme) {
  const way = (step?.effect ?? 0) < 0 ? 1 : 0
  const colour = theme.series[way] ?? theme.accent
  switch (step?.kind) {
    case 'missing':
      return {
        color: 'transparent',
        borderColor: colour,
        borderWidth: hairline(theme),
        borderType: 'dashed' as const,
      }
    case 'rest':
      return { color: colour, opacity: 0.5 }
    case 'total':
      return { color: theme.inkSoft }
    case 'part':
    case undefined:
      return { color: colour }
  }
}
