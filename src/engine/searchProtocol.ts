import type { NumberMatch, NumberMatches } from '@/analysis/foundNumbers'
import type { NumberQuestion } from '@/analysis/numberSearch'
import type { UnitLabel } from '@/analysis/answer'

/** What the pages may look up in all that is on record; part of `EngineApi`. */
export interface SearchApi {
  /** 反查: every number on record that is the one somebody said. */
  searchNumber(question: NumberQuestion): Promise<FoundNumbers>
}

export interface FoundNumbers extends Omit<NumberMatches, 'matches'> {
  readonly matches: readonly NamedMatch[]
}

export interface NamedMatch extends Omit<NumberMatch, 'unit'> {
  /** Null for a sum over units. */
  readonly unit: UnitLabel | null
}
