import { latestText, markSigns } from '@/wording/answers'
import type { Tip } from '@/wording/tip'
import { breakLines, hairline, marksFor, position, valueAxis, yearAxis } from './axes'
import { chartHead } from './chartHead'
import type { AxisMarks } from './scale'
import type { ChartModel, ChartOption, ChartPoint } from './chartModel'
import { textWidth } from './legend'
import { shortNames } from './shortNames'
import { signLabel } from './signLabel'
import { tipRow } from './tips'
import { hollowNote, pointStyle, type TrendInput } from './trendInput'
import { seriesLook } from './theme'
import { isSmall, shownNames } from './unitOrder'

export interface MultiplesInput extends TrendInput {
  readonly columns: number
  /** Height of the room that they fill, as on the wall, in rem; absent: as high as they need. */
  readonly fill?: number | undefined
}

/** Height of one of the small charts at least, in rem. */
const LEAST_REMS = 7.5
/** At most, where few units would leave a chart wide and flat, and how high such a chart is for its width. */
const MOST_REMS = 14
const STEEPNESS = 0.3

/** Height of one of the small charts, in rem. */
function cellRems({ units, columns, theme, width, fill }: MultiplesInput): number {
  const rows = Math.max(1, Math.ceil(units.length / columns))
  const forWidth = Math.min((STEEPNESS * width) / columns / theme.rem, MOST_REMS)
  return Math.max(LEAST_REMS, fill === undefined ? forWidth : fill / rows)
}

/** A small chart a unit, all on one scale, instead of more lines than an eye can follow. */
export function multiplesChart(asked: MultiplesInput): ChartModel {
  const { answer, facet, units } = asked
  const input = { ...asked, columns: Math.max(1, Math.min(asked.columns, units.length)) }
  const placeOf = ({ series }: ChartPoint) => {
    const unit = units[Math.floor(series / facet.parts.length)]
    const part = facet.parts[series % facet.parts.length]
    return unit === undefined || !part ? null : { unit, part }
  }
  return {
    option: multiplesOption(input),
    rems: Math.ceil(units.length / input.columns) * cellRems(input),
    tip: (points) => {
      const place = points[0] && placeOf(points[0])
      return place ? multiplesTip(input, place.unit, points[0]?.data) : null
    },
    target: (point) => {
      const place = placeOf(point)
      const unit = place && answer.units[place.unit]
      const year = answer.years[point.data]
      if (!place || !unit || year === undefined) return null
      return { unit: unit.id, year, item: place.part.item }
    },
  }
}

/** Sizes of the text above each chart, in rem. */
const NAME_REMS = 0.8
const LAST_REMS = 0.75
const GAP_REMS = 0.35

/** Room for the numbers of the axis, in percent of the chart. */
function gutterOf({ theme, width }: Pick<MultiplesInput, 'theme' | 'width'>): number {
  return Math.max(4, (100 * 2.8 * theme.rem) / Math.max(width, 1))
}

function multiplesOption(input: MultiplesInput): ChartOption {
  const { answer, facet, units, scale, theme } = input
  const values = units.flatMap((unit) =>
    facet.parts.flatMap((part) => answer.years.map((_, year) => part.read(unit, year).value)),
  )
  const marks = fewMarks(marksFor(values, scale, scale === 'linear'))
  const cells = units.map((_, place) => cellBox(input, place))
  return {
    ...chartHead(theme, input.description),
    tooltip: { trigger: 'axis' },
    title: cellTitles(input),
    grid: cells.map(({ left, width, top }) => ({
      left: `${left}%`,
      width: `${width}%`,
      top: down(input, top + HEAD_REMS),
      height: down(input, cellRems(input) - HEAD_REMS - FOOT_REMS),
      outerBoundsMode: 'none' as const,
    })),
    xAxis: units.map((_, place) => smallYearAxis(input, place)),
    yAxis: units.map((_, place) => {
      const axis = valueAxis(marks, scale, facet, theme)
      const show = place % input.columns === 0
      return { ...axis, gridIndex: place, axisLabel: { ...axis.axisLabel, show } }
    }),
    series: units.flatMap((unit, place) => cellSeries(input, unit, place)),
  }
}

function smallYearAxis({ answer, theme }: MultiplesInput, gridIndex: number) {
  const axis = yearAxis(answer.years, answer.years.length > 1 ? 2 : 1, theme)
  const axisLabel = {
    ...axis.axisLabel,
    alignMinLabel: 'left' as const,
    alignMaxLabel: 'right' as const,
  }
  return { ...axis, gridIndex, axisLabel }
}

/** Above a small chart for its name, and below it for its years, in rem. */
const HEAD_REMS = 1.7
const FOOT_REMS = 1.7

/** A distance from the top: of a chart that fills its room a share of it, since the room is only about known. */
function down(input: MultiplesInput, rems: number): number | string {
  const { units, columns, fill, theme } = input
  if (fill === undefined) return rems * theme.rem
  const whole = Math.ceil(units.length / columns) * cellRems(input)
  return `${(100 * rems) / whole}%`
}

