import { rankOf, type Formula } from './formula'

/**
 * Writes a formula so that `parseFormula` reads it back as it is. `nameOf` gives the text for an item:
 * its id in brackets unless said otherwise.
 */
export function formatFormula(
  formula: Formula,
  nameOf: (id: string) => string = (id) => `[${id}]`,
): string {
  switch (formula.kind) {
    case 'number':
      return plainNumber(formula.value)
    case 'item':
      return nameOf(formula.id)
    case 'negative':
      return `−${operand(formula.of, 3, nameOf)}`
    case 'operation': {
      const { operator, left, right } = formula
      const rank = rankOf(operator)
      // On the right the same rank needs brackets too: a − (b − c).
      return `${operand(left, rank, nameOf)} ${operator} ${operand(right, rank + 1, nameOf)}`
    }
  }
}

function operand(formula: Formula, least: number, nameOf: (id: string) => string): string {
  const text = formatFormula(formula, nameOf)
  return formula.kind === 'operation' && rankOf(formula.operator) < least ? `（${text}）` : text
}

/** Without an exponent, which the grammar does not have. */
function plainNumber(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
}
