import { describeItem } from '../item'
import type { CompiledFormula } from './compileFormula'
import type { Formula } from './formula'

/** What should be known of a formula that can be computed all the same. */
export type FormulaRemark =
  /** Figures of unlike units are added or subtracted. */
  | { readonly code: 'unlike-units'; readonly left: string; readonly right: string }
  | { readonly code: 'zero-divisor' }
  /** The unit says per cent, so the quotient was multiplied by 100. */
  | { readonly code: 'made-percent' }
  /** The unit says per cent, and the formula has numbers of its own: it is computed as written. */
  | { readonly code: 'percent-as-written' }
  /** No total over units would mean anything. */
  | { readonly code: 'no-total' }
  /** The total is the sum of the numerators over that of the denominators. */
  | { readonly code: 'total-of-ratio' }
  | { readonly code: 'total-of-sum' }

/** The remarks on a formula, each once. */
export function formulaRemarks(
  formula: Formula,
  { denominator, hasTotal }: CompiledFormula,
  percent: 'made' | 'asWritten' | 'none',
): readonly FormulaRemark[] {
  const remarks: FormulaRemark[] = []
  unitOf(formula, remarks)
  if (percent === 'made') remarks.push({ code: 'made-percent' })
  if (percent === 'asWritten') remarks.push({ code: 'percent-as-written' })
  if (!hasTotal) remarks.push({ code: 'no-total' })
  else remarks.push({ code: denominator === null ? 'total-of-sum' : 'total-of-ratio' })
  const seen = new Map(remarks.map((remark) => [JSON.stringify(remark), remark]))
  return [...seen.values()]
}

/** The unit that a part comes out in; null for plain numbers, which go with any. */
function unitOf(formula: Formula, remarks: FormulaRemark[]): string | null {
  switch (formula.kind) {
    case 'number':
      return null
    case 'item':
      return describeItem(formula.id).unit
    case 'negative':
      return unitOf(formula.of, remarks)
    case 'operation':
      return unitOfOperation(formula, remarks)
  }
}

function unitOfOperation(
  { operator, left: first, right: second }: Extract<Formula, { kind: 'operation' }>,
  remarks: FormulaRemark[],
): string | null {
  const left = unitOf(first, remarks)
  const right = unitOf(second, remarks)
  if (operator === '÷' && isZero(second)) remarks.push({ code: 'zero-divisor' })
  if (operator === '÷') return left === right ? null : `${left ?? ''}/${right ?? ''}`
  const areBoth = left !== null && right !== null
  if (operator === '×') return areBoth ? '' : (left ?? right)
  addUnlike(left, right, remarks)
  return left ?? right
}

/** An empty unit goes with any. */
function addUnlike(left: string | null, right: string | null, remarks: FormulaRemark[]): void {
  if (left && right && left !== right) remarks.push({ code: 'unlike-units', left, right })
}

/** Whether a part is a number that is 0, whatever its signs. */
function isZero(formula: Formula): boolean {
  if (formula.kind === 'number') return formula.value === 0
  return formula.kind === 'negative' && isZero(formula.of)
}
