import { textSize } from './axes'
import { textWidth } from './legend'
import { SIGN_REMS } from './signLabel'
import type { ChartTheme } from './theme'

/** What is written beside a dot. */
export interface DotName {
  readonly text: string
  readonly colour: string
  readonly weight: number
  /** Written in any case, and before the others. */
  readonly isOwn: boolean
  /** The higher, the sooner it finds its place; those without come last. */
  readonly standing?: number
}

/** A dot at its place on both axes, and its name; an empty one is not written. */
export interface NamedDot {
  readonly at: readonly [number, number]
  /** In pixels. */
  readonly size: number
  readonly name: DotName
  /** Whether a sign stands above it (`signLabel`), which no name may cover. */
  readonly hasSign?: boolean
}

/**
 * The points that lie farthest from the middle of all, by the share of the range of either axis; by index.
 * Equally far ones come in their order.
 */
export function outlying(
  points: readonly (readonly [number, number])[],
  most: number,
): ReadonlySet<number> {
  const axes = ([0, 1] as const).map((axis) => {
    const places = points.map((point) => point[axis]).toSorted((a, b) => a - b)
    const range = (places.at(-1) ?? 0) - (places[0] ?? 0)
    return { middle: places[Math.floor(places.length / 2)] ?? 0, range: range > 0 ? range : 1 }
  })
  const distance = (point: readonly [number, number] | undefined) =>
    Math.max(
      ...axes.map(
        ({ middle, range }, axis) => Math.abs((point?.[axis] ?? middle) - middle) / range,
      ),
    )
  const order = [...points.keys()].toSorted((a, b) => distance(points[b]) - distance(points[a]))
  return new Set(order.slice(0, most))
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A name at the middle of its left edge. */
export interface PlacedName {
  readonly x: number
  readonly y: number
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly size: number
}

interface Asked {
  readonly width: number
  readonly isOwn: boolean
  readonly standing?: number
}

/**
 * Where names stand beside their dots, in pixels: to the right, the left, above or below, wherever they
 * cover no dot, no other name and none of the `signs`. Null for a name that has no such place.
 */
export function placeNames(
  dots: readonly Spot[],
  names: readonly Asked[],
  height: number,
  room: Box,
  signs: readonly Spot[] = [],
): readonly (PlacedName | null)[] {
  const taken: Box[] = [...dots, ...signs].map(({ x, y, size }) => around(x, y, size, size))
  const placed = new Map<number, PlacedName>()
  const order = names.map((_, at) => at).toSorted((a, b) => rank(names[b]) - rank(names[a]))
  for (const at of order) {
    const [dot, name] = [dots[at], names[at]]
    if (!dot || !name || name.width === 0) continue
    const places = candidates(dot, name.width, height)
    const free = places.find(
      (box) => isInside(box, room) && !taken.some((other) => meet(box, other)),
    )
    const box = free ?? (name.isOwn ? places[0] : undefined)
    if (!box) continue
    taken.push(box)
    placed.set(at, { x: box.left, y: (box.top + box.bottom) / 2 })
  }
  return names.map((_, at) => placed.get(at) ?? null)
}

/** Those that stand out first, of others the longest: short names find a place more easily. */
function rank(name: Asked | undefined): number {
  if (!name) return 0
  if (name.isOwn) return Infinity
  return name.width + WIDER_THAN_ANY * (name.standing ?? 0)
}

const WIDER_THAN_ANY = 10_000

function candidates({ x, y, size }: Spot, width: number, height: number): readonly Box[] {
  const gap = 0.75 * size
  const [aside, off] = [gap + width / 2, gap + height / 2]
  const [near, slant] = [width / 2 + 0.2 * size, height / 2 + 0.45 * size]
  return [
    [aside, 0],
    [-aside, 0],
    [0, -off],
    [0, off],
    [near, -slant],
    [near, slant],
    [-near, -slant],
    [-near, slant],
    [near, -2 * slant],
    [near, 2 * slant],
  ].map(([right = 0, down = 0]) => around(x + right, y + down, width, height))
}

function around(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function isInside(box: Box, room: Box): boolean {
  return (
    box.left >= room.left &&
    box.right <= room.right &&
    box.top >= room.top &&
    box.bottom <= room.bottom
  )
}

interface Rendering {
  readonly dataIndex: number
  /** The plot, in pixels. */
  readonly coordSys: object
}

interface Canvas {
  coord(place: number[]): number[]
  getWidth(): number
  getHeight(): number
}

/** The names of dots as a series above them. */
export function nameSeries(dots: readonly NamedDot[], theme: ChartTheme) {
  const fontSize = textSize(theme)
  const named = dots.flatMap((dot, at) => (dot.name.text === '' ? [] : [{ ...dot, index: at }]))
  const placesIn = placesOnce(dots, fontSize, SIGN_REMS * theme.rem)
  return {
    type: 'custom' as const,
    silent: true,
    z: 5,
    tooltip: { show: false },
    data: named.map(({ at }) => [...at]),
    renderItem: ({ dataIndex, coordSys }: Rendering, api: Canvas) => {
      const dot = named[dataIndex]
      const place = dot && placesIn(api, coordSys)[dot.index]
      if (!place) return null
      return {
        type: 'text' as const,
        style: {
          text: dot.name.text,
          ...place,
          verticalAlign: 'middle' as const,
          fontSize,
          fontWeight: dot.name.weight,
          fontFamily: theme.font,
          fill: dot.name.colour,
          stroke: theme.paper,
          lineWidth: 0.15 * theme.rem,
        },
      }
    },
  }
}

/** The places of all names, found once for each size of the chart: every name depends on the others. */
function placesOnce(
  dots: readonly NamedDot[],
  fontSize: number,
  signSize: number,
): (api: Canvas, plot: object) => readonly (PlacedName | null)[] {
  let known: { readonly key: string; readonly places: readonly (PlacedName | null)[] } | null = null
  const ends = [dots[0], dots.at(-1)].flatMap((dot) => (dot ? [dot.at] : []))
  return (api, plot) => {
    const room = besideAxes(plot, api)
    const key = [...Object.values(room), ...ends.flatMap((at) => api.coord([...at]))].join(' ')
    if (known?.key === key) return known.places
    const points = dots.map(({ at, size }) => {
      const [x = 0, y = 0] = api.coord([...at])
      return { x, y, size }
    })
    const names = dots.map(({ name }) => ({ ...name, width: textWidth(name.text) * fontSize }))
    const signs = points.flatMap(({ x, y, size }, dot) =>
      dots[dot]?.hasSign === true ? [{ x, y: y - (size + signSize) / 2, size: signSize }] : [],
    )
    known = { key, places: placeNames(points, names, 1.2 * fontSize, room, signs) }
    return known.places
  }
}

/** Names stand in the plot or to its right, never over the axes. */
function besideAxes(plot: object, api: Canvas): Box {
  const {
    x = 0,
    y = 0,
    height = api.getHeight(),
  } = plot as Readonly<Partial<Record<string, number>>>
  return { left: x, top: y, right: api.getWidth(), bottom: y + height }
}
