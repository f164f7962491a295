import { LEAST_FOR_QUARTILES, quantile } from '@/analysis/centres'
import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
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
import { lanesFor } from './breakLanes'
import type { ChartBreak } from './breaks'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, Facet, FacetPart } from './chartModel'
import type { NamedDot } from './dotNames'
import { nameSeries } from './dotNames'
import { textWidth } from './legend'
import type { ChartTheme } from './theme'
import { signLabel } from './signLabel'
import type { StripDot } from './stripNames'
import { DOT_REMS, MARK_REMS, stripNames } from './stripNames'
import { seriesLook } from './theme'
import { tipRow } from './tips'
import { isSmall, shownNames } from './unitOrder'

export interface StripInput {
  readonly answer: MatrixAnswer
  /** Its first part is drawn. */
  readonly facet: Facet
  /** Positions of all units compared. */
  readonly units: readonly number[]
  readonly scale: Scale
  readonly breaks: readonly ChartBreak[]
  /** The position of the unit that is marked. */
  readonly focus: number | null
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  readonly description: string
}

/** Half the width of a box, and of the strip of points, in years. */
const BOX = 0.3
const STRIP = 0.22
/** Before the first year, and behind the last. */
const EDGE = 0.6

/** Every unit as a point, over a box of the quartiles, year by year; one unit is marked. Who stands out has a name. */
export function stripChart(input: StripInput): ChartModel {
  const { answer, facet, units } = input
  const part = facet.parts[0]
  if (!part) return { option: {}, rems: null, tip: () => null, target: () => null }
  const dots = units.flatMap((unit) =>
    answer.years.flatMap((_, year): StripDot[] => {
      const cell = part.read(unit, year)
      return cell.state === 'value'
        ? [{ unit, year, cell, at: placeOf(input, unit, year, cell) }]
        : []
    }),
  )
  const marked = dots.filter(({ unit }) => unit === input.focus)
  const dotAt = ({ series, data }: ChartPoint) => [[], dots, marked][series]?.[data]
  return {
    option: stripOption(input, part, dots, marked),
    rems: null,
    tip: (points) => stripTip(input, part, points, dotAt),
    target: (point) => {
      const dot = dotAt(point)
      const unit = answer.units[dot?.unit ?? -1]
      const year = answer.years[dot?.year ?? -1]
      return unit && year !== undefined ? { unit: unit.id, year, item: part.item } : null
    },
    unit: (point) => answer.units[dotAt(point)?.unit ?? -1]?.id ?? null,
  }
}

