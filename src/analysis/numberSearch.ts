import type { Cube } from '@/data/cube'
import { editions } from '@/data/segment'
import { isReportFact } from '@/domain/catalogue'
import { comparableAcross } from '@/domain/breaks'
import { isSameUnit } from '@/domain/extents'
import { describeItem, type Item } from '@/domain/item'
import { ownMeasures } from '@/domain/measureBook'
import { measures, needsNoReport, scaleOf } from '@/domain/measures'
import type { Scope } from '@/domain/report'
import { meansNumber, type SpokenNumber } from '@/domain/spokenNumber'
import { existedIn, type UnitId, type UnitTree } from '@/domain/unit'
import { checkMarks, type CheckFilter, type CheckMark } from './answer'
import { askedReports, type AskedReports } from './askedReports'
import { coverageOf } from './coverage'
import { DecimalSum, withoutNoise } from './decimal'
import { evaluateChecked } from './checkedItem'
import { unitsLeftOut } from './leftOut'
import { isSpokenOf, matchKinds, type MatchKind } from './matchKinds'
import { emptyPlane, leaveOutUntrusted, NUMBER, type Plane } from './plane'
import { isSmallBase } from './smallBase'
import { totalKindOf } from './totals'

/** A number on record that is the one somebody said. */
export interface NumberMatch {
  readonly kind: MatchKind
  /** Null for a sum over units. */
  readonly unit: UnitId | null
  readonly year: number
  readonly item: string
  /** To its last digit; a percentage for `change`, `totalChange` and for rates. */
  readonly value: number
  readonly check: CheckMark
  /** Only for a sum: units counted in, of those asked for. */
  readonly counted: { readonly n: number; readonly of: number } | null
  /** Only for a percentage of change: the number of the year before, where that is too small for one. */
  readonly smallBase?: number
}

/** Why two years of a unit make no change: it was merged or split between them, or their forms differ. */
export const apartReasons = ['merged', 'unlike'] as const
export type ApartReason = (typeof apartReasons)[number]

export interface NumberMatches {
  /** The first of each kind, the exact ones before those that only round to it, newer years first. */
  readonly matches: readonly NumberMatch[]
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<MatchKind, number>>
  /** How many more there would be, were it not for 只看可信; sums are of other numbers then. */
  readonly untrusted: number
  /** Changes that would be the number, if the two years could be compared, by why they cannot. */
  readonly apart: Readonly<Record<ApartReason, number>>
}

export interface NumberQuestion {
  readonly spoken: SpokenNumber
  /** Null: all that have a report. */
  readonly units: readonly UnitId[] | null
  readonly scope: Scope
  /** `trusted`: numbers that are 不平 or 不可判 are neither found nor in any sum or change. */
  readonly checks: CheckFilter
}

/** Matches of a kind that are listed; all are counted. */
const LISTED = 200

/**
 * Every figure, measure, change to the year before and sum over the units that is, rounded as it was said,
 * a spoken number. States are no numbers and match nothing; changes are only taken of one and the
 * same unit, within one form or where the item compares across both; others are counted. A sum leaves out a unit that it
 * counts the parts of; one changes over the units whose two years compare.
 */
export function searchNumber(
  cube: Cube,
  { spoken, units, scope, checks }: NumberQuestion,
  tree: UnitTree,
): NumberMatches {
  const covered = coverageOf(cube, scope)
  const ids = [...new Set(units ?? covered.units)]
  const [first, last] = [covered.years[0], covered.years.at(-1)]
  const found = new Found(spoken)
  const all = new Found(spoken)
  if (first === undefined || last === undefined) return found.result(0)
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  const asked = askedReports(cube, ids, years, scope)
  const known = unitFacts(ids, years, asked, scope, tree)
  const plane = emptyPlane(ids.length * years.length)
  for (const item of itemsOf(cube)) {
    evaluateChecked(item.id, asked, tree, plane)
    const look = { item, ids, years, asked, plane, ...known }
    if (checks === 'trusted') {
      lookAt({ ...look, found: all })
      leaveOutUntrusted(plane)
    }
    lookAt({ ...look, found })
  }
  return found.result(checks === 'trusted' ? all.ofReports() - found.ofReports() : 0)
}

