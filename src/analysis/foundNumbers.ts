import type { Item } from '@/domain/item'
import { meansNumber, type SpokenNumber } from '@/domain/spokenNumber'
import type { UnitId } from '@/domain/unit'
import type { CheckMark } from './answer'
import { isSpokenOf, matchKinds, type MatchKind } from './matchKinds'

/** A number on record that is the one somebody said. */
export interface NumberMatch {
  readonly kind: MatchKind
  /** Null for a sum over units. */
  readonly unit: UnitId | null
  readonly year: number
  readonly item: string
  /** To its last digit; a percentage for `change`, `totalChange` and for rates. */
  readonly value: number
  readonly check: CheckMark
  /** Only for a sum: units counted in, of those asked for. */
  readonly counted: { readonly n: number; readonly of: number } | null
  /** Only for a percentage of change: the number of the year before, where that is too small for one. */
  readonly smallBase?: number
}

/** Why two years of a unit make no change: it was merged or split between them, or their forms differ. */
export const apartReasons = ['merged', 'unlike'] as const
export type ApartReason = (typeof apartReasons)[number]

export interface NumberMatches {
  /** The first of each kind, the exact ones before those that only round to it, newer years first. */
  readonly matches: readonly NumberMatch[]
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<MatchKind, number>>
  /** How many more there would be, were it not for 只看可信; sums are of other numbers then. */
  readonly untrusted: number
  /** Changes that would be the number, if the two years could be compared, by why they cannot. */
  readonly apart: Readonly<Record<ApartReason, number>>
}

/** Matches of a kind that are listed; all are counted. */
const LISTED = 200

/** Collects what is meant; the matches themselves are made only for those. */
export class FoundNumbers {
  readonly #spoken: SpokenNumber
  readonly #byKind = new Map<MatchKind, NumberMatch[]>(matchKinds.map((kind) => [kind, []]))
  readonly #apart = { merged: 0, unlike: 0 }

  constructor(spoken: SpokenNumber) {
    this.#spoken = spoken
  }

  take(
    item: Item,
    kind: MatchKind,
    value: number,
    match: () => Omit<NumberMatch, 'kind' | 'value'>,
  ): void {
    if (this.#isMeant(item, kind, value)) this.#byKind.get(kind)?.push({ kind, value, ...match() })
  }

  /** Counts a change that cannot be made. */
  leaveOut(item: Item, kind: MatchKind, value: number, reason: ApartReason): void {
    if (this.#isMeant(item, kind, value)) this.#apart[reason] += 1
  }

  #isMeant(item: Item, kind: MatchKind, value: number): boolean {
    return meansNumber(this.#spoken, value) && isSpokenOf(this.#spoken, item, kind)
  }

  /** How many are of single reports: no sums. */
  ofReports(): number {
    const count = (kind: MatchKind) => this.#byKind.get(kind)?.length ?? 0
    return count('value') + count('difference') + count('change')
  }

  result(untrusted: number): NumberMatches {
    const all = (kind: MatchKind) => this.#byKind.get(kind) ?? []
    const exact = ({ value }: NumberMatch) =>
      Math.abs(value) === Math.abs(this.#spoken.value) ? 0 : 1
    return {
      untrusted,
      apart: { ...this.#apart },
      matches: matchKinds.flatMap((kind) =>
        all(kind)
          .toSorted((a, b) => exact(a) - exact(b) || b.year - a.year)
          .slice(0, LISTED),
      ),
      counts: {
        value: all('value').length,
        difference: all('difference').length,
        change: all('change').length,
        total: all('total').length,
        totalDifference: all('totalDifference').length,
        totalChange: all('totalChange').length,
      },
    }
  }
}
