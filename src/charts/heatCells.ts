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

/** Rectangles with their numbers written in; a cell without a number is an outline with the reason,
 * one over too few cases an outline with its number. */
export function heatCells(cells: readonly HeatCell[], theme: ChartTheme) {
  return {
    type: 'custom' as const,
    data: cells.map(({ x, row }) => [x, row]),
    renderItem: (
      { dataIndex }: { readonly dataIndex: number },
      api: {
        value(at: number): number | string
        coord(place: number[]): number[]
        size?(place: number[]): number | number[]
      },
    ) => {
      const shown = cells[dataIndex]
      const [x = 0, y = 0] = api.coord([Number(api.value(0)), Number(api.value(1))])
      const size = api.size?.([1, 1])
      const [width = 0, height = 0] = Array.isArray(size) ? size : []
      return shown ? rectangle(shown, { x, y, width, height }, theme) : null
    },
  }
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function rectangle(shown: HeatCell, { x, y, width, height }: Box, theme: ChartTheme) {
  const { cell, style, colour } = shown
  const gap = hairline(theme)
  const sign = markSigns(cell)
  const signed = (text: string) => (sign === '' ? text : `${text} ${sign}`)
  // As in the table, and short only where that has no room.
  const exact = cell.state === 'value' ? [signed(numberText(cell.value, style))] : []
  const fontSize = Math.min(0.75 * theme.rem, textSize(theme), 0.8 * height)
  const fits = (words: string) => textWidth(words) * fontSize < width - 2 * gap
  const least = `${directionOf(shown)}${sign}`
  const shownText = [...exact, signed(latestText(cell, style)), least].find(fits) ?? ''
  return {
    type: 'rect' as const,
    shape: {
      x: x - width / 2 + gap,
      y: y - height / 2 + gap,
      width: Math.max(1, width - 2 * gap),
      height: Math.max(1, height - 2 * gap),
    },
    style: {
      opacity: shown.faded ? 0.3 : 1,
      ...(colour === null
        ? { fill: theme.surface, stroke: theme.rule, lineWidth: gap, lineDash: [3 * gap, 3 * gap] }
        : { fill: colour }),
    },
    textContent: {
      type: 'text' as const,
      style: {
        text: shownText,
        fill: colour === null ? theme.inkSoft : inkOn(colour),
        fontSize,
        fontFamily: theme.font,
        opacity: shown.faded ? 0.4 : 1,
      },
    },
    textConfig: { position: 'inside' as const },
  }
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
