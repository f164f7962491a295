import { evaluateIdentity } from '@/domain/checks/evaluateIdentity'
import { identities } from '@/domain/checks/identity'
import type { Cell } from '@/domain/report'
import { applicants, requestIndicator, requestRows, type RequestRow } from '@/domain/tableThree'
import type { FormCell, FormLine } from './formLine'

/** Rows of table 三 without any label, in the order of the form. */
export interface BareRows {
  readonly single: boolean
  readonly rows: readonly { readonly row: RequestRow; readonly line: FormLine }[]
}

/**
 * Table 三 where every label is gone: just as many rows of seven whole numbers in a row as the form has,
 * and every sum of the form holds for them and there are requests at all. Null otherwise: order alone
 * decides nothing.
 */
export function bareRows(lines: readonly FormLine[]): BareRows | null {
  for (const single of [false, true]) {
    const rows = requestRows.filter(
      ({ group, key }) => group !== 'other' || (key === 'otherSingle') === single,
    )
    const found = runsOfSeven(lines).filter((run) => run.length === rows.length)
    const [only, ...others] = found
    if (only === undefined || others.length > 0) continue
    const pairs = rows.flatMap((row, at) => {
      const line = only[at]
      return line === undefined ? [] : [{ row, line }]
    })
    if (sumsHold(pairs)) return { single, rows: pairs }
  }
  return null
}

/** Stretches of lines that are nothing but seven whole numbers. */
function runsOfSeven(lines: readonly FormLine[]): FormLine[][] {
  const runs: FormLine[][] = [[]]
  for (const line of lines) {
    const own = filledOf(line)
    const isSeven = own.length === applicants.length && own.every(({ text }) => /^\d+$/.test(text))
    if (isSeven && line.labels.length === 0 && line.unsure === undefined) runs.at(-1)?.push(line)
    else if (runs.at(-1)?.length !== 0) runs.push([])
  }
  return runs
}

function filledOf({ cells }: FormLine): FormCell[] {
  return cells.filter(({ text }) => text !== '')
}

function sumsHold(rows: BareRows['rows']): boolean {
  const values = new Map<string, number>()
  for (const { row, line } of rows) {
    filledOf(line).forEach(({ text }, at) => {
      const applicant = applicants[at]
      if (applicant !== undefined) values.set(requestIndicator(row, applicant), Number(text))
    })
  }
  const cellOf = (indicator: string): Cell => {
    const value = values.get(indicator)
    return value === undefined ? { kind: 'absent' } : { kind: 'value', value, approximate: false }
  }
  const outcomes = identities
    .filter(({ rule }) => rule.startsWith('T3-'))
    .map((identity) => evaluateIdentity(identity, cellOf)?.outcome)
  return outcomes.every((outcome) => outcome !== 'failed') && [...values.values()].some(isPositive)
}

function isPositive(value: number): boolean {
  return value > 0
}
