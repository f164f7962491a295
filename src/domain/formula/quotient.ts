import type { Operand, Sum, Term } from '../measure'

/**
 * What any formula of + − × ÷ comes to: scale × numerator ÷ denominator, both sums of products. Nothing
 * is ever cancelled, so that an operand without a number leaves none.
 */
export interface Quotient {
  readonly scale: number
  readonly numerator: Sum
  /** Null: 1. */
  readonly denominator: Sum | null
}

/** Products in a sum at most: beyond it a formula is no measure any more. */
export const MOST_TERMS = 200

const one: Sum = [{ factor: 1, of: { kind: 'product', of: [] } }]

export function constant(value: number): Quotient {
  return { scale: value, numerator: one, denominator: null }
}

export function negated({ numerator, ...others }: Quotient): Quotient {
  return { ...others, numerator: scaled(numerator, -1) }
}

export function product(a: Quotient, b: Quotient): Quotient {
  return {
    scale: a.scale * b.scale,
    numerator: multiplied(a.numerator, b.numerator),
    denominator: denominators(a.denominator, b.denominator),
  }
}

/**
 * By a constant 0 it has a denominator that is 0. The denominator of the divisor stays one, so that
 * a ÷ (b ÷ 0) is not taken for 0.
 */
export function ratio(a: Quotient, b: Quotient): Quotient {
  const isZero = b.scale === 0
  const below = isZero ? scaled(b.numerator, 0) : b.numerator
  const twice = denominators(b.denominator, b.denominator)
  return {
    scale: isZero ? a.scale : a.scale / b.scale,
    numerator: twice === null ? a.numerator : multiplied(a.numerator, twice),
    denominator: denominators(
      denominators(a.denominator, b.denominator),
      isOne(below) ? null : below,
    ),
  }
}

export function sum(a: Quotient, b: Quotient): Quotient {
  const [left, right, scale] =
    a.scale === b.scale
      ? [a.numerator, b.numerator, a.scale]
      : [scaled(a.numerator, a.scale), scaled(b.numerator, b.scale), 1]
  if (isSame(a.denominator, b.denominator))
    return { scale, numerator: added(left, right), denominator: a.denominator }
  return {
    scale,
    numerator: added(
      b.denominator === null ? left : multiplied(left, b.denominator),
      a.denominator === null ? right : multiplied(right, a.denominator),
    ),
    denominator: denominators(a.denominator, b.denominator),
  }
}

/** Whether every product is of one figure at most: then the sums of both over units mean something. */
export function isLinear({ numerator, denominator }: Quotient): boolean {
  return [...numerator, ...(denominator ?? [])].every(({ of }) => factorsOf(of).length <= 1)
}

/** A sum with all of its factors multiplied. */
export function scaled(terms: Sum, by: number): Sum {
  return by === 1 ? terms : terms.map(({ factor, of }) => ({ factor: factor * by, of }))
}

function denominators(a: Sum | null, b: Sum | null): Sum | null {
  if (a === null || b === null) return a ?? b
  return multiplied(a, b)
}

function multiplied(a: Sum, b: Sum): Sum {
  if (a.length * b.length > MOST_TERMS) throw new TooManyTerms()
  return gathered(
    a.flatMap((left) =>
      b.map((right): Term => ({
        factor: left.factor * right.factor,
        of: productOf([...factorsOf(left.of), ...factorsOf(right.of)]),
      })),
    ),
  )
}

function added(a: Sum, b: Sum): Sum {
  if (a.length + b.length > MOST_TERMS) throw new TooManyTerms()
  return gathered([...a, ...b])
}

/** Like products together; one whose factors add up to 0 stays, its figures must be there all the same. */
function gathered(terms: Sum): Sum {
  const found = new Map<string, Term>()
  for (const { factor, of } of terms) {
    const key = keyOf(of)
    found.set(key, { factor: (found.get(key)?.factor ?? 0) + factor, of })
  }
  return [...found.values()]
}

function factorsOf(of: Operand): readonly Operand[] {
  return of.kind === 'product' ? of.of : [of]
}

function productOf(factors: readonly Operand[]): Operand {
  const [first, ...others] = factors.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  return first !== undefined && others.length === 0
    ? first
    : { kind: 'product', of: first === undefined ? [] : [first, ...others] }
}

function isOne(terms: Sum): boolean {
  return isSame(terms, one)
}

function isSame(a: Sum | null, b: Sum | null): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(terms: Sum | null): readonly (readonly [string, number])[] {
  return (terms ?? [])
    .map(({ factor, of }) => [keyOf(of), factor] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function keyOf(of: Operand): string {
  return JSON.stringify(of)
}

/** A formula that comes to more than `MOST_TERMS` products. */
export class TooManyTerms extends Error {}
