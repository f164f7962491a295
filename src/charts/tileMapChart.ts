import { latestText, markSigns, numberText, stateWord } from '@/wording/answers'
import { hairline } from './axes'
import { directionOf } from './heatCells'
import type { ChartModel } from './chartModel'
import { textWidth } from './legend'
import type { MapBand } from './mapBands'
import { mapCell } from './mapBands'
import type { MapInput } from './mapFrame'
import { mapAnswers, mapFrame, mapSeries } from './mapFrame'
import type { TileGroup, TileLayout } from './tileLayout'
import { fittedTiles } from './tileLayout'
import type { ChartTheme } from './theme'
import { inkOn } from './theme'
import { shortName } from './shortNames'
import { shownNames } from './unitOrder'

export interface TileMapInput extends MapInput {
  readonly groups: readonly TileGroup[]
}

/** Smaller squares have no names. */
const LEAST_NAMED_REMS = 3.6

/** A square a unit, by city: its colour is that of its class, its text its name and its number. */
export function tileMapChart(input: TileMapInput): ChartModel {
  const { groups, theme, width, height } = input
  const frame = mapFrame(input)
  const { side, layout } = fittedTiles(groups, width / theme.rem, height - frame.top / theme.rem)
  const tileOf = new Map(layout.tiles.map((tile) => [tile.unit, tile]))
  const sideIn = (api: Canvas) => sideOf(layout, side * theme.rem, frame.top, api)
  return {
    option: {
      ...frame.option,
      series: [
        ...frame.bands.map((band) =>
          mapSeries(band, theme, (unit, api) => {
            const tile = tileOf.get(unit)
            const size = sideIn(api)
            return tile
              ? square(input, band, unit, {
                  x: tile.x * size,
                  y: frame.top + tile.y * size,
                  size,
                })
              : null
          }),
        ),
        headingSeries(layout, theme, frame.top, sideIn),
      ],
    },
    rems: frame.top / theme.rem + layout.height * side + 0.2,
    ...mapAnswers(input, frame.bands),
  }
}

interface Canvas {
  getWidth(): number
  getHeight(): number
}

/** Squares shrink where the chart has less room than it asked for. */
function sideOf(layout: TileLayout, wanted: number, top: number, api: Canvas): number {
  const down = (api.getHeight() - top) / layout.height
  return Math.max(1, Math.min(wanted, down, api.getWidth() / layout.width))
}

interface Box {
  readonly x: number
  readonly y: number
  readonly size: number
}

function square(input: TileMapInput, band: MapBand, unit: number, { x, y, size }: Box) {
  const { theme, focus } = input
  const gap = hairline(theme)
  const inner = { x: x + gap, y: y + gap, width: size - 2 * gap, height: size - 2 * gap }
  const opacity = focus !== null && focus !== unit ? 0.3 : 1
  const outline = { stroke: theme.axis, lineWidth: gap, lineDash: [3 * gap, 3 * gap] }
  return {
    type: 'group' as const,
    children: [
      {
        type: 'rect' as const,
        shape: inner,
        style: { opacity, fill: band.colour ?? theme.surface, ...(band.colour ? {} : outline) },
      },
      ...(band.hatched ? [hatching(inner, theme, opacity)] : []),
      ...textsOf(input, band, unit, { x, y, size }, opacity),
    ],
  }
}

/** Slanting lines across a square. */
function hatching(
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  theme: ChartTheme,
  opacity: number,
) {
  const step = 0.6 * theme.rem
  const lines = Array.from({ length: Math.floor((2 * width) / step) }, (_, at) => {
    const along = (at + 1) * step
    const over = Math.max(0, along - width)
    const [right, down] = [x + along - over, y + along - over]
    return `M${x + over},${down}L${right},${y + over}`
  })
  return {
    type: 'path' as const,
    shape: { pathData: lines.join('') },
    style: { stroke: theme.rule, lineWidth: hairline(theme), fill: 'none', opacity },
    silent: true,
  }
}

/** The name above the number, as far as they fit; the number where only one does. */
function textsOf(
  input: TileMapInput,
  band: MapBand,
  unit: number,
  { x, y, size }: Box,
  opacity: number,
) {
  const { answer, theme } = input
  const room = 0.92 * size
  const fill = band.colour === null ? theme.inkSoft : inkOn(band.colour)
  const fontSize = Math.min(0.95 * theme.rem, Math.max(0.62 * theme.rem, 0.17 * size))
  const number = numberIn(input, unit, room / fontSize)
  const lines = namesIn(shownNames(answer.units)[unit] ?? '', room / (0.85 * fontSize), size)
  const text = (content: string, at: number, font: number, weight: number) => ({
    type: 'text' as const,
    style: {
      text: content,
      x: x + size / 2,
      y: y + at,
      align: 'center' as const,
      verticalAlign: 'middle' as const,
      fontSize: font,
      fontWeight: weight,
      fontFamily: theme.font,
      fill,
      opacity,
    },
    silent: true,
  })
  const hasNames = size >= LEAST_NAMED_REMS * theme.rem
  const names = hasNames ? lines : []
  const line = 1.15 * fontSize
  const start = (size - line * names.length) / 2
  return [
    ...names.map((name, at) => text(name, start + line * (at - 0.1), 0.85 * fontSize, 400)),
    ...(number === '' ? [] : [text(number, start + line * (names.length + 0.05), fontSize, 600)]),
  ]
}

/** The number as in the table with the sign of its checks, or shorter, or its sign and of a change its direction: whichever has room. */
function numberIn(input: TileMapInput, unit: number, room: number): string {
  const { facet } = input
  const cell = mapCell(input, unit)
  const sign = markSigns(cell)
  const shown = sign === '' ? '' : ` ${sign}`
  const exact = cell.state === 'value' ? [numberText(cell.value, facet)] : []
  const short = facet.kind === 'change' ? [] : [latestText(cell, facet)]
  const words = [...exact, ...short, stateWord(cell.state, facet)].filter((text) => text !== '')
  const least = `${directionOf({ cell, style: facet })}${sign}`
  return words.map((text) => text + shown).find((text) => textWidth(text) <= room) ?? least
}

/** A name in two lines of so many full-width characters at most; a longer one is cut in its middle. */
function namesIn(name: string, across: number, size: number): readonly string[] {
  if (size <= 0) return []
  if (textWidth(name) <= across) return [name]
  const each = Math.max(1, Math.floor(across))
  const letters = Array.from(shortName(name, 2 * each))
  const half = Math.min(each, Math.ceil(letters.length / 2))
  return [letters.slice(0, half).join(''), letters.slice(half).join('')]
}

function headingSeries(
  { headings }: TileLayout,
  theme: ChartTheme,
  top: number,
  sideIn: (api: Canvas) => number,
) {
  return {
    type: 'custom' as const,
    coordinateSystem: 'none',
    silent: true,
    tooltip: { show: false },
    data: headings.map((_, at) => [at]),
    renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: Canvas) => {
      const heading = headings[dataIndex]
      if (!heading) return null
      const side = sideIn(api)
      return {
        type: 'text' as const,
        style: {
          text: heading.name,
          x: heading.x * side,
          y: top + heading.y * side + 0.3 * theme.rem,
          width: heading.width * side,
          overflow: 'truncate' as const,
          fill: theme.ink,
          fontSize: 0.85 * theme.rem,
          fontWeight: 600,
          fontFamily: theme.font,
        },
      }
    },
  }
}
