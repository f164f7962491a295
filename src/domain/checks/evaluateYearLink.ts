import type { Cell } from '../report'
import type { CheckOutcome } from './evaluateIdentity'
import type { YearLink } from './yearLink'

/** A link as it stands between two reports. */
export interface YearLinkResult {
  readonly link: YearLink
  readonly outcome: CheckOutcome
  /** What this year's report says; null without a number. */
  readonly figure: number | null
  /** What last year's report leads to; null where a term has no number. */
  readonly expected: number | null
  readonly missing: readonly string[]
}

/**
 * Judges a link between two consecutive reports. A blank operand makes it 不可判, “/” adds nothing;
 * null when a report's form has one of the figures not at all.
 */
export function evaluateYearLink(
  link: YearLink,
  thisYear: (indicator: string) => Cell,
  lastYear: (indicator: string) => Cell,
): YearLinkResult | null {
  const figure = thisYear(link.figure)
  const terms = link.terms.map(({ indicator, of, sign }) => ({
    indicator,
    sign,
    cell: of === 'thisYear' ? thisYear(indicator) : lastYear(indicator),
  }))
  if ([figure, ...terms.map(({ cell }) => cell)].some(({ kind }) => kind === 'absent')) return null
  const missing = [{ indicator: link.figure, cell: figure }, ...terms]
    .filter(({ cell }) => cell.kind !== 'value' && cell.kind !== 'notApplicable')
    .map(({ indicator }) => indicator)
  const said = numberOf(figure)
  const expected = terms.reduce<number | null>((sum, { cell, sign }) => {
    const number = numberOf(cell)
    return sum === null || number === null ? null : sum + sign * number
  }, 0)
  return { link, outcome: outcomeOf(said, expected), figure: said, expected, missing }
}

function numberOf(cell: Cell): number | null {
  if (cell.kind === 'value') return cell.value
  return cell.kind === 'notApplicable' ? 0 : null
}

function outcomeOf(said: number | null, expected: number | null): CheckOutcome {
  if (said === null || expected === null) return 'undecidable'
  return said === expected ? 'passed' : 'failed'
}
