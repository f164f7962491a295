import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerCell } from '@/analysis/answerCell'
import { answerStates, checkMarks, type MatrixAnswer, type UnitLabel } from '@/analysis/answer'
import { askMatrix, type MatrixContext } from '@/analysis/matrix'
import type { Cube } from '@/data/cube'
import { foldBatches } from '@/data/fold'
import {
  absent,
  anyBatches,
  blank,
  correctionsOf,
  cubeOf,
  importOf,
  indicatorIds,
  number,
  report,
  segmentsOf,
} from '../data/reports'
import { unitTree } from '../unitTree'

const limits = new Map<string, Pick<UnitLabel, 'since' | 'until'>>([
  ['merged', { since: null, until: 2021 }],
])
const parents = new Map([
  ['county', 'city'],
  ['town', 'county'],
  ['city', 'province'],
])
const context: MatrixContext = {
  label: (id) => ({
    id,
    code: null,
    name: id,
    ...(limits.get(id) ?? { since: null, until: null }),
  }),
  units: unitTree(parents),
  dataVersion: 'v1',
}

function ask(cube: Cube, items: readonly string[], units: readonly string[] | null = null) {
  return askMatrix(cube, { items, units, years: null, scope: 'whole' }, context)
}

/** Value or state of an item, unit by unit and year by year. */
function shown(answer: MatrixAnswer, item: string): (number | string)[][] {
  return answer.units.map((_, unit) =>
    answer.years.map((_, year) => {
      const { state, value } = answerCell(answer, item, unit, year)
      return state === 'value' ? value : state
    }),
  )
}

function totalsOf(answer: MatrixAnswer, item: string) {
  const first = answer.items.indexOf(item) * answer.years.length
  return answer.years.map((_, year) => [
    answer.totals.values[first + year],
    answer.totals.n[first + year],
    answer.totals.of[first + year],
  ])
}

