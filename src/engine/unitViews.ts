import type { UnitLabel } from '@/analysis/answer'
import { coverageOf } from '@/analysis/coverage'
import type { MatrixContext } from '@/analysis/matrix'
import type { Cube } from '@/data/cube'
import { unknownUnit, type Unit, type UnitId, type UnitRegistry } from '@/domain/unit'
import type { Settings } from './statusProtocol'
import type { UnitView } from './unitProtocol'

/** A unit as pages show it. */
export function unitView(registry: UnitRegistry, unit: Unit): UnitView {
  const { id, code, name, kind, parent, formerNames } = unit
  return { id, code, name, fullName: registry.fullName(id), kind, parent, formerNames }
}

/** Views of the units that are known. */
export function unitViews(registry: UnitRegistry, ids: readonly UnitId[]): UnitView[] {
  return ids.flatMap((id) => {
    const unit = registry.byId(id)
    return unit === undefined ? [] : [unitView(registry, unit)]
  })
}

/** What an answer says of a unit; one that is not known, or no longer, has no name. */
export function unitLabel(registry: UnitRegistry, id: UnitId): UnitLabel {
  const unit = registry.byId(id)
  if (unit === undefined) return { id, code: null, name: unknownUnit, since: null, until: null }
  const { code, name, since, until, extents } = unit
  const label = { id, code, name, since: since ?? null, until: until ?? null }
  return extents === undefined ? label : { ...label, extents }
}

/** What the registry tells an answer of its units. */
export function answerContext(registry: UnitRegistry): Omit<MatrixContext, 'dataVersion'> {
  return {
    label: (id) => unitLabel(registry, id),
    units: registry,
  }
}

/**
 * The units that the user watches: the counties and zones of 本市, and those added, less those removed. Those
 * merged or split since count for the years on record in which they were: from `first` on.
 */
export function rosterOf(registry: UnitRegistry, settings: Settings, first: number): UnitView[] {
  const { city, rosterAdded, rosterRemoved } = settings
  const children = city === null ? [] : unitsSince(registry, city, first)
  const below = children.filter(({ kind }) => kind === 'county' || kind === 'zone')
  const ids = new Set([...below.map(({ id }) => id), ...rosterAdded])
  for (const id of rosterRemoved) ids.delete(id)
  return unitViews(registry, [...ids])
}

/** The units below another that existed in a year or later, those of today first. */
export function unitsSince(registry: UnitRegistry, above: UnitId, first: number): readonly Unit[] {
  const ended = registry
    .everBelow(above)
    .filter(({ until }) => until !== undefined && until >= first)
  return [...registry.childrenOf(above), ...ended]
}

/** The first year with a report; Infinity without one. */
export function firstYearIn(cube: Cube): number {
  return coverageOf(cube, null).years[0] ?? Infinity
}

/** A new id for a unit of the user's own. (`crypto.randomUUID` is not there on plain http.) */
export function newUnitId(): UnitId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