/** What holds of the units whatever is looked for; by cell, but for the first. */
interface UnitFacts {
  /** Units that no sum counts. */
  readonly leftOut: ReadonlySet<number>
  /** 1 where a report could be expected. */
  readonly expected: Uint8Array
  /** 1 where the unit was merged or split since the year before. */
  readonly merged: Uint8Array
}

function unitFacts(
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

interface Look extends UnitFacts {
  readonly found: Found
  readonly item: Item
  readonly ids: readonly UnitId[]
  readonly years: readonly number[]
  readonly asked: AskedReports
  readonly plane: Plane
}

function lookAt(look: Look): void {
  const { found, ids, years, plane } = look
  for (let unit = 0; unit < ids.length; unit++) {
    for (let year = 0; year < years.length; year++) {
      const at = unit * years.length + year
      if (plane.states[at] !== NUMBER) continue
      found.take(look.item, 'value', plane.values[at] as number, () => matchAt(look, at))
      if (year > 0 && plane.states[at - 1] === NUMBER) lookAtChange(look, at)
    }
  }
  if (ids.length > 1) lookAtTotals(look)
}

function lookAtChange(look: Look, at: number): void {
  const { found, item, plane } = look
  const now = plane.values[at] as number
  const then = plane.values[at - 1] as number
  if (now === then) return
  const apart = whyApart(look, at)
  const difference = withoutNoise(now - then, Math.max(Math.abs(now), Math.abs(then)))
  const check = worse(plane.checks[at] as number, plane.checks[at - 1] as number)
  const match = () => ({ ...matchAt(look, at), check })
  const take = (kind: 'difference' | 'change', value: number, more = {}) => {
    if (apart !== null) found.leaveOut(item, kind, value, apart)
    else found.take(item, kind, value, () => ({ ...match(), ...more }))
  }
  take('difference', difference)
  if (item.isRatio || item.isSigned || then <= 0) return
  take('change', (100 * difference) / then, isSmallBase(then) ? { smallBase: then } : {})
}

/** Why a year of a unit cannot be compared with the year before; null: it can. */
function whyApart({ item, asked, merged }: Look, at: number): ApartReason | null {
  if (merged[at] === 1) return 'merged'
  return compares(item.id, asked.editions, at) ? null : 'unlike'
}

function lookAtTotals(look: Look): void {
  const { found, item, ids, years, plane, leftOut, expected } = look
  const kind = totalKindOf(item.id)
  if (kind !== 'sum' && kind !== 'ratio') return
  for (const [year, shown] of years.entries()) {
    const [total, before, now] = [new Total(look), new Total(look), new Total(look)]
    let of = 0
    for (let unit = 0; unit < ids.length; unit++) {
      const at = unit * years.length + year
      if (leftOut.has(unit)) continue
      of += expected[at] as number
      if (plane.states[at] !== NUMBER) continue
      total.add(at)
      if (year === 0 || plane.states[at - 1] !== NUMBER || whyApart(look, at) !== null) continue
      before.add(at - 1)
      now.add(at)
    }
    // The sum of one is that one.
    if (total.count < 2) continue
    const sum = { unit: null, year: shown, item: item.id }
    const counted = (n: number) => ({ n, of })
    const check = worse(total.check, 0)
    const match = () => ({ ...sum, check, counted: counted(total.count) })
    found.take(item, 'total', total.value, match)
    lookAtTotalChange(look, before, now, () => ({
      ...{ ...sum, check: worse(before.check, now.check), counted: counted(now.count) },
    }))
  }
}

function lookAtTotalChange(
  { found, item }: Look,
  before: Total,
  now: Total,
  match: () => Omit<NumberMatch, 'kind' | 'value'>,
): void {
  if (now.count < 2 || now.value === before.value) return
  const [then, today] = [before.value, now.value]
  const difference = withoutNoise(today - then, Math.max(Math.abs(today), Math.abs(then)))
  found.take(item, 'totalDifference', difference, match)
  if (item.isRatio || item.isSigned || then <= 0) return
  const more = isSmallBase(then) ? { smallBase: then } : {}
  found.take(item, 'totalChange', (100 * difference) / then, () => ({ ...match(), ...more }))
}

/** A sum over units in one year; of ratios that of the numerators over that of the denominators. */
class Total {
  readonly #look: Look
  readonly #isRatio: boolean
  readonly #above = new DecimalSum()
  readonly #below = new DecimalSum()
  check = 0

  constructor(look: Look) {
    this.#look = look
    this.#isRatio = totalKindOf(look.item.id) === 'ratio'
  }

  add(at: number): void {
    const { values, numerators, denominators, checks } = this.#look.plane
    this.#above.add((this.#isRatio ? numerators[at] : values[at]) as number)
    if (this.#isRatio) this.#below.add(denominators[at] as number)
    this.check = Math.max(this.check, checks[at] as number)
  }

  get count(): number {
    return this.#above.count
  }

  get value(): number {
    const { total } = this.#above
    return this.#isRatio ? (scaleOf(this.#look.item.id) * total) / this.#below.total : total
  }
}

function matchAt(
  { ids, years, plane, item }: Look,
  at: number,
): Omit<NumberMatch, 'kind' | 'value'> {
  return {
    unit: ids[Math.floor(at / years.length)] ?? null,
    year: years[at % years.length] ?? 0,
    item: item.id,
    check: worse(plane.checks[at] as number, 0),
    counted: null,
  }
}

function worse(one: number, other: number): CheckMark {
  return checkMarks[Math.max(one, other)] ?? 'none'
}

function compares(item: string, codes: Uint8Array, at: number): boolean {
  if (needsNoReport(item)) return true
  const now = editions[(codes[at] as number) - 1]
  const then = editions[(codes[at - 1] as number) - 1]
  if (now === undefined || then === undefined) return false
  return comparableAcross(item, now, then) !== 'different'
}

/** What there are figures of, and what can be computed from them. */
function itemsOf(cube: Cube): Item[] {
  const ids = new Set(cube.blocks.flatMap(({ positions }) => [...positions.keys()]))
  const figures = [...ids].filter((id) => !isReportFact(id))
  return [...figures, ...[...measures, ...ownMeasures()].map(({ id }) => id)].map(describeItem)
}

/** Collects what is meant; the matches themselves are made only for those. */
class Found {
  readonly #spoken: SpokenNumber
  readonly #byKind = new Map<MatchKind, NumberMatch[]>(matchKinds.map((kind) => [kind, []]))
  readonly #apart = { merged: 0, unlike: 0 }

  constructor(spoken: SpokenNumber) {
    this.#spoken = spoken
  }

  take(
    item: Item,
    kind: MatchKind,
    value: number,
    match: () => Omit<NumberMatch, 'kind' | 'value'>,
  ): void {
    if (this.#isMeant(item, kind, value)) this.#byKind.get(kind)?.push({ kind, value, ...match() })
  }

  /** Counts a change that cannot be made. */
  leaveOut(item: Item, kind: MatchKind, value: number, reason: ApartReason): void {
    if (this.#isMeant(item, kind, value)) this.#apart[reason] += 1
  }

  #isMeant(item: Item, kind: MatchKind, value: number): boolean {
    return meansNumber(this.#spoken, value) && isSpokenOf(this.#spoken, item, kind)
  }

  /** How many are of single reports: no sums. */
  ofReports(): number {
    const count = (kind: MatchKind) => this.#byKind.get(kind)?.length ?? 0
    return count('value') + count('difference') + count('change')
  }

  result(untrusted: number): NumberMatches {
    const all = (kind: MatchKind) => this.#byKind.get(kind) ?? []
    const exact = ({ value }: NumberMatch) =>
      Math.abs(value) === Math.abs(this.#spoken.value) ? 0 : 1
    return {
      untrusted,
      apart: { ...this.#apart },
      matches: matchKinds.flatMap((kind) =>
        all(kind)
          .toSorted((a, b) => exact(a) - exact(b) || b.year - a.year)
          .slice(0, LISTED),
      ),
      counts: {
        value: all('value').length,
        difference: all('difference').length,
        change: all('change').length,
        total: all('total').length,
        totalDifference: all('totalDifference').length,
        totalChange: all('totalChange').length,
      },
    }
  }
}
