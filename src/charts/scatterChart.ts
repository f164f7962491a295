import type { MatrixAnswer } from '@/analysis/answer'
import { jointDoubt } from '@/analysis/answerCell'
import type { Correlation } from '@/analysis/spearman'
import { LEAST_PAIRS, spearman } from '@/analysis/spearman'
import { doubtSigns } from '@/wording/answers'
import type { Scale } from './axes'
import { hairline, marksFor, position, textSize, valueAxis } from './axes'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, Facet, FacetPart } from './chartModel'
import type { NamedDot } from './dotNames'
import { nameSeries, outlying } from './dotNames'
import type { Reference } from './references'
import type { ChartTheme } from './theme'
import { seriesLook } from './theme'
import { tipRow } from './tips'
import { isSmall, shownNames } from './unitOrder'

export interface ScatterInput {
  readonly answer: MatrixAnswer
  /** Across, and upwards; the first part of each is drawn. */
  readonly facets: readonly [Facet, Facet]
  /** Position of the year. */
  readonly year: number
  /** Positions of all units compared. */
  readonly units: readonly number[]
  /** What either axis holds besides, such as the numbers of other years. */
  readonly held?: readonly [readonly number[], readonly number[]]
  readonly scale: Scale
  readonly focus: number | null
  /** Statistics of either figure, drawn as dashed lines. */
  readonly references: readonly [readonly Reference[], readonly Reference[]]
  readonly theme: ChartTheme
  readonly description: string
}

/** Of more points than these only some have names: the one in focus, and those that lie farthest out. */
const MOST_NAMES = 40
const MOST_OUTLYING = 24

/** A point a unit at two of its figures; a unit that lacks one of them has none. */
export function scatterChart(input: ScatterInput): ChartModel {
  const { answer, facets, year } = input
  const [across, up] = facets
  const parts = partsOf(input)
  if (!parts) return { option: {}, rems: null, tip: () => null, target: () => null }
  const dots = paired(input)
  const unitAt = (data: number | undefined) => dots[data ?? -1]
  return {
    option: scatterOption(input, parts, dots),
    rems: 30,
    tip: (points) => {
      const unit = unitAt(points[0]?.data)
      if (unit === undefined) return null
      const small = isHollow(input, parts, unit) ? ['有一项的分母太小，空心，不计入相关'] : []
      return {
        title: `${shownNames(answer.units)[unit] ?? ''} · ${answer.years[year] ?? ''} 年`,
        rows: [
          tipRow(`横：${across.title}`, parts[0].read(unit, year), across, null),
          tipRow(`纵：${up.title}`, parts[1].read(unit, year), up, null),
        ],
        notes: small,
      }
    },
    target: ({ data }) => {
      const unit = answer.units[unitAt(data) ?? -1]
      const shown = answer.years[year]
      return unit && shown !== undefined
        ? { unit: unit.id, year: shown, item: parts[1].item }
        : null
    },
    unit: ({ data }) => answer.units[unitAt(data) ?? -1]?.id ?? null,
  }
}

type Parts = readonly [FacetPart, FacetPart]

function partsOf({ facets: [across, up] }: Pick<ScatterInput, 'facets'>): Parts | null {
  const [x] = across.parts
  const [y] = up.parts
  return x && y ? [x, y] : null
}

/** The units that have both numbers. */
export function paired(input: Pick<ScatterInput, 'facets' | 'units' | 'year'>): readonly number[] {
  const parts = partsOf(input)
  if (!parts) return []
  return input.units.filter((unit) =>
    parts.every((part) => part.read(unit, input.year).state === 'value'),
  )
}

function isHollow(
  { facets, year }: Pick<ScatterInput, 'facets' | 'year'>,
  parts: Parts,
  unit: number,
): boolean {
  return facets.some((facet, side) => {
    const cell = parts[side]?.read(unit, year)
    return cell !== undefined && isSmall(cell, facet.minimumDenominator)
  })
}

/** Spearman's ρ of the pairs that are not over too few cases. */
function correlationOf(input: Pick<ScatterInput, 'facets' | 'units' | 'year'>): Correlation {
  const parts = partsOf(input)
  if (!parts) return { coefficient: NaN, n: 0 }
  const sound = paired(input).filter((unit) => !isHollow(input, parts, unit))
  const { year } = input
  return spearman(
    sound.map((unit) => [parts[0].read(unit, year).value, parts[1].read(unit, year).value]),
  )
}

/** The correlation in words, with what it does not say. */
export function correlationText(input: Pick<ScatterInput, 'facets' | 'units' | 'year'>): string {
  const { coefficient, n } = correlationOf(input)
  if (n < LEAST_PAIRS) return `只有 ${n} 个单位两项都有可比的数，不足 ${LEAST_PAIRS} 个，不算相关`
  if (Number.isNaN(coefficient)) return '有一项各单位都相同，算不出相关'
  const ratios = input.facets.some(({ minimumDenominator }) => minimumDenominator !== null)
  const excluded = ratios ? '，不含分母太小的' : ''
  return `等级相关（Spearman ρ）${coefficient.toFixed(2)}（n = ${n}${excluded}）；相关不等于因果，规模大小可能同时左右两项`
}

