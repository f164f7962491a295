import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlying, placeNames } from '@/charts/dotNames'

const room = { left: 0, top: 0, right: 1000, bottom: 600 }
const HEIGHT = 16
const dot = (x: number, y: number) => ({ x, y, size: 10 })
const name = (width: number, isOwn = false) => ({ width, isOwn })

describe('the names of dots', () => {
  test('stand to the right where that is free', () => {
    const [place] = placeNames([dot(100, 100)], [name(50)], HEIGHT, room)

    expect(place?.x).toBeGreaterThan(105)
    expect(place?.y).toBe(100)
  })

  test('stand elsewhere where another dot lies to the right', () => {
    const [first, second] = placeNames(
      [dot(100, 100), dot(125, 104)],
      [name(50), name(50)],
      HEIGHT,
      room,
    )

    expect(first?.x).toBeLessThan(100)
    expect(second?.x).toBeGreaterThan(125)
  })

  test('stand within the chart', () => {
    const [place] = placeNames([dot(990, 100)], [name(50)], HEIGHT, room)

    expect(place?.x).toBeLessThan(990)
  })

  test('are left out where there is no room, but for the one that stands out', () => {
    const dots = Array.from({ length: 400 }, (_, at) =>
      dot(20 * (at % 20), 20 * Math.floor(at / 20)),
    )
    const names = dots.map((_, at) => name(60, at === 210))
    const places = placeNames(dots, names, HEIGHT, { ...room, right: 380, bottom: 380 })

    expect(places[210]).not.toBeNull()
    expect(places.filter((place) => place !== null)).toHaveLength(1)
  })

  test('never cover a dot or each other', () => {
    const dots = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 1000 }),
        y: fc.integer({ min: 0, max: 600 }),
        width: fc.integer({ min: 10, max: 160 }),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(dots, (all) => {
        const points = all.map(({ x, y }) => dot(x, y))
        const places = placeNames(
          points,
          all.map(({ width }) => name(width)),
          HEIGHT,
          room,
        )
        const boxes = places.flatMap((place, at) =>
          place === null ? [] : [{ at, ...place, width: all[at]?.width ?? 0 }],
        )
        const covers = boxes.some(
          (box) =>
            points.some(
              ({ x, y, size }) =>
                box.x < x + size / 2 &&
                x - size / 2 < box.x + box.width &&
                Math.abs(y - box.y) < (HEIGHT + size) / 2,
            ) ||
            boxes.some(
              (other) =>
                other.at !== box.at &&
                box.x < other.x + other.width &&
                other.x < box.x + box.width &&
                Math.abs(other.y - box.y) < HEIGHT,
            ),
        )
        expect(covers).toBe(false)
      }),
    )
  })
})

test('the points that lie farthest out are those that are named of many', () => {
  const crowd = Array.from({ length: 50 }, (_, at): [number, number] => [at % 7, at % 5])
  const points: [number, number][] = [...crowd, [100, 3], [3, 900]]

  expect(outlying(points, 2)).toEqual(new Set([50, 51]))
  expect(outlying([[1, 1]], 5)).toEqual(new Set([0]))
  expect(outlying([], 5)).toEqual(new Set())
})
