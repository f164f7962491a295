import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import { isSameUnit } from '@/domain/extents'
import type { ReportEdition } from '@/domain/indicator'
import type { Item } from '@/domain/item'
import { needsNoReport } from '@/domain/measures'
import type { Scope } from '@/domain/report'
import { existedIn, type UnitId, type UnitTree } from '@/domain/unit'
import { checkMarks, type CheckMark } from './answer'
import type { AskedReports } from './askedReports'
import type { ApartReason, FoundNumbers } from './foundNumbers'
import { unitsLeftOut } from './leftOut'
import type { Plane } from './plane'

/** What holds of the units whatever is looked for; by cell, but for the first. */
interface UnitFacts {
  /** Units that no sum counts. */
  readonly leftOut: ReadonlySet<number>
  /** 1 where a report could be expected. */
  readonly expected: Uint8Array
  /** 1 where the unit was merged or split since the year before. */
  readonly merged: Uint8Array
}

/** What holds of these units in these years. */
export function unitFacts(
  ids: readonly UnitId[],
  years: readonly number[],
  { editions: codes }: AskedReports,
  scope: Scope,
  tree: UnitTree,
): UnitFacts {
  const expected = new Uint8Array(codes.length)
  const merged = new Uint8Array(codes.length)
  for (const [place, id] of ids.entries()) {
    const unit = tree.byId(id)
    for (const [column, year] of years.entries()) {
      const at = place * years.length + column
      if (unit === undefined || existedIn(unit, year) || codes[at] !== 0) expected[at] = 1
      if (unit !== undefined && !isSameUnit(unit, year - 1, year)) merged[at] = 1
    }
  }
  return { leftOut: new Set(scope === 'whole' ? unitsLeftOut(ids, tree) : []), expected, merged }
}

/** One item of all units and years, among whose numbers one is looked for. */
export interface Look extends UnitFacts {
  readonly found: FoundNumbers
  readonly item: Item
  readonly ids: readonly UnitId[]
  readonly years: readonly number[]
  readonly asked: AskedReports
  readonly plane: Plane
  /** Of the item, as `comparableForms` gives it: asked for at every cell. */
  readonly comparable: Uint8Array
}

/** Why a year of a unit cannot be compared with the year before; null: it can. */
export function whyApart({ asked, merged, comparable }: Look, at: number): ApartReason | null {
  if (merged[at] === 1) return 'merged'
  const [now, then] = [asked.editions[at] as number, asked.editions[at - 1] as number]
  return comparable[now * CODES + then] === 1 ? null : 'unlike'
}

/** Codes of an edition in `AskedReports`, that of no report among them. */
const CODES = 1 + editions.length

/** 1 where an item compares across two editions, by their codes: that of the later year × `CODES` + the other. */
export function comparableForms(item: string): Uint8Array {
  const forms = [undefined, ...editions]
  return Uint8Array.from(
    forms.flatMap((now) => forms.map((then) => Number(compares(item, now, then)))),
  )
}

function compares(item: string, now?: ReportEdition, then?: ReportEdition): boolean {
  if (needsNoReport(item)) return true
  if (now === undefined || then === undefined) return false
  return comparableAcross(item, now, then) !== 'different'
}

/** The mark of the worse of two outcomes, by their places in `checkMarks`. */
export function worse(one: number, other: number): CheckMark {
  return checkMarks[Math.max(one, other)] ?? 'none'
}
