import type { MatrixAnswer } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'
import type { Tip } from '@/wording/tip'
import type { Scale } from './axes'
import { breakLines, position, textSize, yearAxis, yearsThatFit } from './axes'
import { lanesFor } from './breakLanes'
import type { ChartBreak } from './breaks'
import { chartHead } from './chartHead'
import type { ChartModel, ChartPoint, Facet, FacetPart, TraceTarget } from './chartModel'
import type { HeatCell } from './heatCells'
import { heatCells } from './heatCells'
import { heatScale } from './heatColours'
import { rowAxis } from './rowAxis'
import type { ChartTheme } from './theme'
import { tipRow } from './tips'
import { isSmall, shownNames } from './unitOrder'

interface HeatInput {
  readonly answer: MatrixAnswer
  /** Positions of the units to draw, from top to bottom. */
  readonly units: readonly number[]
  /** Positions of all units compared: colours mean the same on every page of them. */
  readonly all: readonly number[]
  readonly scale: Scale
  readonly focus: number | null
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  readonly description: string
}

export interface YearHeatInput extends HeatInput {
  /** Its first part is drawn. */
  readonly facet: Facet
  /** Positions of the years, from left to right. */
  readonly years: readonly number[]
  readonly breaks: readonly ChartBreak[]
}

export interface FigureHeatInput extends HeatInput {
  readonly facets: readonly Facet[]
  /** Position of the year. */
  readonly year: number
  /** By figure, the numbers whose ends its colours span besides, such as those of other years. */
  readonly held?: readonly (readonly number[])[]
}

/** Height of a row, in rem. */
const ROW_REMS = 1.35

/** Units by years: one figure, one scale of colours. */
export function yearHeatChart(input: YearHeatInput): ChartModel {
  const { answer, facet, years, units, all, scale, theme } = input
  const part = facet.parts[0]
  if (!part) return { option: {}, rems: null, tip: () => null, target: () => null }
  const values = all.flatMap((unit) =>
    years.map((year) => soundValue(part.read(unit, year), facet)),
  )
  const colours = heatScale(placed(values, scale), facet.kind === 'change', theme)
  const places = units.flatMap((unit, row) => years.map((year) => ({ unit, row, year })))
  const cells = places.map(({ unit, row, year }): HeatCell => {
    const cell = part.read(unit, year)
    const at = position(soundValue(cell, facet), scale)
    return {
      x: answer.years[year] ?? NaN,
      row,
      cell,
      style: facet,
      colour: at === null ? null : colours.colour(at),
      faded: isFaded(input, unit),
    }
  })
  const shown = years.flatMap((year) => answer.years[year] ?? [])
  const axis = yearAxis(shown, yearsThatFit(input.width - 12 * theme.rem, theme), theme)
  const first = shown[0] ?? 0
  const xAxis = {
    ...axis,
    position: 'top' as const,
    min: first - 0.5,
    max: (shown.at(-1) ?? first) + 0.5,
  }
  return {
    option: {
      ...frameOf(input, input.breaks.length > 0 ? 1.5 : 0.4),
      xAxis,
      series: [
        heatCells(cells, theme),
        {
          type: 'line',
          data: [],
          silent: true,
          markLine: breakLines(
            input.breaks,
            true,
            theme,
            true,
            lanesFor(input.breaks, input.width - 12 * theme.rem, years.length, theme),
          ),
        },
      ],
    },
    rems: units.length * ROW_REMS + (input.breaks.length > 0 ? 3.5 : 2.4),
    ...answersOf(input, ([across, row]) => {
      const year = years.find((each) => answer.years[each] === Math.round(across))
      const unit = units[row]
      return unit === undefined || year === undefined ? null : { unit, year, facet, part }
    }),
  }
}

