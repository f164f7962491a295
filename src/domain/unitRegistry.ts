import type { Unit, UnitEvidence, UnitId, UnitMatch, UnitRegistry, UnitText } from './unit'
import { unitIndex, type Lead, type UnitIndex } from './unitIndex'
import { areaName } from './unitNames'
import { searchUnits } from './unitSearch'

/**
 * All units known: the shipped divisions and the user's own (which may have made-up codes 99xxxx).
 * Resolving never guesses: what is written either leads to one unit, or the candidates are returned.
 */
export function createUnitRegistry(ownUnits: readonly Unit[]): UnitRegistry {
  const index = unitIndex(ownUnits)
  const ever = childrenByParent(index.units)
  return {
    byId: (id) => index.byId(id),
    resolve: (text, within) => resolveUnit(index, text, within),
    childrenOf: (id) => ever.get(id)?.filter(({ until }) => until === undefined) ?? [],
    everBelow: (id) => ever.get(id) ?? [],
    search: (text, limit) => searchUnits(index, text, limit),
    fullName: (id) => fullName(index, id),
  }
}

/** Units below each unit, those that have ended included: divisions by code, then the user's own. */
function childrenByParent(units: readonly Unit[]): ReadonlyMap<UnitId, readonly Unit[]> {
  const children = new Map<UnitId, Unit[]>()
  for (const unit of units) {
    if (unit.parent === null) continue
    const siblings = children.get(unit.parent)
    if (siblings) siblings.push(unit)
    else children.set(unit.parent, [unit])
  }
  return children
}

/** The names from the province down, e.g. 陕西省安康市汉阴县; the id itself where it is unknown. */
function fullName(index: UnitIndex, id: UnitId): string {
  const unit = index.byId(id)
  if (!unit) return id
  if (unit.parent === null || !index.byId(unit.parent)) return unit.name
  const above = fullName(index, unit.parent)
  return unit.name.startsWith(above) ? unit.name : above + unit.name
}

function resolveUnit(index: UnitIndex, text: UnitText, within: UnitId | undefined): UnitMatch {
  const code = sixDigits(text.code)
  const name = areaName(text.name)
  const byCode = code === null ? undefined : index.byCode(code)
  const byName = name === '' ? [] : leadsOf(index, name)
  if (!byCode) return matchByName(index, code, byName, within)
  const { unit } = byCode
  if (name === '') return { kind: 'one', unit, by: byCode.by }
  const same = byName.find((lead) => lead.unit === unit)
  if (same) return { kind: 'one', unit, by: weaker(byCode.by, same.by) }
  // A name that alone would mean another unit (日喀则市, once a county), beside the code of this one.
  if (unit.name === name) return { kind: 'one', unit, by: byCode.by }
  if (unit.formerNames.includes(name)) {
    return { kind: 'one', unit, by: weaker(byCode.by, 'formerName') }
  }
  return { kind: 'conflict', byCode: unit, byName: byName.map((lead) => lead.unit) }
}

/** A former code or name is worth telling the user, even where the other part is of today. */
function weaker(byCode: UnitEvidence, byName: UnitEvidence): UnitEvidence {
  if (byCode === 'formerCode') return byCode
  return byName === 'formerName' ? byName : byCode
}

function matchByName(
  index: UnitIndex,
  code: string | null,
  leads: readonly Lead[],
  within: UnitId | undefined,
): UnitMatch {
  const near = within === undefined ? [] : leads.filter(({ unit }) => isWithin(index, unit, within))
  const [first, ...others] = near.length > 0 ? near : leads
  if (!first) return { kind: 'none' }
  const candidates = [first, ...others].map(({ unit }) => unit)
  const otherProvince = code !== null && !sharesProvince(first.unit, code)
  if (others.length > 0 || otherProvince) return { kind: 'many', candidates }
  return { kind: 'one', unit: first.unit, by: first.by }
}

/** An unknown code beside a known name is passed over only where it could be that unit's. */
function sharesProvince(unit: Unit, code: string): boolean {
  return unit.code === null || unit.code.slice(0, 2) === code.slice(0, 2)
}

/** Units that a name leads to, as it stands or after the names of units above (`陕西省安康市汉阴县`). */
function leadsOf(index: UnitIndex, name: string): readonly Lead[] {
  const direct = namesakes(index, name)
  if (direct.length > 0 || name.length > LONGEST_NAME) return direct
  const found = new Map<UnitId, Lead>()
  for (let length = 2; length < name.length; length += 1) {
    const above = namesakes(index, name.slice(0, length))
    if (above.length === 0) continue
    for (const lead of leadsOf(index, name.slice(length))) {
      const isBelow = above.some(({ unit }) => isBelowUnit(index, lead.unit, unit.id))
      if (isBelow) found.set(lead.unit.id, lead)
    }
  }
  return [...found.values()]
}

/** No full name of a unit, from the province down, comes near to it. */
const LONGEST_NAME = 60

function namesakes(index: UnitIndex, name: string): readonly Lead[] {
  const full = index.byFullName(name)
  return full.length > 0 ? full : index.byShortName(name)
}

function isBelowUnit(index: UnitIndex, unit: Unit, ancestor: UnitId): boolean {
  return unit.id !== ancestor && isWithin(index, unit, ancestor)
}

function isWithin(index: UnitIndex, unit: Unit, ancestor: UnitId): boolean {
  if (unit.id === ancestor) return true
  const parent = unit.parent === null ? undefined : index.byId(unit.parent)
  return parent !== undefined && isWithin(index, parent, ancestor)
}

/**
 * Six digits of a written code: `610921`, `610921000000` (statistical, twelve digits), `610921.0` (from
 * a spreadsheet). Null for anything else, so also for a township's own twelve digits.
 */
function sixDigits(code: string): string | null {
  const digits = code
    .normalize('NFKC')
    .replace(/[\s'"\p{Cf}]/gu, '')
    .replace(/\.0+$/u, '')
  return /^(\d{6})(?:0{3}|0{6})?$/u.exec(digits)?.[1] ?? null
}
