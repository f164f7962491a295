import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestPeers, type PeerTable } from '@/analysis/peers'

/** A table from a row of figures for every unit. */
function table(...units: readonly (readonly number[])[]): PeerTable {
  const items = (units[0] ?? []).map((_, item) => `figure ${String(item)}`)
  const values = items.flatMap((_, item) => units.map((figures) => figures[item] ?? NaN))
  return { items, units: units.length, values: Float64Array.from(values) }
}

const figure = fc.integer({ min: 0, max: 200_000 })
const tables = fc.integer({ min: 1, max: 4 }).chain((items) =>
  fc.array(fc.array(figure, { minLength: items, maxLength: items }), {
    minLength: 2,
    maxLength: 14,
  }),
)

function distances(given: PeerTable, unit: number): ReadonlyMap<number, number> {
  const { peers } = nearestPeers(given, unit, Infinity)
  return new Map(peers.map((peer) => [peer.unit, peer.distance]))
}

test('the distance is that of the formula, worked by hand', () => {
  // ln(1+x) is 0, 1 and 2: the mean is 1, the standard deviation √(2/3).
  const e = Math.E
  const { peers, compared } = nearestPeers(table([0], [e - 1], [e * e - 1]), 0, 5)

  expect(compared).toBe(3)
  expect(peers.map(({ unit }) => unit)).toEqual([1, 2])
  expect(peers[0]?.distance).toBeCloseTo(Math.sqrt(3 / 2), 12)
  expect(peers[1]?.distance).toBeCloseTo(2 * Math.sqrt(3 / 2), 12)
})

test('each unit is as far from another as that one from it', () => {
  fc.assert(
    fc.property(tables, (units) => {
      const given = table(...units)
      const there = distances(given, 0)
      for (let other = 1; other < units.length; other++) {
        expect(distances(given, other).get(0)).toBe(there.get(other))
      }
    }),
  )
})

test('a unit with the same figures is at distance 0, and nobody is nearer', () => {
  fc.assert(
    fc.property(tables, (units) => {
      const [first = []] = units
      const twin = distances(table(...units, first), 0)
      expect(twin.get(units.length)).toBe(0)
      for (const distance of twin.values()) expect(distance).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('the order of the units changes nothing but their order', () => {
  fc.assert(
    fc.property(tables, (units) => {
      const turned = distances(table(...units.toReversed()), units.length - 1)
      for (const [unit, distance] of distances(table(...units), 0)) {
        expect(turned.get(units.length - 1 - unit)).toBeCloseTo(distance, 9)
      }
    }),
  )
})

test('without a figure the nearest may be others', () => {
  const all = table([100, 1000], [101, 90_000], [150, 1001], [900, 5000])
  const one = table([100], [101], [150], [900])

  expect(nearestPeers(all, 0, 1).peers[0]?.unit).toBe(2)
  expect(nearestPeers(one, 0, 1).peers[0]?.unit).toBe(1)
})

test('a figure that is the same everywhere tells nothing', () => {
  expect(distances(table([5, 7], [5, 9]), 0).get(1)).toBeCloseTo(Math.sqrt(4 / 2), 12)
  expect(distances(table([5], [5]), 0).get(1)).toBe(0)
})

test('who lacks a figure is left out by name, and has no peers; it is no unit of 0', () => {
  const given = table([10, 3], [0, 0], [10, NaN])

  expect(nearestPeers(given, 0, 5)).toMatchObject({ peers: [{ unit: 1 }], leftOut: [2] })
  expect(nearestPeers(given, 2, 5)).toMatchObject({ peers: [], compared: 2, leftOut: [2] })
})
