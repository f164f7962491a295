import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'
import type { Cell } from '@/domain/report'
import { adviseRepair, type Repair } from '@/analysis/repair'
import { evaluateIdentity, type IdentityResult } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'

/** mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export type Table = Map<string, number>

export const printed = requestRows.filter((row) => row.key !== 'otherSingle')
export const parts = applicants.slice(0, -1)

/** A table 三 whose 39 identities hold. */
export function balancedTable(below: (n: number) => number): Table {
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

export function judged(table: Table): IdentityResult[] {
  return identities.flatMap((identity) => evaluateIdentity(identity, cellsOf(table)) ?? [])
}

export function advise(table: Table): Repair | null {
  return adviseRepair(judged(table), cellsOf(table))
}

export const keys = printed.flatMap((row) =>
  applicants.map((column) => requestIndicator(row, column)),
)

export function pick<T>(from: readonly T[], below: (n: number) => number): T {
  return from[below(from.length)] as T
}

/** In how many of so many tables with two wrong cells one cell is advised on: it should be none. */
export function wronglyAdvised(seed: number, rounds: number): number {
  const below = randomFrom(seed)
  let wrong = 0
  for (let round = 0; round < rounds; round++) {
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
  return wrong
}
