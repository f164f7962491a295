import { markSigns, numberText, stateWord } from '@/wording/answers'
import { hairline } from './axes'
import { directionOf } from './heatCells'
import type { ChartModel } from './chartModel'
import { textWidth } from './legend'
import type { MapBand } from './mapBands'
import { mapCell } from './mapBands'
import type { MapInput } from './mapFrame'
import { mapAnswers, mapFrame, mapSeries } from './mapFrame'
import type { MapArea, MapView } from './mapProjection'
import { boxOf, mapView, outline } from './mapProjection'
import { inkOn } from './theme'
import { shownNames } from './unitOrder'

export interface BoundaryMapInput extends MapInput {
  /** By position of the unit in the answer. */
  readonly areas: ReadonlyMap<number, MapArea>
  /** Areas of no unit, with what is said of them. */
  readonly strangers: readonly {
    readonly area: MapArea
    readonly title: string
    readonly reason: string
  }[]
}

interface Canvas {
  getWidth(): number
  getHeight(): number
}

/** Units as the areas of a file; areas of no unit are outlines. */
export function boundaryMapChart(input: BoundaryMapInput): ChartModel {
  const { areas, strangers, theme, height } = input
  const frame = mapFrame(input)
  const box = boxOf([...areas.values()])
  const viewIn = (api: Canvas): MapView =>
    mapView(box, { top: frame.top, width: api.getWidth(), height: api.getHeight() })
  const answers = mapAnswers(input, frame.bands)
  return {
    option: {
      ...frame.option,
      series: [
        ...frame.bands.map((band) =>
          mapSeries(band, theme, (unit, api) => {
            const area = areas.get(unit)
            return area ? shapeOf(input, band, unit, area, viewIn(api)) : null
          }),
        ),
        {
          type: 'custom' as const,
          coordinateSystem: 'none',
          data: strangers.map((_, at) => [at]),
          renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: Canvas) => {
            const stranger = strangers[dataIndex]
            if (!stranger) return null
            const line = hairline(theme)
            return {
              type: 'path' as const,
              shape: { pathData: outline(stranger.area, viewIn(api)) },
              style: {
                fill: 'transparent',
                stroke: theme.axis,
                lineWidth: line,
                lineDash: [line, 3 * line],
              },
            }
          },
        },
      ],
    },
    rems: height,
    ...answers,
    tip: (points) => {
      const [point] = points
      const stranger = point?.series === frame.bands.length ? strangers[point.data] : undefined
      if (!stranger) return answers.tip(points)
      return { title: stranger.title, rows: [], notes: [stranger.reason] }
    },
  }
}

function shapeOf(
  input: BoundaryMapInput,
  band: MapBand,
  unit: number,
  area: MapArea,
  view: MapView,
) {
  const { theme, focus } = input
  const line = hairline(theme)
  const opacity = focus !== null && focus !== unit ? 0.3 : 1
  const fill = band.colour ?? (band.hatched ? theme.rule : theme.surface)
  return {
    type: 'group' as const,
    children: [
      {
        type: 'path' as const,
        shape: { pathData: outline(area, view) },
        style: {
          fill,
          opacity,
          stroke: band.colour === null ? theme.axis : theme.paper,
          lineWidth: line,
          ...(band.colour === null ? { lineDash: [3 * line, 3 * line] } : {}),
        },
      },
      ...labelsOf(input, band, unit, area, view, opacity),
    ],
  }
}

/** Name and number in the middle of the largest part, where it is wide enough. */
function labelsOf(
  input: BoundaryMapInput,
  band: MapBand,
  unit: number,
  area: MapArea,
  view: MapView,
  opacity: number,
) {
  const { answer, facet, theme } = input
  const cell = mapCell(input, unit)
  const fontSize = 0.75 * theme.rem
  const name = shownNames(answer.units)[unit] ?? ''
  const value =
    cell.state === 'value' ? numberText(cell.value, facet) : stateWord(cell.state, facet)
  const sign = markSigns(cell)
  const number = sign === '' ? value : `${value} ${sign}`
  const [left, top, right, bottom] = view.box(boxOf([{ rings: [area.rings[0] ?? []] }]))
  const fits = (text: string) => textWidth(text) * fontSize < 0.9 * (right - left)
  const lines = [name, number].filter(fits)
  const room = Math.floor((0.9 * (bottom - top)) / (1.2 * fontSize))
  // A number that has no room still shows that it is in doubt, and a change which way it went.
  const least = [`${directionOf({ cell, style: facet })}${sign}`].filter(
    (text) => text !== '' && room >= 1 && fits(text),
  )
  const isShort = !lines.includes(number) || lines.length > room
  const shown = !isShort ? lines : least.length > 0 ? least : lines.length > room ? [] : lines
  return shown.map((text, at) => ({
    type: 'text' as const,
    style: {
      text,
      x: (left + right) / 2,
      y: (top + bottom) / 2 + (at - (shown.length - 1) / 2) * 1.2 * fontSize,
      align: 'center' as const,
      verticalAlign: 'middle' as const,
      fontSize,
      fontWeight: text === number ? 600 : 400,
      fontFamily: theme.font,
      fill: band.colour === null ? theme.ink : inkOn(band.colour),
      opacity,
    },
    silent: true,
  }))
}
