import type { MatrixAnswer } from '@/analysis/answer'
import { unasked } from '@/analysis/answerCell'
import type { Standing } from '@/analysis/standings'
import { markSigns } from '@/wording/answers'
import { rangeText, rankText } from '@/wording/standings'
import type { Tip } from '@/wording/tip'
import { breakLines, hairline, textSize, yearAxis, yearsThatFit } from './axes'
import { lanesFor } from './breakLanes'
import type { ChartBreak } from './breaks'
import { chartHead } from './chartHead'
import type { ChartModel, ChartOption, ChartPoint, Facet } from './chartModel'
import { textWidth } from './legend'
import type { ChartTheme } from './theme'
import { shortNames } from './shortNames'
import { signLabel } from './signLabel'
import { spread } from './spread'
import { seriesLook } from './theme'
import { tipRow } from './tips'
import { MOST_COLOURS, thinned } from './trendInput'
import { shownNames } from './unitOrder'

export interface BumpInput {
  readonly answer: MatrixAnswer
  /** Its first part is ranked. */
  readonly facet: Facet
  /** Positions of the units to draw; a line each. */
  readonly units: readonly number[]
  /** Standings among all units compared, by position of the year, then of the unit. */
  readonly standings: readonly (readonly Standing[])[]
  readonly breaks: readonly ChartBreak[]
  /** The position of the unit that stands out against the others. */
  readonly focus: number | null
  readonly theme: ChartTheme
  /** Of the chart, in pixels. */
  readonly width: number
  /** Height of the room that it fills, as on the wall, in rem; absent: as high as its ranks need. */
  readonly fill?: number | undefined
  readonly description: string
}

/** Height of one rank, in rem. */
export const RANK_REMS = 1.3

/** Below the lowest rank, in rem. */
const FOOT_REMS = 0.2

/** The most room for a name, in full-width characters: that of the longest of a county. */
const NAME_LETTERS = 15

/** The rank of every unit over the years, the first at the top; a year without a rank is a gap. */
export function bumpChart(input: BumpInput): ChartModel {
  const { answer, facet, units } = input
  const part = facet.parts[0]
  const at = ({ series, data }: ChartPoint) => {
    const unit = units[series]
    const label = unit === undefined ? undefined : answer.units[unit]
    const year = answer.years[data]
    return unit === undefined || !label || !part ? null : { unit, label, year, column: data, part }
  }
  return {
    option: bumpOption(input),
    rems: ownRems(input),
    tip: (points): Tip | null => {
      const place = points[0] && at(points[0])
      if (place?.year === undefined) return null
      const standing = input.standings[place.column]?.[place.unit]
      const range = standing ? rangeText(standing) : ''
      return {
        title: `${shownNames(answer.units)[place.unit] ?? ''} · ${place.year} 年`,
        rows: [
          { label: '名次', text: standing ? rankText(standing) : '', colour: null, missing: false },
          tipRow(facet.title, place.part.read(place.unit, place.column), facet, null),
        ],
        notes: range === '' ? [] : [range],
      }
    },
    target: (point) => {
      const place = at(point)
      if (place?.year === undefined) return null
      return { unit: place.label.id, year: place.year, item: place.part.item }
    },
    unit: (point) => at(point)?.label.id ?? null,
  }
}

/** Height that the ranks need, in rem. */
function ownRems(input: BumpInput): number {
  const [first, last] = rankRange(input)
  return Math.max(10, Math.min(last - first + 1, 120) * RANK_REMS + 3)
}

/** Above the ranks: the years, and the names of breaks; in rem. */
function headRems({ breaks }: BumpInput): number {
  return breaks.length > 0 ? 2.9 : 1.8
}

/**
 * How far the names at the right move down so as to stand apart, by unit, in pixels; of more names than
 * there is room for none moves, and those that would cover another are not written.
 */