/** Units by figures in one year; every figure has its own scale of colours. */
export function figureHeatChart(input: FigureHeatInput): ChartModel {
  const { facets, units, all, year, scale, theme } = input
  const columns = facets.flatMap((facet, place) => {
    const part = facet.parts[0]
    if (!part) return []
    const own = all.map((unit) => soundValue(part.read(unit, year), facet))
    const values = [...own, ...(input.held?.[place] ?? [])]
    const colours = heatScale(placed(values, scale), facet.kind === 'change', theme)
    return [{ facet, part, colours }]
  })
  const places = units.flatMap((unit, row) =>
    columns.map((column, x) => ({ unit, row, x, ...column })),
  )
  const cells = places.map(({ unit, row, x, facet, part, colours }): HeatCell => {
    const cell = part.read(unit, year)
    const at = position(soundValue(cell, facet), scale)
    const colour = at === null ? null : colours.colour(at)
    return { x, row, cell, style: facet, colour, faded: isFaded(input, unit) }
  })
  return {
    option: {
      ...frameOf(input, 0.4),
      xAxis: {
        type: 'category',
        position: 'top',
        data: columns.map(({ facet }) => facet.title),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: {
          interval: 0,
          color: theme.ink,
          fontSize: textSize(theme),
          width: Math.max(4 * theme.rem, (input.width - 12 * theme.rem) / columns.length - 8),
          overflow: 'truncate',
        },
      },
      series: [heatCells(cells, theme)],
    },
    rems: units.length * ROW_REMS + 2,
    ...answersOf(input, ([across, row]) => {
      const column = columns[across]
      const unit = units[row]
      return unit === undefined || !column ? null : { unit, year, ...column }
    }),
  }
}

/** What gives a cell its colour: a rate over few cases has none, or chance would look like a peak. */
function soundValue(cell: AnswerCell, { minimumDenominator }: Facet): number {
  return isSmall(cell, minimumDenominator) ? NaN : cell.value
}

function placed(values: readonly number[], scale: Scale): readonly number[] {
  return values.map((value) => position(value, scale) ?? NaN)
}

function isFaded({ focus }: HeatInput, unit: number): boolean {
  return focus !== null && focus !== unit
}

function frameOf({ answer, units, theme, width, description }: HeatInput, top: number) {
  const names = shownNames(answer.units)
  return {
    ...chartHead(theme, description),
    tooltip: { trigger: 'item' as const },
    grid: {
      left: 0.4 * theme.rem,
      right: 0.4 * theme.rem,
      top: top * theme.rem,
      bottom: 0.2 * theme.rem,
      outerBoundsMode: 'same' as const,
    },
    yAxis: rowAxis(
      units.map((unit) => ({ before: '', name: names[unit] ?? '', after: '' })),
      theme,
      width,
    ),
  }
}

interface Place {
  readonly unit: number
  readonly year: number
  readonly facet: Facet
  readonly part: FacetPart
}

function answersOf(
  { answer, theme }: HeatInput,
  figureAt: (place: readonly [number, number]) => Place | null,
): Pick<ChartModel, 'tip' | 'target' | 'unit'> {
  const placeOf = ({ at }: ChartPoint) => (at ? figureAt(at) : null)
  return {
    tip: (points): Tip | null => {
      const at = points[0] && placeOf(points[0])
      if (!at) return null
      const { unit, year, facet, part } = at
      return {
        title: `${shownNames(answer.units)[unit] ?? ''} · ${answer.years[year] ?? ''} 年`,
        rows: [tipRow(facet.title, part.read(unit, year), facet, theme.accent)],
        notes: isSmall(part.read(unit, year), facet.minimumDenominator)
          ? [`分母小于 ${facet.minimumDenominator ?? ''}，不上色`]
          : [],
      }
    },
    target: (point): TraceTarget | null => {
      const at = placeOf(point)
      const unit = at && answer.units[at.unit]
      const year = at && answer.years[at.year]
      if (!at || !unit || year === null || year === undefined) return null
      return { unit: unit.id, year, item: at.part.item }
    },
    unit: (point) => answer.units[placeOf(point)?.unit ?? -1]?.id ?? null,
  }
}
