import type { NumberStyle } from '@/wording/answers'
import { axisText, checkReason, doubtSigns } from '@/wording/answers'
import { exactText, percentText } from '@/wording/numbers'
import type { Tip } from '@/wording/tip'
import { breakLines, hairline, linearShareMarks, textSize, valueAxis, yearAxis } from './axes'
import { lanesFor } from './breakLanes'
import type { ChartBreak } from './breaks'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, TraceTarget } from './chartModel'
import type { Composed, CompositionSpec } from './composition'
import { legend, textWidth } from './legend'
import { BAR_REMS, gapLabels } from './rankingChart'
import { rowAxis, type RowText } from './rowAxis'
import type { ChartTheme } from './theme'
import { inkOn, partDecals } from './theme'

/** One bar: a unit's year, or the sum of many units. */
export interface CompositionBar {
  readonly label: string
  readonly composed: Composed
  /** Null for a sum: there is no single report behind it. */
  readonly target: Omit<TraceTarget, 'item'> | null
  /** e.g. 11/12 */
  readonly note: string
}

export interface CompositionInput {
  readonly spec: CompositionSpec
  readonly bars: readonly CompositionBar[]
  /** As parts of 100 %, or as the numbers themselves. */
  readonly shape: 'share' | 'count'
  /** A length that the axis holds besides, such as the longest bar of other years. */
  readonly held?: number
  /** 件 */
  readonly measureUnit: string
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  readonly description: string
}

/** A bar a unit for one year, from top to bottom. */
export function compositionRows(input: CompositionInput): ChartModel {
  const { bars, theme, width } = input
  const head = legend(drawnParts(input), theme, width)
  const marks = shareMarks(input)
  const option: ChartOption = {
    ...frame(input),
    legend: head.option,
    grid: {
      left: 0.4 * theme.rem,
      right: 1.4 * theme.rem,
      top: head.height + 0.4 * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: valueAxis(marks, 'linear', styleOf(input), theme),
    yAxis: rowAxis(bars.map(rowText), theme, width),
    series: partSeries(input, (row, value) => [value, row], 4).map((series, index) =>
      index > 0 ? series : { ...series, markPoint: gapLabels(gapsOf(bars), 0, theme) },
    ),
  }
  return {
    ...answersOf(input),
    option,
    rems: bars.length * BAR_REMS + head.height / theme.rem + 2.4,
  }
}

/** A column a year, with the breaks of the series between them. */
export function compositionYears(
  input: CompositionInput & {
    readonly years: readonly number[]
    readonly breaks: readonly ChartBreak[]
  },
): ChartModel {
  const { bars, theme, years, width } = input
  const head = legend(drawnParts(input), theme, width)
  const axis = yearAxis(years, 99, theme)
  const underYear = new Map(years.map((year, index) => [year, columnNote(bars[index])]))
  const option: ChartOption = {
    ...frame(input),
    legend: head.option,
    grid: {
      left: 0.6 * theme.rem,
      right: 1.4 * theme.rem,
      top: head.height + (input.breaks.length > 0 ? 1.9 : 0.8) * theme.rem,
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
        rich: {
          year: lineStyle(theme.ink, columnTextSize(years.map(String), width, theme)),
          size: lineStyle(theme.inkSoft, columnTextSize([...underYear.values()], width, theme)),
        },
        formatter: (year: number) => underColumn(year, underYear.get(year) ?? ''),
      },
    },
    yAxis: valueAxis(shareMarks(input), 'linear', styleOf(input), theme),
    series: partSeries(input, (row, value) => [years[row] ?? NaN, value], 7).map(
      (series, index) => ({
        ...series,
        barMaxWidth: 7 * theme.rem,
        ...(index === 0
          ? {
              markLine: breakLines(
                input.breaks,
                true,
                theme,
                false,
                lanesFor(input.breaks, 0.85 * width, years.length, theme),
              ),
            }
          : {}),
      }),
    ),
  }
  return { ...answersOf(input), option, rems: null }
}

/** The parts without an undivided one that no bar has; it stands last. */
function drawnParts({ spec, bars }: CompositionInput): CompositionSpec['parts'] {
  return spec.parts.filter(
    ({ undivided }, part) =>
      !undivided ||
      bars.some(
        ({ composed }) => composed.kind === 'whole' && (composed.parts[part] ?? null) !== null,
      ),
  )
}

function frame({ theme, description }: CompositionInput): ChartOption {
  const head = chartHead(theme, description)
  return {
    ...head,
    aria: { ...head.aria, decal: { show: true, decals: [...partDecals] } },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
  }
}

/**
 * A series a part; `place` gives the coordinates of a value, or of the lack of one. What is shorter
 * than `leastShare` per cent of the axis has no room for its number.
 */
