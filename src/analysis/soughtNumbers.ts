import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import { isSameUnit } from '@/domain/extents'
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
}

/** Why a year of a unit cannot be compared with the year before; null: it can. */
export function whyApart({ item, asked, merged }: Look, at: number): ApartReason | null {
  if (merged[at] === 1) return 'merged'
  return compares(item.id, asked.editions, at) ? null : 'unlike'
}

function compares(item: string, codes: Uint8Array, at: number): boolean {
  if (needsNoReport(item)) return true
  const now = editions[(codes[at] as number) - 1]
  const then = editions[(codes[at - 1] as number) - 1]
  if (now === undefined || then === undefined) return false
  return comparableAcross(item, now, then) !== 'different'
}

/** The mark of the worse of two outcomes, by their places in `checkMarks`. */
export function worse(one: number, other: number): CheckMark {
  return checkMarks[Math.max(one, other)] ?? 'none'
}
