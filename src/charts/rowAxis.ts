import { hairline, textSize } from './axes'
import { textWidth } from './legend'
import { shortNames } from './shortNames'
import type { ChartTheme } from './theme'

/** What stands beside a row: its name, cut where there is no room, and what is not to be cut. */
export interface RowText {
  readonly before: string
  readonly name: string
  readonly after: string
}

/** The most letters of a name, and the most of the chart's width for all that stands beside a row. */
const MOST_LETTERS = 15
const MOST_SHARE = 0.42

/** Texts from top to bottom beside a chart of a width in pixels. */
export function rowAxis(rows: readonly RowText[], theme: ChartTheme, width: number) {
  const letters = (MOST_SHARE * width) / textSize(theme)
  const beside = rows.map(({ before, after }) => textWidth(before + after))
  const names = shortNames(
    rows.map(({ name }) => name),
    (row) => Math.min(MOST_LETTERS, letters - (beside[row] ?? 0)),
  )
  return {
    type: 'category' as const,
    inverse: true,
    data: rows.map(({ before, after }, row) => `${before}${names[row] ?? ''}${after}`),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: theme.axis, width: hairline(theme) } },
    axisLabel: {
      interval: 0,
      color: theme.ink,
      fontSize: textSize(theme),
    },
  }
}
