import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerCell } from '@/analysis/answerCell'
import { competitionRanks } from '@/analysis/competitionRanks'
import { rankRanges, standingsOf } from '@/analysis/standings'
import { countCell, gapCell, ratioCell } from './cells'

function ranks(cells: readonly AnswerCell[], minimum: number | null) {
  return standingsOf(cells, minimum).map((standing) =>
    standing.kind === 'ranked' ? [standing.rank, ...(standing.range ?? [])] : standing.kind,
  )
}

describe('ranks', () => {
  test('are shared by ties, and the next rank is left out', () => {
    expect(competitionRanks([9, 7, 7, 1])).toEqual([1, 2, 2, 4])
    expect(competitionRanks([5, 5, 5])).toEqual([1, 1, 1])
    expect(competitionRanks([])).toEqual([])
  })

  test('are one more than the numbers above, wherever the unit stands in the list', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const above = values.map((value) => values.filter((other) => other > value).length)
        expect(competitionRanks(values)).toEqual(above.map((count) => count + 1))
      }),
    )
  })
})

describe('standings', () => {
  test('give a rank of its own only to what chance cannot explain', () => {
    const cells = [ratioCell(90, 100), ratioCell(55, 100), ratioCell(50, 100), ratioCell(5, 100)]
    expect(ranks(cells, 30)).toEqual([
      [1, 1, 1],
      [2, 2, 3],
      [3, 2, 3],
      [4, 4, 4],
    ])
  })

  test('list apart what is a share of too few, and what has no number', () => {
    const cells = [
      ...[ratioCell(29, 29), ratioCell(15, 30), ratioCell(15, 30)],
      ...[ratioCell(0, 0), gapCell('blank')],
    ]
    expect(ranks(cells, 30)).toEqual(['small', [1, 1, 2], [1, 1, 2], 'missing', 'missing'])
  })

  test('rank nobody who would be first of one', () => {
    expect(ranks([ratioCell(29, 29), ratioCell(15, 30)], 30)).toEqual(['small', 'alone'])
    expect(ranks([gapCell('blank'), ratioCell(0, 0), ratioCell(15, 30)], 30)).toEqual([
      'missing',
      'missing',
      'alone',
    ])
  })

  test('have no range for counts, nor for rates that may exceed 100 %', () => {
    expect(ranks([countCell(3), countCell(0), gapCell('noReport')], null)).toEqual([
      [1],
      [2],
      'missing',
    ])
    expect(ranks([ratioCell(50, 40), ratioCell(10, 40)], 30)).toEqual([[1], [2]])
  })

  const anyCell = fc.oneof(
    fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]) => ratioCell(Math.min(a, b), Math.max(a, b))),
    fc.constantFrom(gapCell('blank'), gapCell('notApplicable'), gapCell('noReport')),
  )

  test('follow their units through any permutation', () => {
    fc.assert(
      fc.property(
        fc.array(anyCell, { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        (cells, keys) => {
          const order = cells
            .map((_, place) => ({ place, key: keys.next().value }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ place }) => place)
          const whole = standingsOf(cells, 30)
          const permuted = standingsOf(
            order.flatMap((place) => cells[place] ?? []),
            30,
          )
          expect(permuted).toEqual(order.map((place) => whole[place]))
        },
      ),
    )
  })

  test('never give a missing figure a rank, as if it were 0', () => {
    fc.assert(
      fc.property(fc.array(anyCell), (cells) => {
        standingsOf(cells, 30).forEach((standing, place) => {
          expect(standing.kind === 'missing').toBe(cells[place]?.state !== 'value')
        })
      }),
    )
  })

  test('have ranges that hold the rank', () => {
    fc.assert(
      fc.property(fc.array(anyCell), (cells) => {
        for (const standing of standingsOf(cells, 30)) {
          if (standing.kind !== 'ranked' || !standing.range) continue
          const [best, worst] = standing.range
          expect(best).toBeLessThanOrEqual(standing.rank)
          expect(worst).toBeGreaterThanOrEqual(standing.rank)
        }
      }),
    )
  })

  test('leave everything open where all intervals overlap', () => {
    const all = { low: 1, high: 9 }
    expect(rankRanges([all, all, all])).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
    ])
  })
})
