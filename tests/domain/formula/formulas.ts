import fc from 'fast-check'
import type { Formula } from '@/domain/formula/formula'

/** Any formula over some items and small whole numbers. */
export function anyFormula(items: readonly string[]): fc.Arbitrary<Formula> {
  const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
    formula: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      {
        weight: 3,
        arbitrary: fc.constantFrom(...items).map((id) => ({ kind: 'item', id }) as const),
      },
      {
        weight: 1,
        arbitrary: fc
          .constantFrom(0, 1, 2, 10, 10000)
          .map((value) => ({ kind: 'number', value }) as const),
      },
      { weight: 1, arbitrary: tie('formula').map((of) => ({ kind: 'negative', of }) as const) },
      {
        weight: 4,
        arbitrary: fc
          .record({
            operator: fc.constantFrom('+', '−', '×', '÷'),
            left: tie('formula'),
            right: tie('formula'),
          })
          .map((operation) => ({ kind: 'operation', ...operation }) as const),
      },
    ),
  }))
  return formula
}
