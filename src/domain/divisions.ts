import divisionRows from './divisions.json'
import { extentChanges } from './extents'
import successionLists from './successions.json'
import type { Unit, UnitId, UnitKind } from './unit'

type Pair = readonly [formerCode: string, formerName: string, nextCode: string]

const rows = divisionRows as [code: string, name: string][]
const pairs = successionLists.pairs as unknown as readonly Pair[]
const firstYears = new Map(successionLists.since as [code: string, year: number][])
const ended = successionLists.ended as [code: string, name: string, until: number][]

const codes: ReadonlySet<string> = new Set(rows.map(([code]) => code))

/** Id of a unit of the shipped list. */
export function divisionId(code: string): UnitId {
  return `cn:${code}`
}

/** GB/T 2260: two digits province, two city, two county. */
function kindOf(code: string): UnitKind {
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/**
 * The unit above: the city by code prefix, else the province. So the counties of a municipality
 * (110101), and those directly below a province (419001, 429004, 469001, 659001), whose prefix is no
 * city's, stand below the province.
 */
function parentOf(code: string): UnitId | null {
  if (code.endsWith('0000')) return null
  const city = `${code.slice(0, 4)}00`
  const parent = city !== code && codes.has(city) ? city : `${code.slice(0, 2)}0000`
  return divisionId(parent)
}

/** Former codes and names of every unit of today, nearest first, chains of successions followed. */
function formerIdentities(): ReadonlyMap<string, readonly Pair[]> {
  const before = new Map<string, Pair[]>()
  for (const pair of pairs) before.set(pair[2], [...(before.get(pair[2]) ?? []), pair])
  const trace = (code: string, seen: ReadonlySet<string>): readonly Pair[] =>
    (before.get(code) ?? []).flatMap((pair) => {
      const [former] = pair
      if (former === code) return [pair]
      // 定州 and 辛集 had another code for some years and went back to the first.
      return seen.has(former) ? [pair] : [pair, ...trace(former, new Set([...seen, former]))]
    })
  return new Map([...before.keys()].map((code) => [code, trace(code, new Set([code]))]))
}

function distinct(values: readonly string[], except: string): readonly string[] {
  return [...new Set(values)].filter((value) => value !== except)
}

function currentUnits(): Unit[] {
  const former = formerIdentities()
  const changes = extentChanges()
  return rows.map(([code, name]) => {
    const earlier = former.get(code) ?? []
    const since = firstYears.get(code)
    const extents = changes.get(code)
    return {
      id: divisionId(code),
      code,
      name,
      kind: kindOf(code),
      parent: parentOf(code),
      formerCodes: distinct(
        earlier.map(([formerCode]) => formerCode),
        code,
      ),
      formerNames: distinct(
        earlier.map(([, formerName]) => formerName),
        name,
      ),
      ...(since === undefined ? {} : { since }),
      ...(extents === undefined ? {} : { extents }),
    }
  })
}

function endedUnits(): Unit[] {
  return ended.map(([code, name, until]) => ({
    id: divisionId(code),
    code,
    name,
    kind: 'county',
    parent: parentOf(code),
    formerCodes: [],
    formerNames: [],
    until,
  }))
}

let units: readonly Unit[] | undefined

/**
 * Provinces, cities and counties of GB/T 2260 (the Ministry's list of 2024) by code, then the counties
 * that were merged or split (`until`). One unit has all codes and names it had: 旬阳县 610928 and 旬阳市
 * 610981 are `cn:610981`.
 */
export function divisionUnits(): readonly Unit[] {
  units ??= [...currentUnits(), ...endedUnits()]
  return units
}
