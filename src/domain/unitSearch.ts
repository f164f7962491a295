import type { Unit } from './unit'
import type { UnitIndex } from './unitIndex'

/**
 * Units whose name, former name or code begins with or contains the text, best first; among equals
 * provinces before cities before counties, then by code. Several words are names of units above and
 * the unit's own (`安康 汉阴`).
 */
export function searchUnits(index: UnitIndex, text: string, limit: number): readonly Unit[] {
  const words = text.normalize('NFKC').trim().split(/\s+/u)
  const own = words.at(-1) ?? ''
  if (own === '') return []
  const above = words.slice(0, -1)
  const found = index.units.flatMap((unit) => {
    const rank = rankOf(unit, own)
    return rank === null || !above.every((word) => liesBelow(index, unit, word))
      ? []
      : [{ unit, rank: rank + (unit.until === undefined ? 0 : ENDED) }]
  })
  return found
    .toSorted((a, b) => a.rank - b.rank || levels[a.unit.kind] - levels[b.unit.kind])
    .slice(0, limit)
    .map(({ unit }) => unit)
}

/** Units that no longer exist come after all that do. */
const ENDED = 100

const levels: Readonly<Record<Unit['kind'], number>> = {
  province: 0,
  city: 1,
  county: 2,
  zone: 3,
  department: 4,
  township: 5,
}

/** 0 is best; null: no match. */
function rankOf(unit: Unit, text: string): number | null {
  const { name, code, formerNames, formerCodes } = unit
  if (name === text || code === text) return 0
  if (name.startsWith(text)) return 1
  if (formerNames.includes(text) || formerCodes.includes(text)) return 2
  if (code?.startsWith(text)) return 3
  if (formerNames.some((former) => former.startsWith(text))) return 4
  if (name.includes(text)) return 5
  if (formerNames.some((former) => former.includes(text))) return 6
  return null
}

function liesBelow(index: UnitIndex, unit: Unit, word: string): boolean {
  const parent = unit.parent === null ? undefined : index.byId(unit.parent)
  return parent !== undefined && (parent.name.includes(word) || liesBelow(index, parent, word))
}
