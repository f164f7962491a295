import type { Item } from '@/domain/item'
import type { SpokenNumber } from '@/domain/spokenNumber'

/** What a number on record is: as reported or computed, a change to the year before, a sum, or a change of one. */
export const matchKinds = [
  'value',
  'difference',
  'change',
  'total',
  'totalDifference',
  'totalChange',
] as const
export type MatchKind = (typeof matchKinds)[number]

/**
 * Whether a number of this kind may be what was spoken of. A bare whole number is no percentage: nearly
 * every small one rounds to some rate.
 */
export function isSpokenOf({ of, decimals }: SpokenNumber, item: Item, kind: MatchKind): boolean {
  const measured = measuredIn(item, kind)
  if (of !== 'any') return of === measured
  return decimals > 0 || measured === 'money' || measured === 'count'
}

function measuredIn({ unit }: Item, kind: MatchKind): Exclude<SpokenNumber['of'], 'any'> {
  if (kind === 'change' || kind === 'totalChange') return 'percent'
  const isDifference = kind === 'difference' || kind === 'totalDifference'
  if (unit === '%') return isDifference ? 'points' : 'percent'
  return unit === '万元' ? 'money' : 'count'
}
