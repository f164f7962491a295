import type { MatrixAnswer, MatrixQuestion, UnitLabel } from '@/analysis/answer'
import type { Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { UnitGroup } from '@/domain/unitGroup'
import type { UnitView } from './unitProtocol'

/** What the pages may ask of sets of units; part of `EngineApi`. */
export interface GroupApi {
  /** The units of a set as they are now. */
  unitSet(set: UnitSet): Promise<UnitSetView>
  /** The units most like another, with the distance of each. */
  peers(question: PeerQuestion): Promise<PeerAnswer>
  /** A question answered once for the units of each city (or province, for units below none). */
  rollUps(question: MatrixQuestion): Promise<RollUp[]>
  /** Stores a group, a new one where the id is null. Rejects with `not-found` if it is gone meanwhile. */
  saveGroup(group: GroupDraft): Promise<UnitGroup>
  removeGroup(id: string): Promise<void>
}

/** Units that a rule or a list of the user's names, not the address. */
export type UnitSet =
  /** All that stand directly below: the counties of a city, the cities of a province. */
  | { readonly kind: 'city'; readonly city: UnitId }
  /** All counties and zones below, whatever is between. */
  | { readonly kind: 'counties'; readonly of: UnitId }
  | { readonly kind: 'group'; readonly group: string }
  /** A unit and the units most like it. */
  | ({ readonly kind: 'peers' } & PeerChoice)

/** What likeness means: to whom, how many, by which indicators or measures. */
export interface PeerChoice {
  readonly unit: UnitId
  readonly count: number
  readonly items: readonly string[]
}

export interface UnitSetView {
  /** e.g. 安康市, 陕西省各县, 山区县; empty where the set is not known. */
  readonly name: string
  readonly units: readonly UnitView[]
}

export interface PeerQuestion extends PeerChoice {
  readonly scope: Scope
}

/** Peers in the latest year in which the unit has every figure asked for. */
export interface PeerAnswer {
  /** Null where the unit never has all of them: then there are no peers. */
  readonly year: number | null
  readonly items: readonly string[]
  /** Of the unit itself, in the order of `items`; NaN where it has none. */
  readonly own: readonly number[]
  readonly peers: readonly PeerView[]
  /** Units of the same rank that could be compared, the unit itself included. */
  readonly compared: number
  /** Units of the same rank with a report that year that lack a figure. */
  readonly leftOut: readonly UnitLabel[]
}

export interface PeerView {
  readonly unit: UnitView
  readonly distance: number
  readonly values: readonly number[]
}

/** The units of a question that stand below one other, and the answer to it of them alone. */
export interface RollUp {
  /** The city or province; null for units whose parent is not known. */
  readonly above: UnitLabel | null
  readonly answer: MatrixAnswer
}

export interface GroupDraft extends Omit<UnitGroup, 'id'> {
  readonly id: string | null
}
