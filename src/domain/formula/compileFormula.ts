import { indicatorById } from '../catalogue'
import type { Measure } from '../measure'
import { measureById } from '../measures'
import { itemsIn, type Formula } from './formula'
import {
  constant,
  isLinear,
  negated,
  product,
  ratio,
  scaled,
  sum,
  TooManyTerms,
  type Quotient,
} from './quotient'

/** What a formula computes, as the parts of a measure. */
export type CompiledFormula = Pick<Measure, 'numerator' | 'denominator' | 'scale' | 'hasTotal'>

/**
 * Brings a formula into the form of a measure: scale × numerator ÷ denominator. With the unit `%` a
 * quotient becomes a percentage, unless numbers or percentages in it say that it is one already. Null: it comes to too many products.
 */
export function compileFormula(formula: Formula, unit: string): CompiledFormula | null {
  const quotient = quotientOf(formula)
  if (quotient === null) return null
  const { numerator, denominator, scale } = quotient
  if (denominator === null) {
    const hasTotal = !itemsIn(formula).some((id) => indicatorById(id)?.unit === '%')
    return { numerator: scaled(numerator, scale), denominator, scale: 1, hasTotal }
  }
  return {
    numerator,
    denominator,
    scale: unit === '%' && isPlain(formula) ? 100 : scale,
    hasTotal: isLinear(quotient),
  }
}

/** Whether it has neither percentages nor numbers but 1. */
function isPlain(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
      return formula.value === 1
    case 'item':
      return (measureById(formula.id) ?? indicatorById(formula.id))?.unit !== '%'
    case 'negative':
      return isPlain(formula.of)
    case 'operation':
      return isPlain(formula.left) && isPlain(formula.right)
  }
}

function quotientOf(formula: Formula): Quotient | null {
  try {
    return expanded(formula)
  } catch (thrown) {
    if (thrown instanceof TooManyTerms) return null
    throw thrown
  }
}

function expanded(formula: Formula): Quotient {
  switch (formula.kind) {
    case 'number':
      return constant(formula.value)
    case 'item':
      return ofItem(formula.id)
    case 'negative':
      return negated(expanded(formula.of))
    case 'operation': {
      const left = expanded(formula.left)
      const right = expanded(formula.right)
      switch (formula.operator) {
        case '+':
          return sum(left, right)
        case '−':
          return sum(left, negated(right))
        case '×':
          return product(left, right)
        case '÷':
          return ratio(left, right)
      }
    }
  }
}

/** A measure stands for its own formula, so 公开率 is the number of per cent that is shown. */
function ofItem(id: string): Quotient {
  const measure = measureById(id)
  if (measure !== undefined) return measure
  return { scale: 1, numerator: [{ factor: 1, of: { kind: 'indicator', id } }], denominator: null }
}
