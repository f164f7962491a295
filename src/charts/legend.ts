import { textSize } from './axes'
import type { ChartTheme } from './theme'

/** A legend above the chart and the height it needs, in pixels, at a chart width in pixels. */
export function legend(
  entries: readonly { readonly label: string }[],
  theme: ChartTheme,
  width: number,
) {
  const size = textSize(theme)
  const gap = 1.1 * theme.rem
  const swatch = 1.5 * theme.rem
  let rows = 1
  let used = 0
  for (const { label } of entries) {
    const wide = swatch + 0.4 * theme.rem + textWidth(label) * size + gap
    if (used > 0 && used + wide > width) {
      rows += 1
      used = 0
    }
    used += wide
  }
  return {
    height: rows * 1.5 * theme.rem,
    option: {
      top: 0,
      left: 0,
      padding: 0,
      selectedMode: false,
      itemWidth: swatch,
      itemHeight: 0.8 * theme.rem,
      itemGap: gap,
      textStyle: { color: theme.ink, fontSize: size },
      data: entries.map(({ label }) => label),
    },
  }
}

/** Width of a text in full-width characters; Chinese fonts have some signs of other scripts as wide. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, letter) => width + (isNarrow(letter) ? 0.6 : 1), 0)
}

function isNarrow(letter: string): boolean {
  return letter < '\u2e80' && !'…—‘’“”'.includes(letter)
}
