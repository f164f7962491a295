import { applicants, outcomeGroups, requestIndicator, requestRows } from '../tableThree'
import type { Applicant, RequestRow } from '../tableThree'
import { caseIndicator, caseResults, channels } from '../tableFour'
import type { RuleId } from './rules'

/**
 * A term of a sum: an indicator, or alternatives of which the first that the report has is taken
 * and no other is added (（六）其他处理 as one row or as three).
 */
export type Operand = string | { readonly anyOf: readonly (readonly string[])[] }

/**
 * Two sums that the statutory form makes equal, tolerance 0. `Σ left = Σ right`.
 * Source: the corner cell and the total rows and columns of tables 三 and 四
 * (国办公开办函〔2019〕60号, 〔2021〕30号).
 */
export interface Identity {
  /** Rule and the row, column or group it is applied to, e.g. `T3-ROW:requests.new`. */
  readonly id: string
  readonly rule: RuleId
  readonly left: readonly Operand[]
  readonly right: readonly Operand[]
  /** The row, column or group in words, e.g. 本年新收. */
  readonly label: string
  /**
   * The sides are two ways of printing the same: one that is “/” throughout is the way that was not
   * taken, and there is nothing to compare.
   */
  readonly sidesAreWays?: true
}

const total = applicants.at(-1)
const parts = applicants.slice(0, -1)

function rowIdentities(): Identity[] {
  if (!total) return []
  return requestRows.map((row) => ({
    id: `T3-ROW:${row.id}`,
    rule: 'T3-ROW',
    left: parts.map((applicant) => requestIndicator(row, applicant)),
    right: [requestIndicator(row, total)],
    label: row.short,
  }))
}

function row(key: string): RequestRow {
  const found = requestRows.find((candidate) => candidate.key === key)
  if (!found) throw new Error(`no row ${key} in table 三`)
  return found
}

function outcomeOperands(applicant: Applicant): Operand[] {
  return outcomeGroups.flatMap(({ rows, single }): Operand[] => {
    const detailed = rows.map((each) => requestIndicator(each, applicant))
    return single ? [{ anyOf: [detailed, [requestIndicator(single, applicant)]] }] : detailed
  })
}

function columnIdentities(): Identity[] {
  return applicants.flatMap((applicant): Identity[] => [
    {
      id: `T3-SUM7:${applicant.id}`,
      rule: 'T3-SUM7',
      left: outcomeOperands(applicant),
      right: [requestIndicator(row('total'), applicant)],
      label: applicant.label,
    },
    {
      id: `T3-IDENT:${applicant.id}`,
      rule: 'T3-IDENT',
      left: [row('new'), row('carriedIn')].map((each) => requestIndicator(each, applicant)),
      right: [row('total'), row('carriedOut')].map((each) => requestIndicator(each, applicant)),
      label: applicant.label,
    },
    {
      id: `T3-OTHER:${applicant.id}`,
      rule: 'T3-OTHER',
      left: outcomeGroups
        .filter(({ single }) => single !== null)
        .flatMap(({ rows }) => rows.map((each) => requestIndicator(each, applicant))),
      right: [requestIndicator(row('otherSingle'), applicant)],
      label: applicant.label,
      sidesAreWays: true,
    },
  ])
}

function caseIdentities(): Identity[] {
  return channels.map((channel) => ({
    id: `T4-SUM:${channel.id}`,
    rule: 'T4-SUM',
    left: caseResults
      .filter(({ id }) => id !== 'total')
      .map((result) => caseIndicator(channel, result)),
    right: caseResults
      .filter(({ id }) => id === 'total')
      .map((result) => caseIndicator(channel, result)),
    label: channel.label,
  }))
}

/**
 * All identities within one report. A full 2021 report meets 42 of them (25 rows, 7 + 7 columns,
 * 3 groups of table 四); those whose operands the report's form has not are not made.
 */
export const identities: readonly Identity[] = [
  ...rowIdentities(),
  ...columnIdentities(),
  ...caseIdentities(),
]

/** Every indicator that an identity speaks of, alternatives included. */
export function operandsOf(identity: Identity): string[] {
  return [...identity.left, ...identity.right].flatMap((operand) =>
    typeof operand === 'string' ? [operand] : operand.anyOf.flat(),
  )
}
