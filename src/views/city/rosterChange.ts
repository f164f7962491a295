import type { Settings } from '@/engine/statusProtocol'
import type { UnitView } from '@/engine/unitProtocol'
import type { UnitId } from '@/domain/unit'

export type RosterPart = Pick<Settings, 'rosterAdded' | 'rosterRemoved'>

/** Puts a unit on the roster: one that was taken off comes back, any other is added. */
export function withUnit(roster: RosterPart, id: UnitId): RosterPart {
  if (roster.rosterRemoved.includes(id)) {
    return { ...roster, rosterRemoved: roster.rosterRemoved.filter((other) => other !== id) }
  }
  if (roster.rosterAdded.includes(id)) return roster
  return { ...roster, rosterAdded: [...roster.rosterAdded, id] }
}

/** Takes a unit off the roster: an added one goes, a county of the city is noted as removed. */
export function withoutUnit(roster: RosterPart, id: UnitId): RosterPart {
  if (roster.rosterAdded.includes(id)) {
    return { ...roster, rosterAdded: roster.rosterAdded.filter((other) => other !== id) }
  }
  if (roster.rosterRemoved.includes(id)) return roster
  return { ...roster, rosterRemoved: [...roster.rosterRemoved, id] }
}

/** The settings for another city: what was added to and taken off the old one's roster goes with it. */
export function withCity(settings: Pick<Settings, 'city'>, city: UnitId | null): Partial<Settings> {
  if (settings.city === city) return {}
  return { city, rosterAdded: [], rosterRemoved: [] }
}

/** Whether a unit can be 本市: one that has counties below it. */
export function canBeCity({ kind }: Pick<UnitView, 'kind'>): boolean {
  return kind === 'city' || kind === 'province'
}
