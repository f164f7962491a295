import { LANE_REMS } from './axes'
import type { ChartBreak } from './breaks'
import { textWidth } from './legend'
import type { ChartTheme } from './theme'

/** A label that has no lane is told below the chart only. */
export const NO_LANE = -1

/**
 * A lane above the plot for the label of each mark, so that no two labels of a lane meet. `perYear` and
 * `textSize` in pixels; at most `most` lanes.
 */
export function breakLanes(
  breaks: readonly Pick<ChartBreak, 'after' | 'name'>[],
  perYear: number,
  textSize: number,
  most: number,
): readonly number[] {
  const ends: number[] = []
  const lanes = new Map<number, number>()
  const order = [...breaks.keys()].toSorted(
    (a, b) => (breaks[a]?.after ?? 0) - (breaks[b]?.after ?? 0),
  )
  for (const index of order) {
    const { after = 0, name = '' } = breaks[index] ?? {}
    const half = ((textWidth(name) + 0.6) * textSize) / 2
    const middle = perYear * after
    const free = Array.from({ length: most }, (_, lane) => lane).find(
      (lane) => (ends[lane] ?? -Infinity) <= middle - half,
    )
    if (free !== undefined) ends[free] = middle + half
    lanes.set(index, free ?? NO_LANE)
  }
  return [...breaks.keys()].map((index) => lanes.get(index) ?? NO_LANE)
}

/** Lanes for the labels of breaks over `years` years drawn in `width` pixels. */
export function lanesFor(
  breaks: readonly ChartBreak[],
  width: number,
  years: number,
  theme: ChartTheme,
  most = 1,
): readonly number[] {
  return breakLanes(breaks, width / Math.max(1, years), 0.72 * theme.rem, most)
}

/** Room above the plot, in pixels, for the labels of more than one lane. */
export function lanesRoom(lanes: readonly number[], theme: ChartTheme): number {
  return Math.max(0, ...lanes) * LANE_REMS * theme.rem
}