/** Left and width in percent of the chart, top in rem. */
function cellBox(input: MultiplesInput, place: number) {
  const { columns, theme, width } = input
  const gutter = gutterOf({ theme, width })
  const across = (100 - gutter) / columns
  const column = place % columns
  return {
    left: gutter + column * across,
    width: across * 0.88,
    top: Math.floor(place / columns) * cellRems(input),
  }
}

/** Above each chart its name, as far as it does not run into the next, and the latest number. */
function cellTitles(input: MultiplesInput) {
  const { answer, units, theme } = input
  const latest = units.map((unit) => latestOf(input, unit))
  const names = shownNames(answer.units)
  const short = shortNames(
    units.map((unit) => names[unit] ?? ''),
    (place) => {
      const beside = LAST_REMS * textWidth(latest[place] ?? '') + 2 * GAP_REMS
      return (titleRoom(input) / theme.rem - beside) / NAME_REMS
    },
  )
  return units.map((_, place) =>
    cellTitle(input, place, { name: short[place] ?? '', latest: latest[place] ?? '' }),
  )
}

function cellTitle(
  input: MultiplesInput,
  place: number,
  { name, latest }: { readonly name: string; readonly latest: string },
) {
  const { theme } = input
  const { left, top } = cellBox(input, place)
  return {
    text: `{name|${plain(name)}}{last|${latest}}`,
    left: `${left}%`,
    top: down(input, top),
    padding: 0,
    textStyle: {
      rich: {
        name: { color: theme.ink, fontSize: NAME_REMS * theme.rem, fontWeight: 600 },
        last: {
          color: theme.inkSoft,
          fontSize: LAST_REMS * theme.rem,
          padding: [0, 0, 0, GAP_REMS * theme.rem],
        },
      },
    },
  }
}

/** Up to the next chart, in pixels. */
function titleRoom({ columns, theme, width }: MultiplesInput): number {
  return ((100 - gutterOf({ theme, width })) / 100 / columns) * width
}

/** The number of the last year with its signs and whether it is over few cases, or why there is none. */
function latestOf({ answer, facet }: MultiplesInput, unit: number): string {
  const last = answer.years.length - 1
  const cell =
    facet.parts.map((part) => part.read(unit, last)).find(({ state }) => state === 'value') ??
    facet.parts[0]?.read(unit, last)
  if (!cell) return ''
  const small = isSmall(cell, facet.minimumDenominator) ? '分母小' : ''
  return [latestText(cell, facet), markSigns(cell), small].filter((text) => text !== '').join(' ')
}

/** Rich text knows `{style|…}`: a name may not hold its signs. */
function plain(name: string): string {
  return name.replace(/[{}|]/g, ' ')
}

function cellSeries(input: MultiplesInput, unit: number, place: number) {
  const { answer, facet, scale, theme } = input
  const { colour } = seriesLook(theme, 0)
  return facet.parts.map((part, turn) => ({
    type: 'line' as const,
    name: answer.units[unit]?.name ?? '',
    xAxisIndex: place,
    yAxisIndex: place,
    symbol: 'circle',
    symbolSize: 0.22 * theme.rem,
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    lineStyle: { width: 1.5 * hairline(theme), color: colour },
    itemStyle: { color: colour, borderColor: colour, borderWidth: hairline(theme) },
    ...(turn === 0 ? { markLine: breakLines(input.breaks, false, theme) } : {}),
    data: answer.years.map((year, column) => {
      const cell = part.read(unit, column)
      const look = pointStyle(cell, facet, theme)
      return {
        value: [year, position(cell.value, scale)],
        ...('itemStyle' in look ? { ...look, symbolSize: 0.35 * theme.rem } : {}),
        ...signLabel(markSigns(cell), theme),
      }
    }),
  }))
}

function multiplesTip(input: MultiplesInput, unit: number, column: number | undefined): Tip | null {
  const { answer, facet, theme } = input
  const year = column === undefined ? undefined : answer.years[column]
  if (column === undefined || year === undefined) return null

  const spoken = facet.parts.filter((part) => part.read(unit, column).state !== 'absent')
  const parts = spoken.length > 0 ? spoken : facet.parts.slice(0, 1)
  const { colour } = seriesLook(theme, 0)
  return {
    title: `${shownNames(answer.units)[unit] ?? ''} · ${year} 年`,
    rows: parts.map((part) => tipRow(part.label, part.read(unit, column), facet, colour)),
    notes: [
      hollowNote(facet, [unit], [column]),
      ...input.breaks
        .filter(({ after }) => Math.ceil(after + 0.5) === year)
        .map(({ name, words }) => words ?? name),
    ].filter((text) => text !== ''),
  }
}

/** Few marks, as far from each other: a small chart has no room for more. */
function fewMarks(axis: AxisMarks): AxisMarks {
  const { marks } = axis
  if (marks.length <= 4) return axis
  const last = marks.length - 1
  const step = [2, 3].find((each) => last % each === 0) ?? last
  return { ...axis, marks: marks.filter((_, place) => place % step === 0) }
}
