/** What a formula of the user's own says, as it was written: `(a + b) ÷ c × 10000`. */
export type Formula =
  /** Never negative: a sign before a number is `negative`. */
  | { readonly kind: 'number'; readonly value: number }
  /** An indicator, a measure of the catalogue or a column of the user's own, by id. */
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'negative'; readonly of: Formula }
  | {
      readonly kind: 'operation'
      readonly operator: Operator
      readonly left: Formula
      readonly right: Formula
    }

export type Operator = '+' | '−' | '×' | '÷'

/** × and ÷ bind closer than + and −. */
export function rankOf(operator: Operator): 1 | 2 {
  return operator === '+' || operator === '−' ? 1 : 2
}

/** The items of a formula in the order in which they come, each once. */
export function itemsIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'number':
      return []
    case 'item':
      return [formula.id]
    case 'negative':
      return itemsIn(formula.of)
    case 'operation':
      return [...new Set([...itemsIn(formula.left), ...itemsIn(formula.right)])]
  }
}
