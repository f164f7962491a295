import type { Interval } from '@/analysis/wilson'
import type { Scale } from './axes'
import { hairline, position, textSize } from './axes'
import type { ChartTheme } from './theme'

/** A line with ends over each bar from the low to the high end of its interval, the text behind it. */
export function intervalBars(
  intervals: readonly (Interval | null)[],
  texts: readonly string[],
  scale: Scale,
  theme: ChartTheme,
) {
  const rows = intervals.flatMap((interval, row) => (interval ? [{ interval, row }] : []))
  const half = 0.22 * theme.rem
  return {
    type: 'custom' as const,
    silent: true,
    // Above the lines of statistics, or they would strike the numbers out.
    z: 6,
    data: rows.map(({ interval, row }) => [
      position(interval.low, scale) ?? NaN,
      row,
      position(interval.high, scale) ?? NaN,
    ]),
    renderItem: (
      { dataIndex }: { readonly dataIndex: number },
      api: { value(at: number): number | string; coord(place: number[]): number[] },
    ) => {
      const row = Number(api.value(1))
      const [from = 0, y = 0] = api.coord([Number(api.value(0)), row])
      const [to = 0] = api.coord([Number(api.value(2)), row])
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line' as const,
        shape: { x1, y1, x2, y2 },
        style: { stroke: theme.ink, lineWidth: 1.5 * hairline(theme) },
      })
      return {
        type: 'group' as const,
        children: [
          line(from, y, to, y),
          line(from, y - half, from, y + half),
          line(to, y - half, to, y + half),
          {
            type: 'text' as const,
            style: {
              text: texts[rows[dataIndex]?.row ?? -1] ?? '',
              x: to + 0.35 * theme.rem,
              y,
              fill: theme.ink,
              stroke: theme.paper,
              lineWidth: 3 * hairline(theme),
              fontSize: textSize(theme),
              fontFamily: theme.font,
              verticalAlign: 'middle' as const,
            },
          },
        ],
      }
    },
  }
}
