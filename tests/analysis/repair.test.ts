import { describe, expect, test } from 'vitest'
import { applicants, requestIndicator, type Applicant } from '@/domain/tableThree'
import {
  advise,
  balancedTable,
  judged,
  keys,
  parts,
  pick,
  printed,
  randomFrom,
  wronglyAdvised,
  type Table,
} from '../balancedTables'

/** A balanced table without any request of one applicant. */
function withoutColumn(table: Table, column: Applicant | undefined): Table {
  const total = applicants.at(-1)
  if (column === undefined || total === undefined) throw new Error('no column')
  for (const row of printed) {
    const [cell, sum] = [requestIndicator(row, column), requestIndicator(row, total)]
    table.set(sum, (table.get(sum) ?? NaN) - (table.get(cell) ?? NaN)).set(cell, 0)
  }
  return table
}

describe('repair advice on table 三', () => {
  test('a balanced table meets 39 identities and needs no advice', () => {
    const table = balancedTable(randomFrom(1))

    expect(judged(table).map(({ outcome }) => outcome)).toEqual(Array(39).fill('passed'))
    expect(advise(table)).toBeNull()
  })

  test('one wrong cell is located and its value restored, in 3,500 tables of 3,500', () => {
    const below = randomFrom(20)
    let restored = 0
    for (let round = 0; round < 3500; round++) {
      const table = balancedTable(below)
      const indicator = pick(keys, below)
      const right = table.get(indicator) ?? NaN
      table.set(indicator, right + 1 + below(400))
      const advice = advise(table)
      if (advice?.kind === 'cell' && advice.indicator === indicator && advice.balanced === right)
        restored++
    }
    expect(restored).toBe(3500)
  }, 120_000)

  test('two wrong cells never give advice on one cell', () => {
    expect(wronglyAdvised(7, 2000)).toBe(0)
  }, 120_000)

  test('two neighbouring cells swapped within a column are named as such', () => {
    const below = randomFrom(3)
    let named = 0
    let ambiguous = 0
    const rounds = 500
    for (let round = 0; round < rounds; round++) {
      const table = balancedTable(below)
      const at = below(printed.length - 1)
      const column = pick(parts, below)
      const [upper, lower] = printed.slice(at, at + 2)
      if (!upper || !lower) throw new Error('no pair of rows')
      const first = requestIndicator(upper, column)
      const second = requestIndicator(lower, column)
      const [a, b] = [table.get(first) ?? NaN, table.get(second) ?? NaN]
      table.set(first, b).set(second, a)
      const advice = advise(table)
      if (a === b) expect(advice).toBeNull()
      if (advice?.kind === 'swap') {
        expect([...advice.indicators].toSorted()).toEqual([first, second].toSorted())
        named++
      } else ambiguous++
    }
    expect(named).toBeGreaterThan(rounds * 0.75)
    expect(named + ambiguous).toBe(rounds)
  })

  test('a row that stands one column beside its own is moved back as a whole', () => {
    const below = randomFrom(5)
    let named = 0
    const rounds = 300
    for (let round = 0; round < rounds; round++) {
      const isRight = below(2) === 0
      // Nothing was lost when the row slipped.
      const empty = isRight ? parts.at(-1) : parts[0]
      const table = withoutColumn(balancedTable(below), empty)
      const row = pick(printed, below)
      const cells = parts.map((column) => requestIndicator(row, column))
      const right = cells.map((cell) => table.get(cell) ?? NaN)
      const moved = isRight ? [0, ...right.slice(0, -1)] : [...right.slice(1), 0]
      for (const [at, cell] of cells.entries()) table.set(cell, moved[at] ?? NaN)
      const advice = advise(table)
      if (advice?.kind !== 'shift') continue
      expect([advice.indicators, advice.balanced]).toEqual([cells, right])
      named++
    }
    expect(named).toBeGreaterThan(rounds * 0.9)
  })

  test('a total left at 0 and swapped digits are named', () => {
    const table = balancedTable(randomFrom(11))
    const total = 'requests.new.total'
    const right = table.get(total) ?? NaN
    table.set(total, 0)

    expect(advise(table)).toEqual({
      kind: 'cell',
      indicator: total,
      value: 0,
      balanced: right,
      slip: 'totalLeftAtZero',
      certain: true,
    })
  })
})

describe('repair advice on table 四', () => {
  const group = (values: readonly number[]): Table =>
    new Map(
      ['upheld', 'corrected', 'other', 'pending', 'total'].map((id, at) => [
        `review.${id}`,
        values[at] ?? NaN,
      ]),
    )

  test('one failing sum has several candidates, so there is no advice', () => {
    expect(advise(group([10, 1, 5, 3, 30]))).toBeNull()
  })

  test('where one non-negative candidate remains it is given as a possibility', () => {
    expect(advise(group([0, 0, 0, 0, 4]))).toBeNull()
    expect(advise(group([10, 1, 0, 0, 0]))).toEqual({
      kind: 'cell',
      indicator: 'review.total',
      value: 0,
      balanced: 11,
      slip: 'totalLeftAtZero',
      certain: false,
    })
  })
})