function nameOffsets(input: BumpInput): ReadonlyMap<number, number> {
  const { standings, units, theme } = input
  const [first, last] = rankRange(input)
  const height = ((input.fill ?? ownRems(input)) - headRems(input) - FOOT_REMS) * theme.rem
  const ends = units.flatMap((unit) => {
    const standing = standings.at(-1)?.[unit]
    if (standing?.kind !== 'ranked') return []
    return [{ unit, place: (height * (standing.rank - first + 0.5)) / (last - first + 1) }]
  })
  const places = ends.map(({ place }) => place)
  const gap = 1.2 * textSize(theme)
  if (isCrowded(input) && places.length * gap > height) return new Map()
  const moved = spread(places, gap, height)
  return new Map(ends.map(({ unit, place }, at) => [unit, (moved[at] ?? place) - place]))
}

/** The best and the worst rank that a unit drawn has in any year. */
function rankRange({ standings, units }: BumpInput): readonly [number, number] {
  const ranks = standings.flatMap((ofYear) =>
    units.flatMap((unit) => {
      const standing = ofYear[unit]
      return standing?.kind === 'ranked' ? [standing.rank] : []
    }),
  )
  return ranks.length === 0 ? [1, 1] : [Math.min(...ranks), Math.max(...ranks)]
}

function bumpOption(input: BumpInput): ChartOption {
  const { answer, units, theme } = input
  const names = endNames(input)
  const right = widest(names) * textSize(theme) + 1.5 * theme.rem
  const [first, last] = rankRange(input)
  const marks = rankMarks(first, last)
  const offsets = nameOffsets(input)
  return {
    ...chartHead(theme, input.description),
    tooltip: { trigger: 'item' },
    grid: {
      left: 0.6 * theme.rem + textWidth(String(last)) * textSize(theme) + 0.5 * theme.rem,
      right,
      top: headRems(input) * theme.rem,
      bottom: FOOT_REMS * theme.rem,
      outerBoundsMode: 'none',
    },
    xAxis: {
      ...yearAxis(answer.years, yearsThatFit(input.width - right, theme), theme),
      position: 'top',
    },
    yAxis: {
      type: 'value',
      inverse: true,
      min: first - 0.5,
      max: last + 0.5,
      axisLine: { show: false },
      axisTick: { show: false, customValues: marks },
      axisLabel: {
        customValues: marks,
        color: theme.inkSoft,
        fontSize: textSize(theme),
        formatter: String,
      },
      splitLine: { show: false },
    },
    series: units.map((unit, place) => ({
      ...bumpSeries(input, {
        unit,
        place,
        names,
        down: offsets.get(unit) ?? null,
        // Among many, a name amid the lines would cover those at their ends.
        isNamed: !isCrowded(input) || offsets.size === 0 || offsets.has(unit),
      }),
      ...(place === 0
        ? {
            markLine: breakLines(
              input.breaks,
              true,
              theme,
              true,
              lanesFor(input.breaks, 0.75 * input.width, input.answer.years.length, theme),
            ),
          }
        : {}),
    })),
  }
}

/** Every rank of few, the first and every fifth or tenth of many. */
function rankMarks(first: number, last: number): number[] {
  const count = last - first + 1
  const step = count <= 20 ? 1 : count <= 60 ? 5 : 10
  const ranks = Array.from({ length: count }, (_, index) => first + index)
  return ranks.filter((rank) => rank === first || rank % step === 0)
}

interface BumpLine {
  readonly unit: number
  readonly place: number
  /** What stands at the ends of all lines. */
  readonly names: readonly string[]
  /** How far its name is moved down; null for a name that is not moved. */
  readonly down: number | null
  readonly isNamed: boolean
}

