import { divisionUnits } from './divisions'
import type { Unit, UnitEvidence, UnitId } from './unit'
import { areaName, shortNames } from './unitNames'

/** A unit that a name or code leads to, and how. */
export interface Lead {
  readonly unit: Unit
  readonly by: UnitEvidence
}

/** What leads to units: their codes, and all ways of writing their names. */
export interface UnitIndex {
  byId(id: UnitId): Unit | undefined
  byCode(code: string): Lead | undefined
  /** By full names, present and former; a name shared by several gives them all. */
  byFullName(name: string): readonly Lead[]
  /** By shortened names, which count only where no full name is meant. */
  byShortName(name: string): readonly Lead[]
  readonly units: readonly Unit[]
}

let shipped: UnitIndex | undefined

/** The shipped divisions with the user's own units over them. */
export function unitIndex(ownUnits: readonly Unit[]): UnitIndex {
  shipped ??= indexOf(divisionUnits(), true)
  return ownUnits.length === 0 ? shipped : joined(indexOf(ownUnits, false), shipped)
}

function joined(own: UnitIndex, below: UnitIndex): UnitIndex {
  return {
    units: [...below.units, ...own.units],
    byId: (id) => own.byId(id) ?? below.byId(id),
    byCode: (code) => own.byCode(code) ?? below.byCode(code),
    byFullName: (name) => [...own.byFullName(name), ...below.byFullName(name)],
    byShortName: (name) => below.byShortName(name),
  }
}

function indexOf(units: readonly Unit[], divisions: boolean): UnitIndex {
  const ids = new Map(units.map((unit) => [unit.id, unit]))
  const codes = codeLeads(units)
  const full = fullNames(units, divisions)
  let short: Leads | undefined
  return {
    units,
    byId: (id) => ids.get(id),
    byCode: (code) => codes.get(code),
    byFullName: (name) => full.get(name) ?? [],
    byShortName: (name) => {
      // Most files write full names: the short ones are made when one is missed.
      short ??= divisions ? shortened(units) : new Map()
      return short.get(name) ?? []
    },
  }
}

type Leads = ReadonlyMap<string, readonly Lead[]>

function add(leads: Map<string, Lead[]>, name: string, lead: Lead): void {
  const namesakes = leads.get(name)
  if (namesakes) namesakes.push(lead)
  else leads.set(name, [lead])
}

/** A code of today before the same code of former days. */
function codeLeads(units: readonly Unit[]): ReadonlyMap<string, Lead> {
  const leads = new Map<string, Lead>()
  for (const unit of units) {
    for (const code of unit.formerCodes) leads.set(code, { unit, by: 'formerCode' })
  }
  for (const unit of units) if (unit.code !== null) leads.set(unit.code, { unit, by: 'code' })
  return leads
}

function fullNames(units: readonly Unit[], divisions: boolean): Leads {
  const leads = new Map<string, Lead[]>()
  // The shipped names are those of areas; the user's own may be written as a government's.
  const written = divisions ? (name: string) => name : areaName
  for (const unit of units) {
    add(leads, written(unit.name), { unit, by: 'name' })
    for (const name of unit.formerNames) add(leads, written(name), { unit, by: 'formerName' })
  }
  for (const [name, shared] of leads) if (shared.length > 1) leads.set(name, meant(shared))
  return leads
}

function shortened(units: readonly Unit[]): Leads {
  const leads = new Map<string, Lead[]>()
  for (const unit of units) {
    for (const { name, by } of shortNames(unit.name, unit.kind)) add(leads, name, { unit, by })
    for (const former of unit.formerNames) {
      for (const { name } of shortNames(former, unit.kind)) {
        const known = leads.get(name)?.some((lead) => lead.unit === unit)
        if (known !== true) add(leads, name, { unit, by: 'alias' })
      }
    }
  }
  return leads
}

/**
 * Of units that share a full name, those that can be meant without more being said: not a county that
 * lent its name to the city above it (铜仁市), nor one that ended beside its namesake in the same city
 * (崇川区). Their codes still lead to them.
 */
function meant(leads: Lead[]): Lead[] {
  const present = leads.filter(({ unit, by }) => by === 'name' && unit.until === undefined)
  return leads.filter((lead) => {
    if (present.includes(lead)) return true
    return !present.some(
      ({ unit }) => unit.id === lead.unit.parent || unit.parent === lead.unit.parent,
    )
  })
}
