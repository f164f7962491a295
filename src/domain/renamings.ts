import renamingRows from './renamings.json'
import type { UnitId } from './unit'

/** A unit that went on under another name, mostly a county that became a district or a city. */
export interface Renaming {
  readonly from: string
  readonly to: string
  /**
   * The first and the last year in which it can have been: the lists of units are of so many dates only
   * (`fixtures/divisions/README.md`). The same where the year is known.
   */
  readonly years: readonly [first: number, last: number]
}

const rows = renamingRows as [code: string, from: string, to: string, first: number, last: number][]
let known: ReadonlyMap<UnitId, readonly Renaming[]> | undefined

/** The renamings of a unit of the shipped list since 2008, the first of them first. */
export function renamingsOf(unit: UnitId): readonly Renaming[] {
  known ??= byUnit()
  return known.get(unit) ?? []
}

/**
 * What a unit of the shipped list was called in a year before it was renamed. Null where it has its name
 * of today, or may have had it: the lists do not always tell the year.
 */
export function formerNameIn(unit: UnitId, year: number): string | null {
  return renamingsOf(unit).find(({ years }) => year < years[0])?.from ?? null
}

function byUnit(): ReadonlyMap<UnitId, readonly Renaming[]> {
  const units = new Map<UnitId, Renaming[]>()
  for (const [code, from, to, first, last] of rows) {
    const id = `cn:${code}`
    units.set(id, [...(units.get(id) ?? []), { from, to, years: [first, last] }])
  }
  return units
}
