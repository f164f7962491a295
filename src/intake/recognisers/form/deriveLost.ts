import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'
import { applicants, requestIndicator, requestRows, type RequestRow } from '@/domain/tableThree'

/** What the sums of table 三 say of rows that the document lost. Shown, never stored. */
export interface DerivedRows {
  readonly rows: readonly RequestRow[]
  /** Requests in these rows together, of all applicants. */
  readonly total: number
  /** Every figure of the row, where just one row is lost and its own sum confirms them. */
  readonly values: readonly number[] | null
  /** Nothing says how many were carried over: the total holds if none were. */
  readonly ifNoneCarriedOut: boolean
}

type CellOf = (indicator: string) => Cell

const totalColumn = applicants.length - 1

/** The outcome rows without a number in 总计, and how many requests the other figures leave for them. */
export function deriveLost(cellOf: CellOf): DerivedRows | null {
  const outcomes = outcomeRows(cellOf)
  const lost = outcomes.filter((row) => numberAt(row, totalColumn, cellOf) === null)
  if (lost.length === 0 || lost.length === outcomes.length) return null
  const handled = handledIn(totalColumn, cellOf)
  if (handled === null) return null
  const total = remainder(outcomes, totalColumn, handled.value, cellOf)
  if (total < 0) return null
  const [row, ...others] = lost
  const values = row && others.length === 0 ? rowValues(row, outcomes, cellOf) : null
  return { rows: lost, total, values, ifNoneCarriedOut: handled.assumed }
}

/** The rows that make up （七）总计, in the shape that this report has them. */
function outcomeRows(cellOf: CellOf): RequestRow[] {
  return requestRows.filter(
    (row) => row.group !== 'flow' && row.group !== 'processed' && isPrinted(row, cellOf),
  )
}

function isPrinted(row: RequestRow, cellOf: CellOf): boolean {
  return applicants.some((each) => cellOf(requestIndicator(row, each)).kind !== 'absent')
}

function numberAt(row: RequestRow | undefined, column: number, cellOf: CellOf): number | null {
  const applicant = applicants[column]
  if (!row || !applicant) return null
  const cell = cellOf(requestIndicator(row, applicant))
  if (cell.kind === 'value') return cell.value
  return cell.kind === 'notApplicable' ? 0 : null
}

/** How many were dealt with: the printed total, or what came in less what was carried over. */
function handledIn(column: number, cellOf: CellOf): { value: number; assumed: boolean } | null {
  const at = (key: string) =>
    numberAt(
      requestRows.find((row) => row.key === key),
      column,
      cellOf,
    )
  const printed = at('total')
  if (printed !== null) return { value: printed, assumed: false }
  const received = at('new')
  const carriedIn = at('carriedIn')
  if (received === null || carriedIn === null) return null
  const carriedOut = at('carriedOut')
  return { value: received + carriedIn - (carriedOut ?? NONE), assumed: carriedOut === null }
}

/** Assumed where the figure is lost, and said to be. */
const NONE = 0

function remainder(
  outcomes: readonly RequestRow[],
  column: number,
  handled: number,
  cellOf: CellOf,
): number {
  return outcomes.reduce((rest, row) => {
    const known = numberAt(row, column, cellOf)
    return known === null ? rest : rest - known
  }, handled)
}

function rowValues(
  row: RequestRow,
  outcomes: readonly RequestRow[],
  cellOf: CellOf,
): number[] | null {
  const values = applicants.map((_, column) => {
    const handled = handledIn(column, cellOf)
    return handled === null || handled.assumed
      ? NaN
      : remainder(outcomes, column, handled.value, cellOf)
  })
  if (values.some((value) => !(value >= 0))) return null
  const derived = new Map(
    applicants.map((each, at) => [requestIndicator(row, each), values[at] ?? NaN]),
  )
  const own = identities.find(({ id }) => id === `T3-ROW:${row.id}`)
  const result =
    own &&
    evaluateIdentity(own, (indicator) => {
      const value = derived.get(indicator)
      return value === undefined ? cellOf(indicator) : { kind: 'value', value, approximate: false }
    })
  return result?.outcome === 'passed' ? values : null
}
