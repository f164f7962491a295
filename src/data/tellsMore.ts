import { saysTheSame, type TextClaim } from '@/domain/checks/textClaim'
import { keyAt } from './compare'
import type { Cube } from './cube'
import { isRefused } from './fold'
import type { Segment } from './segment'

/**
 * Whether the texts of reports say anything that those on record do not: then an import adds
 * something, also where every cell of its tables is the same.
 */
export function tellsMore(cube: Cube, segments: readonly Segment[]): boolean {
  return segments.some((segment) =>
    segment.told?.some((text, row) => {
      if (text === null || isRefused(segment, row)) return false
      const known = cube.told.get(cube.slot(keyAt(segment, row)))?.claims ?? []
      return !sayTheSame(known, text.claims)
    }),
  )
}

function sayTheSame(known: readonly TextClaim[], claims: readonly TextClaim[]): boolean {
  return (
    known.length === claims.length &&
    claims.every((claim, at) => saysTheSame(claim, known[at] as TextClaim))
  )
}
