import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askMatrix } from '@/analysis/matrix'
import type { MatrixAnswer } from '@/analysis/answer'
import { generateSample } from '@/data/sample'
import { fittedTiles, tileGroups, tileLayout } from '@/charts/tileLayout'
import { foldReports } from '../foldReports'
import { contextOf } from '../views/surroundings'

const anyGroups = fc
  .array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 25 })
  .map((sizes) => {
    let next = 0
    return sizes.map((size, group) => ({
      name: `市${String(group)}`,
      units: Array.from({ length: size }, () => next++),
    }))
  })

describe('a tile map', () => {
  test('has a square for every unit, none over another or over a heading, all within its width', () => {
    const room = {
      across: fc.integer({ min: 1, max: 40 }),
      heading: fc.double({ min: 0.2, max: 1, noNaN: true }),
      stretch: fc.double({ min: 1, max: 6, noNaN: true }),
    }
    fc.assert(
      fc.property(anyGroups, fc.record(room), (groups, { across, heading, stretch }) => {
        const { tiles, headings, width, height } = tileLayout(groups, {
          ...{ across, heading, stretch, least: 2 },
        })
        expect(tiles.map(({ unit }) => unit).toSorted((a, b) => a - b)).toEqual(
          groups.flatMap(({ units }) => units),
        )
        const boxes = [
          ...tiles.map(({ x, y }) => ({ x, y, width: 1, height: 1 })),
          ...headings.map(({ x, y, width: wide }) => ({ x, y, width: wide, height: heading })),
        ]
        const slack = 1e-9
        for (const [at, a] of boxes.entries()) {
          expect(a.x + a.width).toBeLessThanOrEqual(Math.min(width, across) + slack)
          expect(a.y + a.height).toBeLessThanOrEqual(height + slack)
          // One assertion for all pairs: there are tens of thousands.
          const over = boxes
            .slice(at + 1)
            .filter(
              (b) =>
                a.x + a.width > b.x + slack &&
                b.x + b.width > a.x + slack &&
                a.y + a.height > b.y + slack &&
                b.y + b.height > a.y + slack,
            )
          expect(over).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('stands in the order of the codes, whatever the order of the units', () => {
    const { reports } = generateSample({ counties: 12, years: [2023, 2023] }, 5)
    const units = [...new Set(reports.map(({ unit }) => `cn:${unit.code}`))]
    const layoutOf = (asked: readonly string[]) => {
      const ask = (of: readonly string[]): MatrixAnswer =>
        askMatrix(
          foldReports(reports),
          { items: ['requests.new.total'], units: of, years: null, scope: 'whole' },
          contextOf(reports),
        )
      const answer = ask(asked)
      const half = asked.length / 2
      const rollUps = [
        { above: null, answer: ask(asked.filter((unit) => units.indexOf(unit) < half)) },
        {
          above: { id: 'x', code: '990100', name: '市', since: null, until: null },
          answer: ask(asked.filter((unit) => units.indexOf(unit) >= half)),
        },
      ]
      const groups = tileGroups(answer, rollUps)
      expect(groups.map(({ name }) => name)).toEqual(['市', '上级不明'])
      const { side, layout } = fittedTiles(groups, 75, 30)
      const codes = layout.tiles.map(({ unit, x, y }) => [answer.units[unit]?.code, x, y])
      return { side, codes }
    }
    const known = layoutOf(units)
    expect(known.side).toBeGreaterThan(3)
    fc.assert(
      fc.property(
        fc.shuffledSubarray(units, { minLength: units.length, maxLength: units.length }),
        (shuffled) => {
          expect(layoutOf(shuffled)).toEqual(known)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('fills a wide room, such as the wall, with squares large enough for names', () => {
    const groups = [{ name: '示例市', units: Array.from({ length: 110 }, (_, unit) => unit) }]
    const { side, layout } = fittedTiles(groups, 75, 24)

    expect(side).toBeGreaterThanOrEqual(3.6)
    expect(layout.width * side).toBeGreaterThan(0.85 * 75)
    expect(layout.height * side).toBeLessThanOrEqual(24)
  })

  test('makes its squares small enough for the room', () => {
    const groups = [{ name: '', units: Array.from({ length: 2800 }, (_, unit) => unit) }]
    const { side, layout } = fittedTiles(groups, 75, 80)
    expect(layout.height * side).toBeLessThanOrEqual(80)
    expect(layout.tiles).toHaveLength(2800)
  })
})