function partSeries(
  input: CompositionInput,
  place: (row: number, value: number | null) => (number | null)[],
  leastShare: number,
) {
  const { bars, shape, theme } = input
  const most = shareMarks(input).max
  return drawnParts(input).map((part, index) => {
    const colour = theme.parts[index % theme.parts.length] ?? theme.accent
    return {
      type: 'bar' as const,
      name: part.label,
      stack: 'whole',
      barCategoryGap: '28%',
      barMaxWidth: 2.2 * theme.rem,
      itemStyle: { color: colour, borderColor: theme.surface, borderWidth: hairline(theme) },
      label: { color: inkOn(colour), fontSize: textSize(theme) },
      data: bars.map(({ composed }, row) => {
        const value = composed.kind === 'whole' ? (composed.parts[index] ?? null) : null
        if (composed.kind === 'gap' || value === null) return { value: place(row, null) }
        const share = (100 * value) / composed.whole
        const length = shape === 'share' ? share : value
        return {
          value: place(row, length),
          label: {
            show: (100 * length) / most >= leastShare,
            formatter: shape === 'share' ? percentText(share, 0) : exactText(value),
            textBorderColor: colour,
            textBorderWidth: 0.2 * theme.rem,
          },
        }
      }),
    }
  })
}

function styleOf({ shape, measureUnit }: CompositionInput): NumberStyle {
  return shape === 'share' ? { kind: 'percent', measureUnit: '%' } : { kind: 'number', measureUnit }
}

function shareMarks({ bars, shape, held = 0 }: CompositionInput) {
  const wholes = bars.map(({ composed }) => composed).filter((is) => is.kind === 'whole')
  const lengths = wholes.map(({ sum, whole }) => (shape === 'share' ? (100 * sum) / whole : sum))
  return linearShareMarks(shape === 'share' ? lengths : [...lengths, held], shape === 'share')
}

function gapsOf(bars: readonly CompositionBar[]) {
  return bars.flatMap(({ composed }, row) =>
    composed.kind === 'gap' ? [{ row, text: composed.reason }] : [],
  )
}

/** The name with the whole behind it, since a share says nothing of size. */
function rowText({ label, composed, note }: CompositionBar): RowText {
  const size =
    composed.kind === 'whole'
      ? ` ${axisText(composed.whole, { kind: 'number', measureUnit: '' })}`
      : ''
  const differs = doubtOf(composed)
  return { before: '', name: label, after: `${size}${differs}${note === '' ? '' : `（${note}）`}` }
}

/** The signs of a bar's numbers; one that does not add up by its own parts is 不平 in any case. */
function doubtOf(composed: Composed): string {
  if (composed.kind === 'gap') return ''
  const { sum, whole, doubt } = composed
  return doubtSigns(sum === whole ? doubt : { ...doubt, check: 'failed' })
}

function columnNote(bar: CompositionBar | undefined): string {
  if (!bar) return ''
  const { composed, note } = bar
  const size =
    composed.kind === 'whole'
      ? axisText(composed.whole, { kind: 'number', measureUnit: '' })
      : composed.reason
  const differs = doubtOf(composed)
  return note === '' ? size + differs : `${size}${differs}\n${note}`
}

function lineStyle(color: string, fontSize: number) {
  return { color, fontSize, lineHeight: 1.2 * fontSize }
}

/** The year, as large as has room, and below it line by line how much it is. */
function underColumn(year: number, note: string): string {
  const lines = note.split('\n').map((line) => `{size|${line}}`)
  return [`{year|${year}}`, ...lines].join('\n')
}

/** So small that what stands under one column does not run into the next. */
function columnTextSize(notes: readonly string[], width: number, theme: ChartTheme): number {
  const widest = Math.max(2.4, ...notes.flatMap((note) => note.split('\n').map(textWidth)))
  const across = (width - 4 * theme.rem) / (notes.length + 0.2)
  return Math.min(textSize(theme), across / (widest + 0.5))
}

function answersOf(input: CompositionInput): Pick<ChartModel, 'tip' | 'target'> {
  const { bars, spec } = input
  return {
    tip: (points) => compositionTip(input, points),
    target: ({ series, data }) => {
      const target = bars[data]?.target
      const item = spec.parts[series]?.item
      return target && item !== undefined ? { ...target, item } : null
    },
  }
}

function compositionTip(input: CompositionInput, points: readonly ChartPoint[]): Tip | null {
  const { measureUnit, theme } = input
  const bar = input.bars[points[0]?.data ?? -1]
  if (!bar) return null
  const title = bar.note === '' ? bar.label : `${bar.label}（${bar.note}）`
  const { composed } = bar
  if (composed.kind === 'gap') return { title, rows: [], notes: [composed.reason] }

  const rows = drawnParts(input).map((part, index) => {
    const value = composed.parts[index] ?? null
    const colour = theme.parts[index % theme.parts.length] ?? theme.accent
    const text =
      value === null
        ? '不适用'
        : `${exactText(value)} ${measureUnit}  ${percentText((100 * value) / composed.whole, 2)}`
    return { label: part.label, text, colour, missing: value === null }
  })
  const whole = `${input.spec.whole.label} ${exactText(composed.whole)} ${measureUnit}`
  const differs = `不平：各项之和 ${exactText(composed.sum)} ≠ ${whole}`
  const doubt = composed.sum === composed.whole ? checkReason(composed.doubt.check) : ''
  const notes = [composed.sum === composed.whole ? whole : differs, doubt]
  return { title, rows, notes: notes.filter((note) => note !== '') }
}
