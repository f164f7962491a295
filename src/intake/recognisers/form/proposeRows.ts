import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities, operandsOf, type Identity } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'
import { caseResults, channels } from '@/domain/tableFour'
import { applicants } from '@/domain/tableThree'
import { rowCandidates, type RowCandidate, type RowDamage, type RowShape } from './rowCandidates'

/** A row whose cells could not be told apart, or one of which is blank. */
export interface DoubtfulRow {
  readonly indicators: readonly string[]
  /** As they stand, blanks included. */
  readonly texts: readonly string[]
}

/** What a row would be if exactly one slip happened to it. Shown, never applied. */
export interface RowProposal {
  readonly indicators: readonly string[]
  readonly values: readonly number[]
  readonly damage: RowDamage
}

type CellOf = (indicator: string) => Cell

/** Rows examined together: with more in doubt no column can be judged. */
const MOST_TOGETHER = 2

/**
 * The rows that one slip each explains: their own sums hold and every column they stand in balances.
 * Where two different readings would do, there is no proposal.
 */
export function proposeRows(rows: readonly DoubtfulRow[], cellOf: CellOf): RowProposal[] {
  const wholes = rows.flatMap((row) => {
    const shape = shapeOf(row)
    return shape === null ? [] : [{ row, candidates: rowCandidates(row.texts, shape) }]
  })
  const [four, three] = [wholes.filter(isCases), wholes.filter((each) => !isCases(each))]
  const alone = four.flatMap(({ row, candidates }) => only(row, candidates))
  if (three.length === 0 || three.length > MOST_TOGETHER) return alone
  return [...alone, ...together(three, cellOf)]
}

interface Open {
  readonly row: DoubtfulRow
  readonly candidates: readonly RowCandidate[]
}

function shapeOf({ indicators }: DoubtfulRow): RowShape | null {
  if (indicators.length === applicants.length) {
    return { width: applicants.length, run: applicants.length }
  }
  const cases = channels.length * caseResults.length
  return indicators.length === cases ? { width: cases, run: caseResults.length } : null
}

function isCases({ row }: Open): boolean {
  return row.indicators.length !== applicants.length
}

function only({ indicators }: DoubtfulRow, candidates: readonly RowCandidate[]): RowProposal[] {
  const [first, ...others] = candidates
  return first && others.length === 0 ? [{ indicators, ...first }] : []
}

function together(open: readonly Open[], cellOf: CellOf): RowProposal[] {
  const touched = columnsOf(open)
  const found = choices(open).filter((choice) => balances(choice, touched, cellOf))
  const [first, ...others] = found
  return first && others.length === 0 ? [...first] : []
}

/** Every way of choosing one candidate a row. */
function choices(open: readonly Open[]): RowProposal[][] {
  return open.reduce<RowProposal[][]>(
    (sofar, { row, candidates }) =>
      sofar.flatMap((choice) =>
        candidates.map((candidate) => [...choice, { indicators: row.indicators, ...candidate }]),
      ),
    [[]],
  )
}

/** The sums down the columns that these rows are part of. */
function columnsOf(open: readonly Open[]): Identity[] {
  const indicators = new Set(open.flatMap(({ row }) => row.indicators))
  return identities.filter(
    (identity) =>
      (identity.rule === 'T3-SUM7' || identity.rule === 'T3-IDENT') &&
      operandsOf(identity).some((indicator) => indicators.has(indicator)),
  )
}

/** No column fails, and every cell of the rows is part of one that is right. */
function balances(
  choice: readonly RowProposal[],
  columns: readonly Identity[],
  cellOf: CellOf,
): boolean {
  const proposed = new Map(
    choice.flatMap(({ indicators, values }) =>
      indicators.map((indicator, at): [string, number] => [indicator, values[at] ?? NaN]),
    ),
  )
  const withProposal = (indicator: string): Cell => {
    const value = proposed.get(indicator)
    return value === undefined ? cellOf(indicator) : { kind: 'value', value, approximate: false }
  }
  const confirmed = new Set<string>()
  for (const identity of columns) {
    const result = evaluateIdentity(identity, withProposal)
    if (result?.outcome === 'failed') return false
    if (result?.outcome === 'passed') result.operands.forEach((each) => confirmed.add(each))
  }
  return [...proposed.keys()].every((indicator) => confirmed.has(indicator))
}
