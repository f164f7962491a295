import type { BatchContent } from './batch'
import type { Cube } from './cube'
import { foldBatches } from './fold'

/**
 * What a batch says by itself, as if there were no other: corrections without what they expected and,
 * if wanted, also the cells that the user refused.
 */
export function statementsOf(
  { batch, segments, corrections }: BatchContent,
  withRefused: boolean,
): Cube {
  return foldBatches([
    {
      batch: { ...batch, active: true },
      segments: withRefused ? segments.map((each) => ({ ...each, decision: null })) : segments,
      corrections: corrections.map((each) => ({ ...each, expected: { kind: 'absent' } as const })),
    },
  ])
}
