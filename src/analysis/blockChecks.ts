import { stateAt } from '@/data/column'
import type { CubeBlock } from '@/data/cube'
import { editions, missingStates } from '@/data/segment'
import { indicators, isInEdition } from '@/domain/catalogue'
import { checkList, checkNumber, type Check } from '@/domain/checks/checkList'
import type { CheckOutcome } from '@/domain/checks/evaluateIdentity'
import { repeatedNumber } from '@/domain/checks/likeness'
import type { ReportRule } from '@/domain/checks/reportRule'
import { applicants, requestIndicator, requestRows } from '@/domain/tableThree'
import { checkMarks } from './answer'
import { bandHashes } from './bands'
import { columnsOf, readNumbers } from './blockReader'
import { rowsAgainst } from './cellOutcomes'
import { judgeBlock } from './identityOutcomes'
import { RowFindings } from './rowFindings'
import { judgeRule } from './ruleOutcomes'

/** What the checks within each report of a block found; a block never changes. */
export interface BlockChecks {
  readonly findings: RowFindings
  /** Hashes of the pieces of each report (`bandHashes`). */
  readonly bands: Uint32Array
  /** 1 where the report lacks figures that its form has. */
  readonly partial: Uint8Array
}

const NOT_APPLICABLE = 1 + missingStates.indexOf('notApplicable')

const FAILED = checkMarks.indexOf('failed')

const judged = new WeakMap<CubeBlock['columns'], BlockChecks>()

/** Judges all reports of a block by themselves, once; rules for units of one level are left out. */
export function checkBlock(block: CubeBlock): BlockChecks {
  const known = judged.get(block.columns)
  if (known) return known
  const findings = new RowFindings(block.rows)
  for (const [number, { making }] of checkList.entries()) {
    if (making.kind === 'identity') findings.addAll(number, judgeBlock(block, making.identity))
    else if (making.kind === 'report' && making.rule.units === 'all')
      findings.addAll(number, judgeRule(block, making.rule))
    else if (making.kind === 'cell')
      for (const row of rowsAgainst(block, making.rule)) findings.add(number, row, FAILED)
  }
  addRepeatedNumbers(block, findings)
  findings.close()
  const checks = { findings, bands: bandHashes(block), partial: partialReports(block) }
  judged.set(block.columns, checks)
  return checks
}

/** Checks that are for units of one level only, so that a block cannot judge them. */
export const levelChecks: readonly { readonly number: number; readonly rule: ReportRule }[] =
  checkList.flatMap(({ making }: Check, number) =>
    making.kind === 'report' && making.rule.units !== 'all' ? [{ number, rule: making.rule }] : [],
  )

/** Index in `checkMarks`; 0 where the check is not made. */
export function markOf(outcome: CheckOutcome | null): number {
  return outcome === null ? 0 : checkMarks.indexOf(outcome)
}

/** Table 三 without its totals: there the same number has no reason to repeat. */
const details = requestRows
  .filter(({ group }) => group !== 'processed' && group !== 'flow')
  .flatMap((row) => applicants.slice(0, -1).map((applicant) => requestIndicator(row, applicant)))

function addRepeatedNumbers(block: CubeBlock, findings: RowFindings): void {
  const columns = columnsOf(block, details)
  const number = checkNumber('C-DIGIT')
  const numbers = new Float64Array(columns.length)
  for (const row of likelyRepeats(block)) {
    readNumbers(columns, row, numbers)
    if (repeatedNumber(numbers) !== null) findings.add(number, row, FAILED)
  }
}

/** Rows in which a vote leaves one number far ahead; the others need no second look. */
function likelyRepeats(block: CubeBlock): number[] {
  const leader = new Float64Array(block.rows)
  const votes = new Uint8Array(block.rows)
  const some = new Uint8Array(block.rows)
  for (const { column, values, limit } of columnsOf(block, details)) {
    if (column === null) continue
    for (let row = 0; row < block.rows; row++) {
      const value = values[row] as number
      if (!(value < limit) || value <= 0) continue
      some[row] = (some[row] as number) + 1
      const count = votes[row] as number
      if (count === 0) leader[row] = value
      votes[row] = count === 0 || leader[row] === value ? count + 1 : count - 1
    }
  }
  return [...votes.keys()].filter(
    (row) => (leader[row] as number) > 1 && (votes[row] as number) * 2 >= (some[row] as number),
  )
}

/** One figure a row of the form stands for it; （六） is printed in one row or in three. */
const expected = indicators
  .filter(({ id, table }) => {
    if (table === '3') return id.endsWith('.total') && !id.startsWith('requests.other.')
    return table === '2' || table === '4'
  })
  .map(({ id }) => id)

function partialReports(block: CubeBlock): Uint8Array {
  const partial = new Uint8Array(block.rows)
  for (const [at, { column, values, limit }] of columnsOf(block, expected).entries()) {
    const wanted = editions.map(
      (edition) => edition !== 'unknown' && isInEdition(expected[at] ?? '', edition),
    )
    for (let row = 0; row < block.rows; row++) {
      if ((values[row] as number) < limit || wanted[block.edition[row] as number] !== true) continue
      if (column === null || stateAt(column, row) !== NOT_APPLICABLE) partial[row] = 1
    }
  }
  return partial
}
