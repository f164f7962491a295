import type { NumberStyle } from '@/wording/answers'
import { axisText } from '@/wording/answers'
import type { AxisMarks } from './scale'
import { fromSymlog, linearMarks, symlogMarks, toSymlog } from './scale'
import type { ChartBreak } from './breaks'
import type { ChartTheme } from './theme'

export type Scale = 'linear' | 'log'

/** Where a number stands on the axis; null where there is no number. */
export function position(value: number, scale: Scale): number | null {
  if (Number.isNaN(value)) return null
  return scale === 'log' ? toSymlog(value) : value
}

/** Round marks for the numbers; on the logarithmic scale bars start at 0 and lines may start higher. */
export function marksFor(values: readonly number[], scale: Scale, fromZero: boolean): AxisMarks {
  return scale === 'log' ? symlogMarks(values, fromZero) : linearMarks(values)
}

/** Marks for stacked bars: to 100 %, or beyond where parts add up to more than their whole. */
export function linearShareMarks(lengths: readonly number[], shares: boolean): AxisMarks {
  if (!shares) return linearMarks(lengths)
  return { min: 0, max: Math.max(100, ...lengths), marks: [0, 20, 40, 60, 80, 100] }
}

/** A value axis: marks labelled with true numbers, thin lines across. */
export function valueAxis(marks: AxisMarks, scale: Scale, style: NumberStyle, theme: ChartTheme) {
  return {
    type: 'value' as const,
    min: marks.min,
    max: marks.max,
    axisTick: { show: false, customValues: [...marks.marks] },
    axisLine: { show: false },
    axisLabel: {
      customValues: [...marks.marks],
      // Long numbers of a narrow logarithmic axis would run into each other.
      hideOverlap: true,
      color: theme.inkSoft,
      fontSize: textSize(theme),
      formatter: (at: number) => axisText(scale === 'log' ? fromSymlog(at) : at, style),
    },
    splitLine: { lineStyle: { color: theme.rule, width: hairline(theme) } },
  }
}

/** Room beside the first and the last year, in years. */
const EDGE = 0.2

/** The years as a true time axis, so that a break can stand between two of them. */
export function yearAxis(years: readonly number[], most: number, theme: ChartTheme) {
  const first = years[0] ?? 0
  const last = years.at(-1) ?? 0
  const step = Math.ceil(years.length / most)
  const labelled = most === 2 ? [first, last] : years.filter((year) => (last - year) % step === 0)
  return {
    type: 'value' as const,
    min: first === last ? first - 1 : first - EDGE,
    max: first === last ? last + 1 : last + EDGE,
    axisTick: { show: true, customValues: labelled, lineStyle: { color: theme.axis } },
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.axis } },
    axisLabel: {
      customValues: labelled,
      color: theme.inkSoft,
      fontSize: textSize(theme),
      formatter: String,
    },
    splitLine: { show: false },
  }
}

/** How many years can be written under an axis of a width in pixels. */
export function yearsThatFit(width: number, theme: ChartTheme): number {
  return Math.max(3, Math.floor((width - 4 * theme.rem) / (2.9 * textSize(theme))))
}

/**
 * The breaks as dashed lines across the chart; only named if there is room. `fromTop`: the axis upwards
 * begins at the top, with the years above it.
 */
export function breakLines(
  breaks: readonly ChartBreak[],
  named: boolean,
  theme: ChartTheme,
  fromTop = false,
  lanes: readonly number[] = breaks.map(() => 0),
) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.axis, type: 'dashed' as const, width: 1.5 * hairline(theme) },
    label: {
      show: named,
      position: fromTop ? ('start' as const) : ('end' as const),
      distance: (fromTop ? 1.7 : 0.3) * theme.rem,
      color: theme.inkSoft,
      fontSize: 0.72 * theme.rem,
      formatter: '{b}',
    },
    data: breaks.map(({ after, name }, index) => ({
      name,
      xAxis: after + 0.5,
      ...(named ? labelIn(lanes[index] ?? 0, theme) : {}),
    })),
  }
}

/** Further from the plot lane by lane; none without a lane. */
function labelIn(lane: number, theme: ChartTheme) {
  if (lane === 0) return {}
  if (lane < 0) return { label: { show: false } }
  return { label: { distance: (0.3 + lane * LANE_REMS) * theme.rem } }
}

/** Height of a lane of labels. */
export const LANE_REMS = 0.95

/** Size of a chart's usual text, in pixels. */
export function textSize(theme: ChartTheme): number {
  return Math.round(0.8 * theme.rem)
}

/** The thinnest line, in pixels, that the screen and its distance allow. */
export function hairline(theme: ChartTheme): number {
  return Math.max(1, theme.rem / 16)
}
