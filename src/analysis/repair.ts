import type { IdentityResult } from '@/domain/checks/evaluateIdentity'
import type { Identity } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'
import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'

/** The slip that would turn the balancing value into the one that is written. */
export type Slip =
  | 'totalLeftAtZero'
  | 'digitsTransposed'
  | 'zeroTooMany'
  | 'zeroTooFew'
  | 'tenThousandfold'
  | 'unknown'

/** What would make a report balance. Text for the user, never applied by itself. */
export type Repair =
  | {
      readonly kind: 'cell'
      readonly indicator: string
      readonly value: number
      readonly balanced: number
      readonly slip: Slip
      /** Table 四 crosses only once: its advice is a possibility, not a finding. */
      readonly certain: boolean
    }
  /** Two cells of one column, or of one row, stand in each other's place. */
  | {
      readonly kind: 'swap'
      readonly indicators: readonly [string, string]
      readonly values: readonly [number, number]
    }
  /** The figures of one row of table 三 stand one column beside theirs. */
  | {
      readonly kind: 'shift'
      /** The row's parts, in the order of the columns. */
      readonly indicators: readonly string[]
      readonly values: readonly number[]
      readonly balanced: readonly number[]
    }

/** The cells that a repair changes. */
export function repairedCells(repair: Repair): readonly string[] {
  return repair.kind === 'cell' ? [repair.indicator] : repair.indicators
}

/** What a repair makes of one of its cells. */
export function repairedValue(repair: Repair, indicator: string): number {
  if (repair.kind === 'cell') return repair.balanced
  const at = repair.indicators.indexOf(indicator)
  return (repair.kind === 'swap' ? repair.values[1 - at] : repair.balanced[at]) ?? NaN
}

/** Where an indicator stands in the sums: +1 where raising it raises left − right, else −1. */
interface Share {
  readonly result: IdentityResult
  readonly sign: 1 | -1
}

type Shares = ReadonlyMap<string, readonly Share[]>

/**
 * The one change that satisfies every identity of a report, or null where none or more than one
 * does. The pattern of the failing rows and columns is that of exactly one cell of table 三, because
 * each of its cells stands in a row and in a column of its own.
 *
 * @param results all identities of the report, passed ones included
 */
