import { describe, expect, test } from 'vitest'
import { adviseRepair, type Repair } from '@/analysis/repair'
import { evaluateIdentity, type IdentityResult } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'
import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

type Table = Map<string, number>

const printed = requestRows.filter((row) => row.key !== 'otherSingle')
const parts = applicants.slice(0, -1)

/** A table 三 whose 39 identities hold. */
function balancedTable(below: (n: number) => number): Table {
  const table: Table = new Map()
  const at = (key: string, column: number): string => {
    const row = printed.find((each) => each.key === key)
    const applicant = applicants[column]
    if (!row || !applicant) throw new Error(`no cell ${key} ${column}`)
    return requestIndicator(row, applicant)
  }
  parts.forEach((_, column) => {
    let processed = 0
    for (const row of printed) {
      if (row.group === 'flow' || row.group === 'processed') continue
      const value = below(4) === 0 ? below(300) : below(12)
      processed += value
      table.set(at(row.key, column), value)
    }
    const carriedOut = below(20)
    const carriedIn = below(Math.min(processed + carriedOut, 15) + 1)
    table.set(at('total', column), processed)
    table.set(at('carriedOut', column), carriedOut)
    table.set(at('carriedIn', column), carriedIn)
    table.set(at('new', column), processed + carriedOut - carriedIn)
  })
  for (const row of printed) {
    const sum = parts.reduce((so, _, column) => so + (table.get(at(row.key, column)) ?? NaN), 0)
    table.set(at(row.key, applicants.length - 1), sum)
  }
  return table
}

function cellsOf(table: Table): (indicator: string) => Cell {
  return (indicator) => {
    const value = table.get(indicator)
    return value === undefined ? { kind: 'absent' } : { kind: 'value', value, approximate: false }
  }
}

function judged(table: Table): IdentityResult[] {
  return identities.flatMap((identity) => evaluateIdentity(identity, cellsOf(table)) ?? [])
}

function advise(table: Table): Repair | null {
  return adviseRepair(judged(table), cellsOf(table))
}

const keys = printed.flatMap((row) => applicants.map((column) => requestIndicator(row, column)))

function pick<T>(from: readonly T[], below: (n: number) => number): T {
  return from[below(from.length)] as T
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
    const below = randomFrom(7)
    let wrong = 0
    for (let round = 0; round < 2000; round++) {
      const table = balancedTable(below)
      const first = pick(keys, below)
      const second = pick(
        keys.filter((key) => key !== first),
        below,
      )
      const change = 1 + below(9)
      table.set(first, (table.get(first) ?? NaN) + change)
      const other = below(2) === 0 ? change : 1 + below(9)
      table.set(second, (table.get(second) ?? NaN) + other)
      if (advise(table)?.kind === 'cell') wrong++
    }
    expect(wrong).toBe(0)
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