function bumpSeries(input: BumpInput, line: BumpLine) {
  const { answer, standings, focus, theme } = input
  const { unit, place } = line
  const crowded = isCrowded(input)
  const look = seriesLook(theme, crowded ? 0 : place)
  const colour = crowded && focus !== unit ? theme.axis : look.colour
  const opacity = opacityOf(input, unit)
  return {
    type: 'line' as const,
    name: answer.units[unit]?.name ?? '',
    symbol: crowded ? 'circle' : look.symbol,
    symbolSize: (crowded ? 0.4 : 0.55) * theme.rem,
    showAllSymbol: true,
    clip: false,
    connectNulls: false,
    triggerLineEvent: true,
    z: focus === unit ? 3 : 2,
    lineStyle: { width: (focus === unit ? 3.5 : 2) * hairline(theme), color: colour, opacity },
    itemStyle: {
      color: crowded ? colour : look.fill,
      borderColor: colour,
      borderWidth: hairline(theme),
      opacity,
    },
    emphasis: { focus: 'series' as const, lineStyle: { width: 3.5 * hairline(theme) } },
    blur: { lineStyle: { opacity: 0.15 }, itemStyle: { opacity: 0.15 }, label: { opacity: 0.3 } },
    labelLayout: crowded && line.down === null ? { hideOverlap: true } : {},
    data: answer.years.map((year, column) => {
      const standing = standings[column]?.[unit]
      const rank = standing?.kind === 'ranked' ? standing.rank : null
      return { value: [year, rank], ...labelAt(input, line, column, colour) }
    }),
  }
}

/** The name at the last rank of a line, and at the others their signs. */
function labelAt(input: BumpInput, line: BumpLine, column: number, colour: string) {
  const { standings, focus, theme } = input
  const { unit, place, names, down, isNamed } = line
  if (standings[column]?.[unit]?.kind !== 'ranked') return {}
  if (!isNamed || column !== lastRanked(input, unit))
    return signLabel(signsOf(input, unit, column), theme)
  const isFaded = focus !== null && focus !== unit
  return {
    label: {
      ...nameLabel(input, names, place, isFaded ? theme.inkSoft : colour),
      // A line of many is faint; its name is not.
      opacity: isFaded ? opacityOf(input, unit) : 1,
      offset: [0, down ?? 0],
    },
  }
}

/** Beside one in focus the others step back; of many, none stands before the others. */
function opacityOf({ units, focus }: BumpInput, unit: number): number {
  if (focus === unit) return 1
  if (focus !== null) return 0.22
  return units.length > MOST_COLOURS ? thinned(units.length) : 1
}

/** Whether there are more lines than can be told apart. */
function isCrowded({ units }: BumpInput): boolean {
  return units.length > MOST_COLOURS
}

/** The names of the units drawn as far as there is room for them, each with the signs of its last rank. */
function endNames(input: BumpInput): readonly string[] {
  const { answer, units } = input
  const names = shownNames(answer.units)
  const short = shortNames(
    units.map((unit) => names[unit] ?? ''),
    () => NAME_LETTERS,
  )
  return units.map((unit, place) => {
    const signs = signsOf(input, unit, lastRanked(input, unit))
    return `${short[place] ?? ''}${signs === '' ? '' : ` ${signs}`}`
  })
}

function widest(names: readonly string[]): number {
  return Math.max(0, ...names.map(textWidth))
}

/** The last year in which a unit has a rank; -1 without one. */
function lastRanked({ answer, standings }: BumpInput, unit: number): number {
  return answer.years.findLastIndex((_, year) => standings[year]?.[unit]?.kind === 'ranked')
}

function signsOf({ facet }: BumpInput, unit: number, year: number): string {
  return markSigns((year < 0 ? undefined : facet.parts[0]?.read(unit, year)) ?? unasked)
}

function nameLabel(
  { theme, units }: BumpInput,
  names: readonly string[],
  place: number,
  colour: string,
) {
  return {
    show: true,
    formatter: names[place] ?? '',
    position: 'right' as const,
    distance: 0.5 * theme.rem,
    color: units.length > MOST_COLOURS && colour === theme.axis ? theme.inkSoft : colour,
    fontSize: textSize(theme),
    width: Math.ceil(widest(names)) * textSize(theme),
  }
}
