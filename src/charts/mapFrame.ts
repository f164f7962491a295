import type { Tip } from '@/wording/tip'
import { hairline } from './axes'
import { chartHead } from './chartHead'
import type { ChartModel, ChartPoint, TraceTarget } from './chartModel'
import { legend } from './legend'
import type { BandInput, MapBand } from './mapBands'
import { mapBands, mapCell } from './mapBands'
import type { ChartTheme } from './theme'
import { tipRow } from './tips'
import { shownNames } from './unitOrder'

/** What every map is drawn of. */
export interface MapInput extends BandInput {
  readonly focus: number | null
  /** Of the chart, in pixels. */
  readonly width: number
  /** That it may take, in rem. */
  readonly height: number
  readonly description: string
}

/** The parts that every map has: its bands as series, and their legend above it. */
export function mapFrame(input: MapInput) {
  const { theme, description, width } = input
  const bands = mapBands(input)
  const key = legend(bands, theme, width)
  return {
    bands,
    /** Where the map begins, in pixels. */
    top: key.height + 0.4 * theme.rem,
    option: {
      ...chartHead(theme, description),
      tooltip: { trigger: 'item' as const },
      legend: {
        ...key.option,
        data: bands.map((band) => ({
          name: band.label,
          icon: 'rect',
          itemStyle: swatch(band, theme),
        })),
      },
    },
  }
}

function swatch({ colour, hatched }: MapBand, theme: ChartTheme) {
  if (colour !== null) return { color: colour, borderWidth: 0 }
  const line = hairline(theme)
  return {
    color: theme.surface,
    borderColor: theme.axis,
    borderWidth: line,
    borderType: 'dashed' as const,
    ...(hatched
      ? {
          decal: {
            symbol: 'rect',
            dashArrayX: [1, 0],
            dashArrayY: [1, 4],
            rotation: -Math.PI / 4,
            color: theme.axis,
          },
        }
      : {}),
  }
}

interface Canvas {
  getWidth(): number
  getHeight(): number
}

/** A band as a series whose data are its units; `draw` gives the shape of one, or null. */
export function mapSeries<Shape extends { readonly type: string }>(
  band: MapBand,
  theme: ChartTheme,
  draw: (unit: number, api: Canvas) => Shape | null,
) {
  return {
    type: 'custom' as const,
    name: band.label,
    coordinateSystem: 'none',
    itemStyle: swatch(band, theme),
    data: band.units.map((_, at) => [at]),
    renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: Canvas) => {
      const unit = band.units[dataIndex]
      return unit === undefined ? null : draw(unit, api)
    },
  }
}

/** What the units of a map say and lead to. */
export function mapAnswers(
  input: MapInput,
  bands: readonly MapBand[],
): Pick<ChartModel, 'tip' | 'target' | 'unit'> {
  const { answer, facet, year } = input
  const unitAt = ({ series, data }: ChartPoint) => bands[series]?.units[data]
  return {
    tip: ([point]): Tip | null => {
      const unit = point && unitAt(point)
      if (unit === undefined) return null
      const band = bands[point?.series ?? -1]
      return {
        title: `${shownNames(answer.units)[unit] ?? ''} · ${answer.years[year] ?? ''} 年`,
        rows: [tipRow(facet.title, mapCell(input, unit), facet, band?.colour ?? null)],
        notes: band && band.colour === null && !band.hatched ? [band.label] : [],
      }
    },
    target: (point): TraceTarget | null => {
      const unit = answer.units[unitAt(point) ?? -1]
      const shown = answer.years[year]
      const item = facet.parts[0]?.item
      if (!unit || shown === undefined || item === undefined) return null
      return { unit: unit.id, year: shown, item }
    },
    unit: (point) => answer.units[unitAt(point) ?? -1]?.id ?? null,
  }
}
