import type { Unit, UnitId, UnitRegistry } from '@/domain/unit'
import type { UnitSet, UnitSetView } from './groupProtocol'
import type { Holdings } from './holdings'
import { peersOf } from './peerActions'
import { asSettings } from './settings'
import { firstYearIn, unitsSince, unitViews } from './unitViews'

const unknown: UnitSetView = { name: '', units: [] }

/** The units of a set as they are now; no name and no units for a set that is not known. */
export function unitSetOf(holdings: Holdings, set: UnitSet): UnitSetView {
  const { registry } = holdings
  const first = firstYearIn(holdings.cube)
  switch (set.kind) {
    case 'city': {
      const name = registry.byId(set.city)?.name
      if (name === undefined) return unknown
      return { name, units: viewsOf(registry, unitsSince(registry, set.city, first)) }
    }
    case 'counties': {
      const name = registry.byId(set.of)?.name
      if (name === undefined) return unknown
      return {
        name: `${name}各县`,
        units: viewsOf(registry, countiesBelow(registry, set.of, first)),
      }
    }
    case 'group': {
      const groups = asSettings(holdings.snapshot.settings).groups
      const group = groups.find(({ id }) => id === set.group)
      if (group === undefined) return unknown
      return { name: group.name, units: unitViews(registry, group.units) }
    }
    case 'peers': {
      const unit = registry.byId(set.unit)
      if (unit === undefined) return unknown
      const { peers } = peersOf(holdings, { ...set, scope: 'whole' })
      const ids = [unit.id, ...peers.map((peer) => peer.unit.id)]
      return { name: `${unit.name}及相近单位`, units: unitViews(registry, ids) }
    }
  }
}

/** Counties and zones below a unit at any depth that existed in a year or later, by code. */
function countiesBelow(registry: UnitRegistry, id: UnitId, first: number): Unit[] {
  return unitsSince(registry, id, first).flatMap((unit) => {
    if (unit.kind === 'county' || unit.kind === 'zone') return [unit]
    return unit.kind === 'city' ? countiesBelow(registry, unit.id, first) : []
  })
}

function viewsOf(registry: UnitRegistry, units: readonly Unit[]) {
  return unitViews(
    registry,
    units.map(({ id }) => id),
  )
}
