import type { Extended } from './extents'

/** `cn:` + code of the shipped list, or a UUID for a unit of the user's own. */
export type UnitId = string

export type UnitKind = 'province' | 'city' | 'county' | 'zone' | 'department' | 'township'

/** A body that reports. */
export interface Unit extends Extended {
  readonly id: UnitId
  /** Six digits of GB/T 2260, or null for a unit that has no code. */
  readonly code: string | null
  readonly name: string
  readonly kind: UnitKind
  readonly parent: UnitId | null
  readonly formerCodes: readonly string[]
  readonly formerNames: readonly string[]
  /** First and last report year it can have, under any of its codes; absent: not known to be limited. */
  readonly since?: number
  readonly until?: number
}

/** Whether the unit can have a report for the year; true where nothing is known to the contrary. */
export function existedIn(unit: Unit, year: number): boolean {
  const { since = -Infinity, until = Infinity } = unit
  return since <= year && year <= until
}

/** A unit of the user's own may name a parent that leads back to itself. */
const MOST_LEVELS = 8

/** A county, or an organ, zone or township below one; or what stands above. */
export type UnitLevel = 'ofCounty' | 'aboveCounty'

/** The level of a unit, by itself and what it lies below. */
export function levelOf(unit: Unit, tree: Pick<UnitTree, 'byId'>): UnitLevel {
  let at: Unit | undefined = unit
  for (let steps = 0; at !== undefined && steps < MOST_LEVELS; steps++) {
    if (at.kind === 'county' || at.kind === 'township') return 'ofCounty'
    at = at.parent === null ? undefined : tree.byId(at.parent)
  }
  return 'aboveCounty'
}

/** How a written name or code led to a unit. */
export type UnitEvidence = 'code' | 'formerCode' | 'name' | 'formerName' | 'shortName' | 'alias'

/** Several candidates are a question for the user, never a guess. */
export type UnitMatch =
  | { readonly kind: 'one'; readonly unit: Unit; readonly by: UnitEvidence }
  | { readonly kind: 'many'; readonly candidates: readonly Unit[] }
  /** The code belongs to one unit and the name to another. */
  | { readonly kind: 'conflict'; readonly byCode: Unit; readonly byName: readonly Unit[] }
  | { readonly kind: 'none' }

/** What a file says of a unit; either part may be empty. */
export interface UnitText {
  readonly code: string
  readonly name: string
}

/** What kind a unit is of, and what lies above and below it. */
export interface UnitTree {
  byId(id: UnitId): Unit | undefined
  /** Units of today. */
  childrenOf(id: UnitId): readonly Unit[]
  /** With those that were merged or split since. */
  everBelow(id: UnitId): readonly Unit[]
}

/** All units known: the shipped divisions and the user's own. */
export interface UnitRegistry extends UnitTree {
  /** `within` narrows a shared name to the units below it (e.g. 本市). */
  resolve(text: UnitText, within?: UnitId): UnitMatch
  /** Units whose name, former name or code begins with or contains the text, best first. */
  search(text: string, limit: number): readonly Unit[]
  /** e.g. 陕西省安康市汉阴县. */
  fullName(id: UnitId): string
}

/** In place of the name of a unit that is not known here, as one in a link from another machine. */
export const unknownUnit = '未知单位'
