import type { AnswerCell } from '@/analysis/answerCell'
import type { NumberStyle } from '@/wording/answers'
import { latestText, markSigns, numberText } from '@/wording/answers'
import { hairline, textSize } from './axes'
import { textWidth } from './legend'
import type { ChartTheme } from './theme'
import { inkOn } from './theme'

/** One cell of a heat map. */
export interface HeatCell {
  /** Where it stands: on the axis across, and the row from the top. */
  readonly x: number
  readonly row: number
  readonly cell: AnswerCell
  readonly style: NumberStyle
  /** Null where there is no number, or one over too few cases. */
  readonly colour: string | null
  readonly faded: boolean
}

/**
 * Rectangles with their numbers written in; a cell without a number is an outline with the reason, one
 * over too few cases an outline with its number. Cells of one look are painted together, and so are the
 * texts of one ink that stand below each other: one by one, thousands would take long. So a point of
 * this series is told by its place on the axes.
 */
export function heatCells(cells: readonly HeatCell[], theme: ChartTheme) {
  const layers = [...fillLayers(cells, theme), ...textLayers(cells, theme)]
  return {
    type: 'custom' as const,
    data: layers.map(({ cells: [first] }) => [first?.x ?? 0, first?.row ?? 0]),
    renderItem: (
      { dataIndex }: { readonly dataIndex: number },
      api: {
        coord(place: number[]): number[]
        size?(place: number[]): number | number[]
      },
    ) => {
      const layer = layers[dataIndex]
      const [first] = layer?.cells ?? []
      if (!layer || !first) return null
      const [x = 0, y = 0] = api.coord([first.x, first.row])
      const size = api.size?.([1, 1])
      const [width = 0, height = 0] = Array.isArray(size) ? size : []
      return layer.paint({ x, y, width, height })
    },
  }
}

/** Cells that are painted together. */
interface Layer {
  readonly cells: readonly HeatCell[]
  /** The box is that of the first cell, around its middle. */
  readonly paint: (box: Box) => Shape
}

type Shape = ReturnType<typeof filled> | ReturnType<typeof written>

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function fillLayers(cells: readonly HeatCell[], theme: ChartTheme): readonly Layer[] {
  return grouped(cells, ({ colour, faded }) => `${colour ?? ''} ${faded}`).map((alike) => ({
    cells: alike,
    paint: (box) => filled(alike, box, theme),
  }))
}

function filled(cells: readonly HeatCell[], { x, y, width, height }: Box, theme: ChartTheme) {
  const [first] = cells
  const gap = hairline(theme)
  const across = rounded(Math.max(1, width - 2 * gap))
  const down = rounded(Math.max(1, height - 2 * gap))
  const rectangles = cells.map((cell) => {
    const left = x + (cell.x - (first?.x ?? 0)) * width - width / 2 + gap
    const top = y + (cell.row - (first?.row ?? 0)) * height - height / 2 + gap
    return `M${rounded(left)} ${rounded(top)}h${across}v${down}h${-across}`
  })
  // Only an outline is to be closed.
  const end = first?.colour === null ? 'z' : ''
  return {
    type: 'path' as const,
    // They would all light up where the pointer is on one.
    emphasisDisabled: true,
    shape: { pathData: rectangles.join(end) + end },
    style: { opacity: first?.faded === true ? 0.3 : 1, ...lookOf(first, theme) },
  }
}

/** To hundredths of a pixel. */
function rounded(pixels: number): number {
  return Math.round(100 * pixels) / 100
}

function lookOf(cell: HeatCell | undefined, theme: ChartTheme) {
  const gap = hairline(theme)
  const colour = cell?.colour ?? null
  return colour === null
    ? { fill: theme.surface, stroke: theme.rule, lineWidth: gap, lineDash: [3 * gap, 3 * gap] }
    : { fill: colour }
}

/** Of the usual size, how small numbers may be written so that all have room. */
const LEAST_SIZE = 0.8

function textLayers(cells: readonly HeatCell[], theme: ChartTheme): readonly Layer[] {
  const longest = Math.max(...cells.map((cell) => textWidth(exactText(cell) ?? '')))
  return grouped(cells, (cell) => `${cell.x} ${inkOf(cell, theme)} ${cell.faded}`).map((alike) => ({
    cells: alike,
    paint: (box) => written(alike, longest, box, theme),
  }))
}

/** `longest`: the width of the longest number of all cells, in letters; they are of one size. */
function written(
  cells: readonly HeatCell[],
  longest: number,
  { x, y, width, height }: Box,
  theme: ChartTheme,
) {
  const [first] = cells
  const usual = Math.min(0.75 * theme.rem, textSize(theme), 0.8 * height)
  const room = width - 2 * hairline(theme)
  const fontSize = Math.min(usual, Math.max(LEAST_SIZE * usual, (0.999 * room) / longest))
  return {
    type: 'text' as const,
    silent: true,
    z2: 1,
    style: {
      text: linesOf(cells, (cell) => fittingText(cell, room, fontSize)),
      x,
      y: y - height / 2,
      align: 'center' as const,
      verticalAlign: 'top' as const,
      lineHeight: height,
      fill: first ? inkOf(first, theme) : theme.ink,
      fontSize,
      fontFamily: theme.font,
      opacity: first?.faded === true ? 0.4 : 1,
    },
  }
}

function inkOf({ colour }: HeatCell, theme: ChartTheme): string {
  return colour === null ? theme.inkSoft : inkOn(colour)
}

/** A line a row, from the first of the cells on; rows of others are left empty. */
function linesOf(cells: readonly HeatCell[], textOf: (cell: HeatCell) => string): string {
  const lines: string[] = []
  for (const cell of cells) {
    const line = cell.row - (cells[0]?.row ?? 0)
    while (lines.length < line) lines.push('')
    lines[line] = textOf(cell)
  }
  return lines.join('\n')
}

/** In the order of their first, and within each in the given order. */
function grouped(
  cells: readonly HeatCell[],
  keyOf: (cell: HeatCell) => string,
): readonly (readonly HeatCell[])[] {
  const groups = new Map<string, HeatCell[]>()
  for (const cell of cells) {
    const key = keyOf(cell)
    const known = groups.get(key)
    if (known) known.push(cell)
    else groups.set(key, [cell])
  }
  return [...groups.values()]
}

/** What a cell has room for, as in the table, and short only where that has none. */
function fittingText(shown: HeatCell, room: number, fontSize: number): string {
  const { cell, style } = shown
  const fits = (words: string) => textWidth(words) * fontSize < room
  const exact = exactText(shown)
  if (exact !== null && fits(exact)) return exact
  const sign = markSigns(cell)
  const least = `${directionOf(shown)}${sign}`
  return [signed(latestText(cell, style), sign), least].find(fits) ?? ''
}

/** The number of a cell as in the table; null where it has none. */
function exactText({ cell, style }: HeatCell): string | null {
  return cell.state === 'value' ? signed(numberText(cell.value, style), markSigns(cell)) : null
}

function signed(text: string, sign: string): string {
  return sign === '' ? text : `${text} ${sign}`
}

/**
 * The sign of a change, or 0, where there is no room for its number: without colours both ends look
 * alike.
 */
export function directionOf({ cell, style }: Pick<HeatCell, 'cell' | 'style'>): string {
  if (style.kind !== 'change' || cell.state !== 'value') return ''
  if (cell.value === 0) return '0'
  return cell.value > 0 ? '+' : '−'
}
