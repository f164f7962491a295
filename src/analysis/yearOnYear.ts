import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import { needsNoReport, type YearOnYear } from '@/domain/measures'
import { withoutNoise } from './decimal'
import { setRatio } from './evaluate'
import { NO_REPORT, NOT_COMPUTABLE, NUMBER, OTHER_EXTENT, SMALL_BASE, type Plane } from './plane'
import { isSmallBase } from './smallBase'

/** An item in a year and in the year before; both planes have the same index. */
export interface TwoYears {
  readonly current: Plane
  readonly before: Plane
  /** Index in `editions` plus 1, or 0 without a report; the same index as the planes. */
  readonly currentEditions: Uint8Array
  readonly beforeEditions: Uint8Array
  /** Cells in whose two years the unit was not the same (`isSameUnit`). */
  readonly otherExtents: ReadonlySet<number>
}

/**
 * Fills a plane with the change from the year before: only where both years have a number and the
 * item compares across the editions of the two reports, and the unit was the same. A relative change from 0 or from a small number
 * (`isSmallBase`) has no percentage; it keeps both numbers, and counts in the totals.
 */
export function fillChange(change: YearOnYear, years: TwoYears, plane: Plane): void {
  const { current, before, otherExtents } = years
  const comparable = comparableCells(change, years)
  for (let i = 0; i < plane.states.length; i++) {
    if (current.states[i] === NO_REPORT) continue
    plane.marks[i] = (current.marks[i] as number) | (before.marks[i] as number)
    plane.checks[i] = Math.max(current.checks[i] as number, before.checks[i] as number)
    if (comparable[i] === 1) setChange(change, years, plane, i)
    else plane.states[i] = otherExtents.has(i) ? OTHER_EXTENT : NOT_COMPUTABLE
  }
}

/** For every cell, whether a change may be given: both years have a number, of the same thing. */
export function comparableCells(change: YearOnYear, years: TwoYears): Uint8Array {
  const { current, before, currentEditions, beforeEditions, otherExtents } = years
  const compare = comparableEditions(change.item)
  return current.states.map((state, i) => {
    if (state !== NUMBER || before.states[i] !== NUMBER || otherExtents.has(i)) return 0
    const pair = (currentEditions[i] as number) * EDITION_CODES + (beforeEditions[i] as number)
    return compare[pair] as number
  })
}

/** Editions by code: 0 without a report, else 1 + index in `editions`. */
const EDITION_CODES = editions.length + 1

/** By code of this year's edition × codes + code of the edition before: 1 where they compare. */
function comparableEditions(item: string): Uint8Array {
  const isBeside = needsNoReport(item)
  return Uint8Array.from({ length: EDITION_CODES ** 2 }, (_, pair) => {
    if (isBeside) return 1
    const now = editions[Math.floor(pair / EDITION_CODES) - 1]
    const then = editions[(pair % EDITION_CODES) - 1]
    if (now === undefined || then === undefined) return 0
    return comparableAcross(item, now, then) === 'different' ? 0 : 1
  })
}

function setChange(change: YearOnYear, { current, before }: TwoYears, plane: Plane, i: number) {
  const now = current.values[i] as number
  const then = before.values[i] as number
  const difference = withoutNoise(now - then, Math.max(Math.abs(now), Math.abs(then)))
  if (change.mode === 'relative') {
    setRatio(plane, i, difference, then)
    if (plane.states[i] !== NUMBER || !isSmallBase(then)) return
    plane.values[i] = NaN
    plane.states[i] = SMALL_BASE
    return
  }
  plane.values[i] = difference
  plane.states[i] = NUMBER
}
