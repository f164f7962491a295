import type { Measure, Operand, Sum } from './measure'

/** What a measure comes to for one report. */
export type MeasureValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'notComputable' | 'zeroDenominator' }

/**
 * Computes a measure from the numbers that `read` gives, null where there is none. Any operand without a
 * number leaves none, also beside a 0; so does a denominator below 0.
 */
export function measureValue(measure: Measure, read: (id: string) => number | null): MeasureValue {
  const above = sumOf(measure.numerator, read)
  if (measure.denominator === null) return valueOf(above)
  const below = sumOf(measure.denominator, read)
  if (above === null || below === null || below < 0) return { kind: 'notComputable' }
  return below === 0 ? { kind: 'zeroDenominator' } : valueOf((measure.scale * above) / below)
}

function valueOf(value: number | null): MeasureValue {
  return value === null ? { kind: 'notComputable' } : { kind: 'value', value }
}

function sumOf(sum: Sum, read: (id: string) => number | null): number | null {
  return sum.reduce<number | null>((total, { factor, of }) => {
    const value = operandOf(of, read)
    return total === null || value === null ? null : total + factor * value
  }, 0)
}

function operandOf(operand: Operand, read: (id: string) => number | null): number | null {
  switch (operand.kind) {
    case 'indicator':
      return read(operand.id)
    case 'anyOf':
      return operand.alternatives.reduce<number | null>(
        (found, sum) => found ?? sumOf(sum, read),
        null,
      )
    case 'product':
      return operand.of.reduce<number | null>((value, factor) => {
        const next = operandOf(factor, read)
        return value === null || next === null ? null : value * next
      }, 1)
  }
}
