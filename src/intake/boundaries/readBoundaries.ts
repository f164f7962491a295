import { JsonFault, JsonParser } from '../readers/json/parseJson'

/** An area of a boundary file; what it says of itself is text as written. */
export interface BoundaryFeature {
  readonly code: string
  readonly name: string
  /** x, y, x, y …; outer rings and holes run opposite ways. */
  readonly rings: readonly Float64Array[]
}

/** Why a file is no set of boundaries. */
export type BoundaryFault =
  | { readonly kind: 'too-large'; readonly bytes: number }
  | {
      readonly kind: 'not-json'
      readonly line: number
      readonly column: number
      readonly raw: string
    }
  | { readonly kind: 'not-geojson'; readonly type: string }
  | { readonly kind: 'no-polygons'; readonly features: number }
  | { readonly kind: 'bad-position'; readonly feature: number }
  | { readonly kind: 'too-many-positions'; readonly most: number }

export type BoundaryReading =
  | { readonly kind: 'read'; readonly features: readonly BoundaryFeature[] }
  | { readonly kind: 'refused'; readonly fault: BoundaryFault }

/** Bytes and positions that a browser can still hold and draw at ease. */
export const MOST_BYTES = 64 * 2 ** 20
const MOST_POSITIONS = 1_500_000
const MOST_DEPTH = 64

/** Keys of codes and names, the surest first, in lower case. */
const codeKeys = [
  ...[
    'adcode',
    'ad_code',
    '行政区划代码',
    '区划代码',
    '区划码',
    '行政代码',
    'xzqdm',
    'xzqhdm',
    'qhdm',
  ],
  ...['gb', 'pac', '县代码', '县级码', 'county_code', 'countycode', 'code', '代码', 'id'],
]
const nameKeys = [
  ...[
    '行政区划名称',
    '区划名称',
    'xzqmc',
    '县名',
    '区县',
    '名称',
    'name',
    '单位名称',
    '单位',
    '县',
    'mc',
  ],
  ...['fullname', 'county', 'ext_name'],
]

/** Reads the polygons of a GeoJSON text (RFC 7946), in whatever coordinates it has them. */
export function readBoundaries(text: string): BoundaryReading {
  try {
    return { kind: 'read', features: featuresOf(parsed(text)) }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { kind: 'refused', fault: thrown.fault }
    throw thrown
  }
}

class Refusal extends Error {
  readonly fault: BoundaryFault

  constructor(fault: BoundaryFault) {
    super(fault.kind)
    this.fault = fault
  }
}

/** The browser's parser is fast but seldom says where a text is broken; that is looked up afterwards. */
function parsed(text: string): unknown {
  const written = text.replace(/^\uFEFF/u, '')
  try {
    return JSON.parse(written)
  } catch {
    throw new Refusal(faultIn(written))
  }
}

function faultIn(text: string): BoundaryFault {
  try {
    const parser = new JsonParser(text, MOST_DEPTH)
    parser.next()
    if (parser.hasMore()) parser.fail()
  } catch (thrown) {
    if (!(thrown instanceof JsonFault)) throw thrown
    return { kind: 'not-json', line: thrown.line, column: thrown.column, raw: thrown.raw }
  }
  return { kind: 'not-json', line: 1, column: 1, raw: text.slice(0, 20) }
}

function featuresOf(root: unknown): readonly BoundaryFeature[] {
  const type = membersOf(root).get('type')
  const list = membersOf(root).get('features')
  const features: readonly unknown[] | null =
    type === 'FeatureCollection' && Array.isArray(list) ? list : type === 'Feature' ? [root] : null
  if (features === null) {
    throw new Refusal({ kind: 'not-geojson', type: typeof type === 'string' ? type : '' })
  }
  const count = { positions: 0 }
  const areas = features.flatMap((feature, at) => areaOf(feature, at + 1, count))
  if (areas.length === 0) throw new Refusal({ kind: 'no-polygons', features: features.length })
  return areas
}

function areaOf(
  feature: unknown,
  nth: number,
  count: { positions: number },
): readonly BoundaryFeature[] {
  const members = membersOf(feature)
  const polygons = polygonsOf(members.get('geometry'))
  if (polygons.length === 0) return []
  const properties = new Map(
    [...membersOf(members.get('properties'))].map(([key, value]) => [
      key.trim().toLowerCase(),
      value,
    ]),
  )
  if (!properties.has('id')) properties.set('id', members.get('id'))
  const rings = polygons.flatMap((polygon) => {
    if (!Array.isArray(polygon)) throw new Refusal({ kind: 'bad-position', feature: nth })
    return polygon.map((ring: unknown, at) => {
      const positions = positionsOf(ring, nth)
      count.positions += positions.length / 2
      if (count.positions > MOST_POSITIONS) {
        throw new Refusal({ kind: 'too-many-positions', most: MOST_POSITIONS })
      }
      return turned(positions, at === 0)
    })
  })
  const code = codeKeys.map((key) => codeText(properties.get(key))).find((text) => text !== '')
  const name = nameKeys.map((key) => plainText(properties.get(key))).find((text) => text !== '')
  return [{ code: code ?? '', name: name ?? '', rings }]
}

function polygonsOf(geometry: unknown): readonly unknown[] {
  const members = membersOf(geometry)
  const coordinates = members.get('coordinates')
  switch (members.get('type')) {
    case 'Polygon':
      return [coordinates]
    case 'MultiPolygon':
      return Array.isArray(coordinates) ? coordinates : []
    case 'GeometryCollection': {
      const parts = members.get('geometries')
      return Array.isArray(parts) ? parts.flatMap(polygonsOf) : []
    }
    default:
      return []
  }
}

function positionsOf(ring: unknown, nth: number): Float64Array {
  if (!Array.isArray(ring)) throw new Refusal({ kind: 'bad-position', feature: nth })
  const positions = new Float64Array(2 * ring.length)
  for (const [at, position] of ring.entries()) {
    const [x, y]: readonly unknown[] = Array.isArray(position) ? position : []
    if (typeof x !== 'number' || typeof y !== 'number') {
      throw new Refusal({ kind: 'bad-position', feature: nth })
    }
    positions[2 * at] = x
    positions[2 * at + 1] = y
  }
  return positions
}

/** Older files let holes run the same way as what is around them; then they would be filled. */
function turned(ring: Float64Array, isOuter: boolean): Float64Array {
  let area = 0
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = ring.subarray(at, at + 4)
    area += x * nextY - nextX * y
  }
  if (area >= 0 === isOuter) return ring
  const reversed = new Float64Array(ring.length)
  for (let at = 0; at < ring.length; at += 2) {
    reversed.set(ring.subarray(ring.length - at - 2, ring.length - at), at)
  }
  return reversed
}

/** Six, nine or twelve digits; a national code before the six (`156320831`) is cut off. */
function codeText(value: unknown): string {
  const digits = plainText(value).replace(/\.0+$/u, '')
  if (/^156\d{6}$/u.test(digits)) return digits.slice(3)
  return /^(\d{6}|\d{9}|\d{12})$/u.test(digits) ? digits : ''
}

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
}

/** Members by key: a key of a file is never looked up in an object. */
function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return new Map(isObject ? Object.entries(value) : [])
}