export function adviseRepair(
  results: readonly IdentityResult[],
  cellOf: (indicator: string) => Cell,
): Repair | null {
  const failing = results.filter(({ outcome }) => outcome === 'failed')
  if (failing.length === 0) return null
  const shares = sharesOf(results)
  const candidates = [
    ...oneCell(shares, failing, cellOf),
    ...swaps(shares, failing, cellOf),
    ...shifts(shares, failing, cellOf),
  ]
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

function sharesOf(results: readonly IdentityResult[]): Shares {
  const shares = new Map<string, Share[]>()
  for (const result of results) {
    for (const indicator of result.operands) {
      const share: Share = { result, sign: signIn(result.identity, indicator) }
      const others = shares.get(indicator)
      if (others === undefined) shares.set(indicator, [share])
      else others.push(share)
    }
  }
  return shares
}

const leftSides = new WeakMap<Identity, ReadonlySet<string>>()

/** +1 for an operand of the left side, else −1. */
function signIn(identity: Identity, indicator: string): 1 | -1 {
  let left = leftSides.get(identity)
  if (left === undefined) {
    left = new Set(
      identity.left.flatMap((operand) =>
        typeof operand === 'string' ? [operand] : operand.anyOf.flat(),
      ),
    )
    leftSides.set(identity, left)
  }
  return left.has(indicator) ? 1 : -1
}

function difference({ left, right }: IdentityResult): number {
  return left === null || right === null ? NaN : left - right
}

function oneCell(
  shares: Shares,
  failing: readonly IdentityResult[],
  cellOf: (indicator: string) => Cell,
): Repair[] {
  const [first] = failing
  if (!first) return []
  const certain = failing.every(({ identity }) => identity.rule !== 'T4-SUM')
  return first.operands.flatMap((indicator): Repair[] => {
    const cell = cellOf(indicator)
    if (cell.kind !== 'value') return []
    const sign = signIn(first.identity, indicator)
    const balanced = cell.value - difference(first) * sign
    if (!isCount(balanced)) return []
    if (!balances(shares, failing, new Map([[indicator, balanced - cell.value]]))) return []
    const slip = slipOf(cell.value, balanced, indicator)
    return [{ kind: 'cell', indicator, value: cell.value, balanced, slip, certain }]
  })
}

/** Whether adding these changes makes every failing sum pass and leaves all others as they are. */
function balances(
  shares: Shares,
  failing: readonly IdentityResult[],
  changes: ReadonlyMap<string, number>,
): boolean {
  const effect = new Map<IdentityResult, number>(failing.map((result) => [result, 0]))
  for (const [indicator, change] of changes) {
    for (const { result, sign } of shares.get(indicator) ?? []) {
      effect.set(result, (effect.get(result) ?? 0) + sign * change)
    }
  }
  return [...effect].every(([result, change]) =>
    result.outcome === 'failed' ? difference(result) + change === 0 : change === 0,
  )
}

/** A slip of two cells disturbs two rows or columns, and their totals where a total is one of them. */
const MOST_FAILING = 4

/** Two cells in one row or one column whose exchange makes every sum pass. */
function swaps(
  shares: Shares,
  failing: readonly IdentityResult[],
  cellOf: (indicator: string) => Cell,
): Repair[] {
  if (failing.length < 2 || failing.length > MOST_FAILING) return []
  const suspects = [...new Set(failing.flatMap(({ operands }) => operands))]
  return suspects.flatMap((first, at) =>
    suspects.slice(at + 1).flatMap((second): Repair[] => {
      if (!areNeighbours(first, second)) return []
      const a = cellOf(first)
      const b = cellOf(second)
      if (a.kind !== 'value' || b.kind !== 'value' || a.value === b.value) return []
      const changes = new Map([
        [first, b.value - a.value],
        [second, a.value - b.value],
      ])
      if (!balances(shares, failing, changes)) return []
      return [{ kind: 'swap', indicators: [first, second], values: [a.value, b.value] }]
    }),
  )
}

/** Fewer changed cells are a wrong one, or two in each other's place. */
const LEAST_SHIFTED = 3

const parts = applicants.slice(0, -1)
const rowsOfParts = requestRows.map((row) => parts.map((part) => requestIndicator(row, part)))

/** Rows whose figures, one column to the left or to the right, make every sum pass. */
function shifts(
  shares: Shares,
  failing: readonly IdentityResult[],
  cellOf: (indicator: string) => Cell,
): Repair[] {
  if (failing.length < LEAST_SHIFTED) return []
  return rowsOfParts.flatMap((indicators): Repair[] => {
    const cells = indicators.map(cellOf)
    const values = cells.flatMap((cell) => (cell.kind === 'value' ? [cell.value] : []))
    if (values.length < cells.length) return []
    // A figure that falls off at the end would be lost.
    const ways = [
      ...(values[0] === 0 ? [[...values.slice(1), 0]] : []),
      ...(values.at(-1) === 0 ? [[0, ...values.slice(0, -1)]] : []),
    ]
    return ways.flatMap((balanced): Repair[] => {
      const changes = new Map<string, number>()
      for (const [at, indicator] of indicators.entries()) {
        const change = (balanced[at] as number) - (values[at] as number)
        if (change !== 0) changes.set(indicator, change)
      }
      if (changes.size < LEAST_SHIFTED || !balances(shares, failing, changes)) return []
      return [{ kind: 'shift', indicators, values, balanced }]
    })
  })
}

/** In one column of table 三 (same applicant) or in one of its rows. */
function areNeighbours(first: string, second: string): boolean {
  if (first === second) return false
  const [rowA, columnA] = split(first)
  const [rowB, columnB] = split(second)
  return rowA === rowB || columnA === columnB
}

function split(indicator: string): [row: string, column: string] {
  const at = indicator.lastIndexOf('.')
  return [indicator.slice(0, at), indicator.slice(at + 1)]
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}

function slipOf(written: number, balanced: number, indicator: string): Slip {
  if (written === 0) return indicator.endsWith('.total') ? 'totalLeftAtZero' : 'unknown'
  if (written === balanced * 10) return 'zeroTooMany'
  if (written * 10 === balanced) return 'zeroTooFew'
  if (written === balanced * 10_000 || written * 10_000 === balanced) return 'tenThousandfold'
  return sorted(written) === sorted(balanced) ? 'digitsTransposed' : 'unknown'
}

function sorted(value: number): string {
  return Array.from(String(value)).toSorted().join('')
}
