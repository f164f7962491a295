import type { Formula, Operator } from './formula'
import type { NamedItem } from './itemNames'
import { tokensOf, type Token } from './tokens'

/** Why a text is no formula, and where, from 0. */
export interface FormulaProblem {
  readonly code:
    | 'empty'
    /** Nothing but numbers. */
    | 'no-item'
    /** A name, a number or a bracket was expected at the end, or where `text` stands. */
    | 'operand-missing'
    /** An operator was expected. */
    | 'operator-missing'
    | 'not-closed'
    | 'name-unknown'
    | 'name-ambiguous'
    | 'too-long'
    /** The measure `text` refers back to the one that is written. */
    | 'circle'
  readonly at: number
  readonly text: string
  /** Ids of items that may be meant. */
  readonly suggestions: readonly string[]
}

export type ParsedFormula =
  | { readonly kind: 'formula'; readonly formula: Formula }
  | { readonly kind: 'problem'; readonly problem: FormulaProblem }

/** Characters of a formula at most. */
export const LONGEST_FORMULA = 500

/**
 * Reads a formula: + − × ÷ (also * /), brackets, numbers and names, which are looked up by `find`.
 * Names with other signs in them stand in square brackets.
 */
export function parseFormula(text: string, find: (name: string) => NamedItem): ParsedFormula {
  if (text.length > LONGEST_FORMULA) return problemAt('too-long', LONGEST_FORMULA)
  const tokens = tokensOf(text)
  if (tokens.length === 0) return problemAt('empty', 0)
  try {
    const formula = new Reading(tokens, text.length, find).whole()
    return tokens.some(({ kind }) => kind === 'name')
      ? { kind: 'formula', formula }
      : problemAt('no-item', 0)
  } catch (thrown) {
    if (thrown instanceof Unreadable) return { kind: 'problem', problem: thrown.problem }
    throw thrown
  }
}

function problemAt(code: FormulaProblem['code'], at: number): ParsedFormula {
  return { kind: 'problem', problem: { code, at, text: '', suggestions: [] } }
}

class Unreadable extends Error {
  readonly problem: FormulaProblem

  constructor(problem: FormulaProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** sum = product { (+|−) product }; product = factor { (×|÷) factor }; factor = − factor | number | name | ( sum ). */
class Reading {
  readonly #tokens: readonly Token[]
  readonly #end: number
  readonly #find: (name: string) => NamedItem
  #next = 0

  constructor(tokens: readonly Token[], end: number, find: (name: string) => NamedItem) {
    this.#tokens = tokens
    this.#end = end
    this.#find = find
  }

  whole(): Formula {
    const formula = this.#sum()
    if (this.#next < this.#tokens.length) this.#fail('operator-missing')
    return formula
  }

  #sum(): Formula {
    let left = this.#product()
    for (let operator = this.#take('+', '−'); operator; operator = this.#take('+', '−'))
      left = { kind: 'operation', operator, left, right: this.#product() }
    return left
  }

  #product(): Formula {
    let left = this.#factor()
    for (let operator = this.#take('×', '÷'); operator; operator = this.#take('×', '÷'))
      left = { kind: 'operation', operator, left, right: this.#factor() }
    return left
  }

  #factor(): Formula {
    if (this.#take('−')) return { kind: 'negative', of: this.#factor() }
    const token = this.#tokens[this.#next]
    if (token?.kind === 'number') {
      this.#next++
      return { kind: 'number', value: Number(token.text) }
    }
    if (token?.kind === 'name') {
      this.#next++
      return { kind: 'item', id: this.#named(token) }
    }
    if (token?.kind !== 'open') return this.#fail('operand-missing')
    this.#next++
    const inside = this.#sum()
    if (this.#tokens[this.#next]?.kind !== 'close') return this.#fail('not-closed')
    this.#next++
    return inside
  }

  #named({ text, at }: Token): string {
    const found = this.#find(text)
    if (found.kind === 'one') return found.id
    const code = found.kind === 'many' ? 'name-ambiguous' : 'name-unknown'
    throw new Unreadable({ code, at, text, suggestions: found.ids })
  }

  #take(...operators: readonly Operator[]): Operator | undefined {
    const token = this.#tokens[this.#next]
    if (token?.kind !== 'operator') return undefined
    const found = operators.find((operator) => operator === token.text)
    if (found !== undefined) this.#next++
    return found
  }

  #fail(code: FormulaProblem['code']): never {
    const { at, text } = this.#tokens[this.#next] ?? { at: this.#end, text: '' }
    throw new Unreadable({ code, at, text, suggestions: [] })
  }
}