describe('indicators', () => {
  const cube = cubeOf([
    report('b', 2021, { 'review.total': 3, 'review.corrected': blank }),
    report('a', 2021, { 'review.total': 0, 'review.corrected': { kind: 'notApplicable' } }),
    report('a', 2023, { 'review.total': { kind: 'unreadable' } }),
  ])

  test('every cell has its number or the reason why it has none', () => {
    const answer = ask(cube, ['review.total', 'review.corrected', 'review.pending'])
    expect(answer.units.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(answer.years).toEqual([2021, 2022, 2023])
    expect(shown(answer, 'review.total')).toEqual([
      [0, 'noReport', 'unreadable'],
      [3, 'noReport', 'noReport'],
    ])
    expect(shown(answer, 'review.corrected')).toEqual([
      ['notApplicable', 'noReport', 'absent'],
      ['blank', 'noReport', 'noReport'],
    ])
    expect(shown(answer, 'review.pending')[0]).toEqual(['absent', 'noReport', 'absent'])
    expect([...answer.editions]).toEqual([3, 0, 3, 3, 0, 0])
    expect(answer.dataVersion).toBe('v1')
  })

  test('totals say how many of how many, and are no number without any', () => {
    const answer = ask(cube, ['review.total', 'review.corrected'])
    expect(totalsOf(answer, 'review.total')).toEqual([
      [3, 2, 2],
      [NaN, 0, 2],
      [NaN, 0, 2],
    ])
    expect(totalsOf(answer, 'review.corrected')[0]).toEqual([NaN, 0, 2])
  })

  test('units come as asked for, each once; one without reports has none', () => {
    const answer = ask(cube, ['review.total'], ['c', 'b', 'c'])
    expect(answer.units.map(({ id }) => id)).toEqual(['c', 'b'])
    expect(shown(answer, 'review.total')[0]).toEqual(['noReport', 'noReport', 'noReport'])
  })

  test('years without a report are gaps', () => {
    const answer = askMatrix(
      cube,
      { items: ['review.total'], units: ['b'], years: [2020, 2022], scope: 'whole' },
      context,
    )
    expect(answer.years).toEqual([2020, 2021, 2022])
    expect(shown(answer, 'review.total')).toEqual([['noReport', 3, 'noReport']])
  })

  test('another scope is another question', () => {
    const answer = askMatrix(
      cube,
      { items: ['review.total'], units: null, years: null, scope: 'office' },
      context,
    )
    expect([answer.units, answer.years, answer.values.length]).toEqual([[], [], 0])
  })

  test('a unit counts among the N only while it existed', () => {
    const both = cubeOf([
      report('a', 2021, { 'review.total': 1 }),
      report('a', 2022, { 'review.total': 1 }),
      report('merged', 2021, { 'review.total': 2 }),
    ])
    expect(totalsOf(ask(both, ['review.total']), 'review.total')).toEqual([
      [3, 2, 2],
      [1, 1, 1],
    ])
  })

  test('a unit is left out of totals that count units below it, and so named', () => {
    const nested = cubeOf([
      report('city', 2021, { 'review.total': 9 }),
      report('county', 2021, { 'review.total': 2 }),
      report('other', 2021, { 'review.total': 3 }),
    ])
    const all = ask(nested, ['review.total', 'yoy:review.total'])
    expect(all.leftOut.map((unit) => all.units[unit]?.id)).toEqual(['city'])
    expect(totalsOf(all, 'review.total')).toEqual([[5, 2, 2]])
    const alone = ask(nested, ['review.total'], ['city', 'other'])
    expect(alone.leftOut).toEqual([])
    expect(totalsOf(alone, 'review.total')).toEqual([[12, 2, 2]])
  })

  test('so is a unit two levels above another, whether that one has a report or not', () => {
    const above = cubeOf([
      report('province', 2021, { 'review.total': 90 }),
      report('city', 2021, { 'review.total': 9 }),
    ])
    const answer = ask(above, ['review.total'], ['province', 'town', 'city'])
    expect(answer.leftOut).toEqual([0, 2])
    expect(totalsOf(answer, 'review.total')).toEqual([[NaN, 0, 1]])
  })

  test('offices’ own reports have no figures of others, so all are counted', () => {
    const offices = cubeOf([
      { ...report('city', 2021, { 'review.total': 9 }), scope: 'office' },
      { ...report('county', 2021, { 'review.total': 2 }), scope: 'office' },
    ])
    const answer = askMatrix(
      offices,
      { items: ['review.total'], units: null, years: null, scope: 'office' },
      context,
    )
    expect(answer.leftOut).toEqual([])
    expect(totalsOf(answer, 'review.total')).toEqual([[11, 2, 2]])
  })

  test('percentages and columns of the user’s own do not add up', () => {
    const cubeOfOwn = cubeOf([report('a', 2021, { 'custom.满意度': 98 })])
    expect(totalsOf(ask(cubeOfOwn, ['custom.满意度']), 'custom.满意度')).toEqual([[NaN, 1, 1]])
  })

  test('约 and corrections are marked', () => {
    const about = { kind: 'value', value: 30, approximate: true } as const
    const base = importOf(1, segmentsOf([report('a', 2021, { x: about, y: 1 })]))
    const correction = {
      unit: 'a',
      year: 2021,
      scope: 'whole',
      indicator: 'y',
      expected: number(1),
      value: number(2),
      reason: '',
    } as const
    const answer = ask(foldBatches([base, correctionsOf(2, [correction])]), ['x', 'y'])
    expect(answerCell(answer, 'x', 0, 0)).toMatchObject({ approximate: true, corrected: false })
    expect(answerCell(answer, 'y', 0, 0)).toMatchObject({
      value: 2,
      approximate: false,
      corrected: true,
    })
  })
})

describe('measures', () => {
  const granted = 'requests.granted.total'
  const partial = 'requests.partial.total'
  const processed = 'requests.processed.total'
  const cube = cubeOf([
    report('full', 2023, { [granted]: 20, [partial]: 10, [processed]: 60 }),
    report('none', 2023, { [granted]: 0, [partial]: 0, [processed]: 0 }),
    report('part', 2023, { [granted]: 5, [partial]: blank, [processed]: 9 }),
    report('bad', 2023, { [granted]: 5, [partial]: 1, [processed]: -9 }),
  ])

  test('a rate needs all its operands, and a denominator', () => {
    const answer = ask(cube, ['rate.disclosed'], ['full', 'none', 'part', 'bad', 'away'])
    expect(shown(answer, 'rate.disclosed')).toEqual([
      [50],
      ['zeroDenominator'],
      ['notComputable'],
      ['notComputable'],
      ['noReport'],
    ])
    expect([answer.numerators[0], answer.denominators[0]]).toEqual([30, 60])
  })

  test('the total of a rate is the rate of the totals; an unknown rate is left out of both', () => {
    expect(totalsOf(ask(cube, ['rate.disclosed']), 'rate.disclosed')).toEqual([[50, 2, 4]])
  })

  test('a single row of 其他处理 is not added to its parts', () => {
    const all = 'requests.other.all.total'
    const parts = {
      'requests.other.notCorrected.total': 1,
      'requests.other.feeUnpaid.total': 2,
      'requests.other.rest.total': 4,
    }
    const other = cubeOf([
      report('both', 2023, { [all]: 8, ...parts }),
      report('parts', 2023, parts),
      report('single', 2023, { [all]: 9 }),
      report('gap', 2023, { ...parts, 'requests.other.rest.total': blank }),
    ])
    const answer = ask(other, ['outcome.other'], ['both', 'parts', 'single', 'gap'])
    expect(shown(answer, 'outcome.other')).toEqual([[8], [7], [9], ['notComputable']])
    expect(totalsOf(answer, 'outcome.other')).toEqual([[24, 3, 4]])
  })

  test('a number carries the worst outcome of its checks', () => {
    const rows = {
      'licensing.decisions': 7,
      'review.upheld': 1,
      'review.corrected': 1,
      'review.other': 0,
    }
    const checked = cubeOf([
      report('a', 2023, { ...rows, 'review.pending': 0, 'review.total': 2 }),
      report('b', 2023, { ...rows, 'review.pending': 0, 'review.total': 3 }),
      report('c', 2023, { ...rows, 'review.pending': blank, 'review.total': 2 }),
    ])
    const answer = ask(checked, ['review.total', 'licensing.decisions'])
    const checks = answer.units.map((_, unit) => answerCell(answer, 'review.total', unit, 0).check)
    expect(checks).toEqual(['passed', 'failed', 'undecidable'])
    expect([...answer.totals.checks].map((check) => checkMarks[check])).toEqual(['failed', 'none'])
    const without = ask(checked, ['review.total'], ['a', 'c'])
    expect([...without.totals.checks].map((check) => checkMarks[check])).toEqual(['undecidable'])
    expect(answerCell(answer, 'licensing.decisions', 0, 0)).toMatchObject({
      value: 7,
      check: 'none',
    })
  })
})

const items = [...indicatorIds, 'rate.disclosed', 'rate.reviewCorrected', 'yoy:review.total']

test('a number of an answer is the number of the cube, and a state never becomes one', () => {
  fc.assert(
    fc.property(anyBatches, (contents) => {
      const cube = foldBatches(contents)
      const answer = ask(cube, indicatorIds)
      for (const indicator of indicatorIds) {
        for (const [unit, { id }] of answer.units.entries()) {
          for (const [position, year] of answer.years.entries()) {
            const { state, value } = answerCell(answer, indicator, unit, position)
            const there = cube.cellAt({ unit: id, year, scope: 'whole' }, indicator)
            const { cell } = there ?? { cell: absent }
            expect(state).toBe(there === null ? 'noReport' : cell.kind)
            expect(value).toBe(cell.kind === 'value' ? cell.value : NaN)
          }
        }
      }
    }),
  )
})

test('where there is no number, there is NaN, in totals too', () => {
  fc.assert(
    fc.property(anyBatches, (contents) => {
      const answer = ask(foldBatches(contents), items)
      for (const [i, value] of answer.values.entries())
        expect(Number.isNaN(value)).toBe(answerStates[answer.states[i] ?? -1] !== 'value')
      for (const [i, n] of answer.totals.n.entries())
        if (n === 0) expect(answer.totals.values[i]).toBeNaN()
    }),
  )
})

test('asking for the units in another order permutes the answer and leaves the totals', () => {
  const units = ['cn:990101', 'cn:990102', '?某县']
  const anyOrder = fc.shuffledSubarray(units, { minLength: units.length })
  fc.assert(
    fc.property(anyBatches, anyOrder, (contents, order) => {
      const cube = foldBatches(contents)
      const plain = ask(cube, items, units)
      const shuffled = ask(cube, items, order)
      for (const item of items) {
        const rows = shown(plain, item)
        expect(shown(shuffled, item)).toEqual(order.map((unit) => rows[units.indexOf(unit)]))
        for (const [year, total] of totalsOf(plain, item).entries()) {
          const other = totalsOf(shuffled, item)[year] ?? []
          expect(other.slice(1)).toEqual(total.slice(1))
          const [value = NaN, otherValue = NaN] = [total[0], other[0]]
          if (Number.isNaN(value)) expect(otherValue).toBeNaN()
          else expect(otherValue).toBeCloseTo(value, 5)
        }
      }
    }),
  )
})
