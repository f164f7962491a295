/** Rings of x, y, x, y … in the coordinates of the file, the largest first. */
export interface MapArea {
  readonly rings: readonly ArrayLike<number>[]
}

type Box = readonly [left: number, low: number, right: number, high: number]

/** Where coordinates lie on a chart. */
export interface MapView {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
  /** Left, top, right and bottom in pixels. */
  readonly box: (box: Box) => Box
}

/** What areas take up together. */
export function boxOf(areas: readonly MapArea[]): Box {
  let [left, low, right, high] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of areas.flatMap(({ rings }) => rings)) {
    for (let at = 0; at + 1 < ring.length; at += 2) {
      const [x = 0, y = 0] = [ring[at], ring[at + 1]]
      left = Math.min(left, x)
      right = Math.max(right, x)
      low = Math.min(low, y)
      high = Math.max(high, y)
    }
  }
  return [left, low, right, high]
}

/** Degrees are drawn with a degree of longitude as long as it is at the middle latitude; metres as they are. */
export function mapView(
  [left, low, right, high]: Box,
  { top, width, height }: { readonly top: number; readonly width: number; readonly height: number },
): MapView {
  const isDegrees = left >= -180 && right <= 180 && low >= -90 && high <= 90
  const stretch = isDegrees ? Math.max(0.05, Math.cos((((low + high) / 2) * Math.PI) / 180)) : 1
  const across = Math.max((right - left) * stretch, Number.MIN_VALUE)
  const up = Math.max(high - low, Number.MIN_VALUE)
  const margin = 4
  const room = { width: width - 2 * margin, height: height - top - 2 * margin }
  const scale = Math.max(0, Math.min(room.width / across, room.height / up))
  const startX = margin + (room.width - across * scale) / 2
  const startY = top + margin + (room.height - up * scale) / 2
  const x = (value: number) => startX + (value - left) * stretch * scale
  const y = (value: number) => startY + (high - value) * scale
  return { x, y, box: ([west, south, east, north]) => [x(west), y(north), x(east), y(south)] }
}

/** The rings as an SVG path in half pixels, points that fall together left out. */
export function outline({ rings }: MapArea, view: MapView): string {
  const half = (value: number) => Math.round(2 * value) / 2
  return rings
    .map((ring) => {
      const points: string[] = []
      for (let at = 0; at + 1 < ring.length; at += 2) {
        const point = `${half(view.x(ring[at] ?? 0))},${half(view.y(ring[at + 1] ?? 0))}`
        if (points.at(-1) !== point) points.push(point)
      }
      return points.length < 3 ? '' : `M${points.join('L')}Z`
    })
    .join('')
}
