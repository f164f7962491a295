import type { Unit, UnitId, UnitKind, UnitTree } from '@/domain/unit'

/** Units by their parents; without a kind they are counties. */
export function unitTree(
  parents: ReadonlyMap<UnitId, UnitId>,
  kinds: ReadonlyMap<UnitId, UnitKind> = new Map(),
): UnitTree {
  const ids = new Set([...parents.keys(), ...parents.values(), ...kinds.keys()])
  const units = new Map([...ids].map((id) => [id, unitOf(id)]))
  function unitOf(id: UnitId): Unit {
    const kind = kinds.get(id) ?? 'county'
    const parent = parents.get(id) ?? null
    return { id, code: null, name: id, kind, parent, formerCodes: [], formerNames: [] }
  }
  const below = (id: UnitId) => [...units.values()].filter(({ parent }) => parent === id)
  return {
    byId: (id) => units.get(id),
    childrenOf: below,
    everBelow: below,
  }
}

/** Nothing is known of any unit. */
export const noUnits = unitTree(new Map())