function scatterOption(input: ScatterInput, parts: Parts, dots: readonly number[]): ChartOption {
  const { facets, year, scale, theme } = input
  const [across, up] = facets
  const marks = parts.map((part, side) =>
    marksFor(
      [...dots.map((unit) => part.read(unit, year).value), ...(input.held?.[side] ?? [])],
      scale,
      scale === 'linear',
    ),
  )
  const [first, second] = marks
  if (!first || !second) return {}
  const nameStyle = { color: theme.ink, fontSize: textSize(theme), fontWeight: 600 as const }
  return {
    ...chartHead(theme, input.description),
    tooltip: { trigger: 'item' },
    grid: {
      left: 0.8 * theme.rem,
      right: 2 * theme.rem,
      top: 2.4 * theme.rem,
      bottom: 2 * theme.rem,
      outerBoundsMode: 'same',
    },
    xAxis: {
      ...valueAxis(first, scale, across, theme),
      name: `${across.title}${unitOf(across)} →`,
      nameLocation: 'middle',
      nameGap: 1.8 * theme.rem,
      nameTextStyle: nameStyle,
    },
    yAxis: {
      ...valueAxis(second, scale, up, theme),
      name: `↑ ${up.title}${unitOf(up)}`,
      nameLocation: 'end',
      nameTextStyle: { ...nameStyle, align: 'left' },
    },
    series: [dotSeries(input, parts, dots), nameSeries(namedDots(input, parts, dots), theme)],
  }
}

function dotSeries(input: ScatterInput, parts: Parts, dots: readonly number[]) {
  const { year, scale, theme } = input
  return {
    type: 'scatter' as const,
    emphasis: { scale: 1.5 },
    data: dots.map((unit) => ({
      value: placeOf(input, parts, unit),
      ...dotLook(input, parts, unit),
    })),
    markLine: crossLines(input.references, year, scale, theme),
  }
}

function placeOf({ year, scale }: ScatterInput, parts: Parts, unit: number): [number, number] {
  const [across, up] = parts.map((part) => position(part.read(unit, year).value, scale) ?? NaN)
  return [across ?? NaN, up ?? NaN]
}

/** Points have their names as far as they are few or lie far out; of the others, those with signs have these. */
function namedDots(
  input: ScatterInput,
  parts: Parts,
  dots: readonly number[],
): readonly NamedDot[] {
  const { answer, focus, theme } = input
  const names = shownNames(answer.units)
  const places = dots.map((unit) => placeOf(input, parts, unit))
  const named = dots.length <= MOST_NAMES ? null : outlying(places, MOST_OUTLYING)
  return dots.map((unit, dot) => {
    const isOwn = focus === unit
    const signs = doubtSigns(jointDoubt(parts.map((part) => part.read(unit, input.year))))
    const name = isOwn || (named?.has(dot) ?? true) ? (names[unit] ?? '') : ''
    return {
      at: places[dot] ?? [NaN, NaN],
      size: sizeOf(isOwn, theme),
      name: {
        text: (name + signs).trim(),
        colour: isOwn ? seriesLook(theme, 1).colour : theme.ink,
        weight: isOwn ? 600 : 400,
        isOwn,
      },
    }
  })
}

function sizeOf(isOwn: boolean, theme: ChartTheme): number {
  return (isOwn ? 1.1 : 0.7) * theme.rem
}

/** The unit in focus is a diamond of another colour; one over too few cases is hollow. */
function dotLook(input: ScatterInput, parts: Parts, unit: number) {
  const { focus, theme } = input
  const isOwn = focus === unit
  const { colour } = seriesLook(theme, isOwn ? 1 : 0)
  return {
    symbol: isOwn ? 'diamond' : 'circle',
    symbolSize: sizeOf(isOwn, theme),
    itemStyle: {
      color: isHollow(input, parts, unit) ? theme.paper : colour,
      borderColor: colour,
      borderWidth: 1.5 * hairline(theme),
      opacity: focus !== null && !isOwn ? 0.35 : 0.9,
    },
  }
}

function unitOf({ measureUnit }: Facet): string {
  return measureUnit === '' || measureUnit === '%' ? '' : `（${measureUnit}）`
}

function crossLines(
  [across, up]: ScatterInput['references'],
  year: number,
  scale: Scale,
  theme: ChartTheme,
) {
  const at = ({ values }: Reference) => position(values[year]?.value ?? NaN, scale)
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: theme.inkSoft, type: 'dashed' as const, width: hairline(theme) },
    label: {
      show: true,
      formatter: '{b}',
      position: 'insideEndTop' as const,
      color: theme.inkSoft,
      fontSize: 0.72 * theme.rem,
    },
    data: [
      ...across.flatMap((reference) => {
        const xAxis = at(reference)
        return xAxis === null ? [] : [{ name: reference.label, xAxis }]
      }),
      ...up.flatMap((reference) => {
        const yAxis = at(reference)
        return yAxis === null ? [] : [{ name: reference.label, yAxis }]
      }),
    ],
  }
}
