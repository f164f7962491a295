import type { Cell } from '../report'
import type { Identity, Operand } from './identity'

/** 通过 / 不平 / 不可判; null: the report's form has not the operands, so the check is not made. */
export type CheckOutcome = 'passed' | 'failed' | 'undecidable'

/** An identity as it stands in one report. */
export interface IdentityResult {
  readonly identity: Identity
  readonly outcome: CheckOutcome
  /** Sums of both sides as far as there are numbers; null where a side has a missing operand. */
  readonly left: number | null
  readonly right: number | null
  /** Indicators that were added, alternatives chosen. */
  readonly operands: readonly string[]
  /** Operands without a number that make it undecidable. */
  readonly missing: readonly string[]
  /** Operands marked “/”: they add nothing. */
  readonly notApplicable: readonly string[]
}

interface Side {
  sum: number
  readonly used: string[]
  readonly missing: string[]
  readonly notApplicable: string[]
}

/**
 * Judges an identity on one report. A blank, unreadable or absent operand makes it 不可判, never
 * passed; “/” adds nothing. Null when every operand of a side is absent from the report's form, or where only
 * one of two ways of printing the same was taken.
 */
export function evaluateIdentity(
  identity: Identity,
  cellOf: (indicator: string) => Cell,
): IdentityResult | null {
  const left = addUp(identity.left, cellOf)
  const right = addUp(identity.right, cellOf)
  if (left === null || right === null) return null
  if (identity.sidesAreWays && [left, right].some(isNotTaken)) return null
  const missing = [...left.missing, ...right.missing]
  return {
    identity,
    outcome: outcomeOf(missing.length, left.sum, right.sum),
    left: left.missing.length > 0 ? null : left.sum,
    right: right.missing.length > 0 ? null : right.sum,
    operands: [...left.used, ...right.used],
    missing,
    notApplicable: [...left.notApplicable, ...right.notApplicable],
  }
}

/** Whether all of a side is marked “/”. */
function isNotTaken({ used, notApplicable }: Side): boolean {
  return notApplicable.length === used.length
}

function outcomeOf(missing: number, left: number, right: number): CheckOutcome {
  if (missing > 0) return 'undecidable'
  return left === right ? 'passed' : 'failed'
}

function addUp(operands: readonly Operand[], cellOf: (indicator: string) => Cell): Side | null {
  const indicators = operands.flatMap((operand) => choose(operand, cellOf))
  if (indicators.every((indicator) => cellOf(indicator).kind === 'absent')) return null
  const side: Side = { sum: 0, used: indicators, missing: [], notApplicable: [] }
  for (const indicator of indicators) {
    const cell = cellOf(indicator)
    if (cell.kind === 'value') side.sum += cell.value
    else if (cell.kind === 'notApplicable') side.notApplicable.push(indicator)
    else side.missing.push(indicator)
  }
  return side
}

/** The first alternative that adds up; else the first that the form has; else the first. */
export function choose(operand: Operand, cellOf: (indicator: string) => Cell): readonly string[] {
  if (typeof operand === 'string') return [operand]
  const { anyOf } = operand
  const addsUp = (kinds: readonly Cell['kind'][]) => (alternative: readonly string[]) =>
    alternative.every((indicator) => kinds.includes(cellOf(indicator).kind))
  return (
    anyOf.find(addsUp(['value'])) ??
    anyOf.find(addsUp(['value', 'notApplicable'])) ??
    anyOf.find((alternative) => alternative.some((each) => cellOf(each).kind !== 'absent')) ??
    anyOf[0] ??
    []
  )
}