function stripOption(
  input: StripInput,
  part: FacetPart,
  dots: readonly StripDot[],
  marked: readonly StripDot[],
): ChartOption {
  const { facet, scale, theme } = input
  const values = dots.map(({ cell }) => cell.value)
  const marks = marksFor(values, scale, scale === 'linear')
  const names = stripNames(input, dots)
  return {
    ...chartHead(theme, input.description),
    tooltip: { trigger: 'item' },
    grid: {
      left: 0.6 * theme.rem,
      right: rightOf(input, dots, names),
      top: (input.breaks.length > 0 ? 1.9 : 1) * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: stripAxis(input),
    yAxis: valueAxis(marks, scale, facet, theme),
    series: [
      {
        ...boxSeries(input, part),
        markLine: breakLines(
          input.breaks,
          true,
          theme,
          false,
          lanesFor(input.breaks, 0.85 * input.width, input.answer.years.length, theme),
        ),
      },
      dotSeries(input, dots),
      markedSeries(theme, marked),
      nameSeries(names, theme),
    ],
  }
}

/** Room for the names that stand out in the last year, as far as they reach beyond the plot. */
function rightOf(
  { answer, width, theme }: StripInput,
  dots: readonly StripDot[],
  names: readonly NamedDot[],
): number {
  const last = answer.years.length - 1
  const widths = names.flatMap(({ name }, place) =>
    dots[place]?.year === last && (name.isOwn || (name.standing ?? 0) > 0)
      ? [textWidth(name.text)]
      : [],
  )
  const inPlot = ((EDGE - STRIP) * width) / (last + 2 * EDGE)
  return Math.max(0, Math.max(0, ...widths) * textSize(theme) - inPlot) + 1.2 * theme.rem
}

function stripAxis({ answer, width, theme }: StripInput) {
  const axis = yearAxis(answer.years, yearsThatFit(width, theme), theme)
  const first = answer.years[0] ?? 0
  const last = answer.years.at(-1) ?? 0
  return { ...axis, min: first - EDGE, max: last + EDGE }
}

/** A box from the lower to the upper quartile with the median in it; from four numbers on. */
function boxSeries({ answer, units, scale, theme }: StripInput, part: FacetPart) {
  const boxes = answer.years.flatMap((year, column) => {
    const cells = units.map((unit) => part.read(unit, column))
    const values = cells.flatMap(({ state, value }) => (state === 'value' ? [value] : []))
    if (values.length < LEAST_FOR_QUARTILES) return []
    const at = [0.25, 0.5, 0.75].map((share) => position(quantile(values, share), scale) ?? NaN)
    return [[year, ...at]]
  })
  const stroke = { stroke: theme.ink, fill: theme.rule, lineWidth: hairline(theme) }
  return {
    type: 'custom' as const,
    silent: true,
    z: 1,
    data: boxes,
    renderItem: (
      _: unknown,
      api: { value(at: number): number | string; coord(place: number[]): number[] },
    ) => {
      const year = Number(api.value(0))
      const [left = 0, low = 0] = api.coord([year - BOX, Number(api.value(1))])
      const [right = 0, high = 0] = api.coord([year + BOX, Number(api.value(3))])
      const [, middle = 0] = api.coord([year, Number(api.value(2))])
      return {
        type: 'group' as const,
        children: [
          {
            type: 'rect' as const,
            shape: { x: left, y: high, width: right - left, height: low - high },
            style: { ...stroke, stroke: theme.axis },
          },
          {
            type: 'line' as const,
            shape: { x1: left, y1: middle, x2: right, y2: middle },
            style: { ...stroke, lineWidth: 2.5 * hairline(theme) },
          },
        ],
      }
    },
  }
}

function dotSeries({ facet, focus, theme }: StripInput, dots: readonly StripDot[]) {
  const { colour } = seriesLook(theme, 0)
  return {
    type: 'scatter' as const,
    symbol: 'circle',
    symbolSize: DOT_REMS * theme.rem,
    z: 2,
    emphasis: { scale: 1.6 },
    data: dots.map(({ cell, at }) => {
      const hollow = isSmall(cell, facet.minimumDenominator)
      const itemStyle = hollow
        ? { color: theme.surface, borderColor: colour, borderWidth: hairline(theme) }
        : { color: colour, opacity: focus === null ? 0.65 : 0.35 }
      return { value: [...at], itemStyle, ...signLabel(markSigns(cell), theme) }
    }),
  }
}

/** Beside its year by the same distance in every year: a golden-ratio sequence is even and never random. */
function placeOf(
  { answer, scale }: StripInput,
  unit: number,
  year: number,
  { value }: AnswerCell,
): readonly [number, number] {
  const jitter = (((unit + 1) * 0.6180339887498949) % 1) * 2 * STRIP - STRIP
  return [(answer.years[year] ?? NaN) + jitter, position(value, scale) ?? NaN]
}

function markedSeries(theme: ChartTheme, marked: readonly StripDot[]) {
  return {
    type: 'scatter' as const,
    symbol: 'diamond',
    symbolSize: MARK_REMS * theme.rem,
    z: 4,
    itemStyle: {
      color: seriesLook(theme, 1).colour,
      borderColor: theme.surface,
      borderWidth: hairline(theme),
    },
    data: marked.map(({ at }) => ({ value: [...at] })),
  }
}

function stripTip(
  { answer, facet, theme }: StripInput,
  part: FacetPart,
  points: readonly ChartPoint[],
  dotAt: (point: ChartPoint) => StripDot | undefined,
): Tip | null {
  const dot = points[0] && dotAt(points[0])
  if (!dot) return null
  const { cell } = dot
  return {
    title: `${shownNames(answer.units)[dot.unit] ?? ''} · ${answer.years[dot.year] ?? ''} 年`,
    rows: [tipRow(part.label, cell, facet, theme.accent)],
    notes: isSmall(cell, facet.minimumDenominator)
      ? [`分母小于 ${facet.minimumDenominator ?? ''}，空心`]
      : [],
  }
}
