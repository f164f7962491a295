import type { Formula } from './formula/formula'

/**
 * A sum of operands. An operand is one indicator, or alternatives of which only one is added: the
 * first whose indicators all have numbers. If none has, or a plain operand has no number (blank, “/”,
 * unreadable, absent, no report), the sum has none either: never is a missing operand left out or
 * taken for 0.
 */
export type Sum = readonly Term[]

export interface Term {
  /** 1 or −1 in the catalogue's own measures. */
  readonly factor: number
  readonly of: Operand
}

export type Operand =
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'anyOf'; readonly alternatives: readonly Sum[] }
  /** Operands multiplied; 1 without any. */
  | { readonly kind: 'product'; readonly of: readonly Operand[] }

/** A figure computed from figures of the same report. */
export interface Measure {
  readonly id: string
  readonly label: string
  /** Unit of the value: `%` for ratios, else that of its operands. */
  readonly unit: string
  readonly numerator: Sum
  /**
   * Null: the value is the numerator. Else the value is scale × numerator ÷ denominator, and there is
   * none when the denominator is 0. A total over units is the sum of the numerators over the sum of the
   * denominators of the units that have both, never a mean of ratios.
   */
  readonly denominator: Sum | null
  /** 100 for percentages; 1 for sums. */
  readonly scale: number
  /** Whether a total over units means anything: not for quotients of products or of unlike parts. */
  readonly hasTotal: boolean
  /** Below it a ratio is shown with its counts but not ranked; null for sums. */
  readonly minimumDenominator: number | null
  /** The measure this is another reading of, shown beside it. */
  readonly variantOf: string | null
  /** Which way is better; null: neither, so no colour may say good or bad. */
  readonly direction: 'up' | 'down' | null
  /** The formula in words of the form. */
  readonly formula: string
  /** The user's own formula as it was written; left out for the catalogue's. */
  readonly written?: Formula
  /** What a reader must know to use it rightly; may be empty. */
  readonly note: string
}
