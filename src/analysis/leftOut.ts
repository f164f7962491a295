import type { UnitId, UnitTree } from '@/domain/unit'

/** A unit of the user's own may name a parent that leads back to itself. */
const MOST_LEVELS = 8

/**
 * Positions of the units below which another of them lies: a report of a whole county or city has the
 * figures of all below it, so that a total of both would count those twice.
 */
export function unitsLeftOut(units: readonly UnitId[], tree: UnitTree): number[] {
  const parentOf = (unit: UnitId) => tree.byId(unit)?.parent ?? null
  const above = new Set<UnitId>()
  for (const unit of units) {
    let parent = parentOf(unit)
    for (let level = 0; parent !== null && level < MOST_LEVELS; level++) {
      if (parent !== unit) above.add(parent)
      parent = parentOf(parent)
    }
  }
  return units.flatMap((unit, position) => (above.has(unit) ? [position] : []))
}
