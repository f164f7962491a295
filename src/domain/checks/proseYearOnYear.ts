import type { CheckOutcome } from './evaluateIdentity'
import { isNumber, outcomeOf, type Figures } from './figures'

/** 同比 of the requests, as told. */
export const TOLD_CHANGE = 'prose.requests.yearOnYear'

/** 同比 as told, then the readings of the number it is of: 受理, 新收, 结转, 总计. */
export const yearOnYearFigures: readonly string[] = [
  TOLD_CHANGE,
  'prose.requests.received',
  'requests.new.total',
  'requests.carriedIn.total',
  'requests.processed.total',
]

/** Rounding noise of a division, far below the last digit that anyone writes. */
const NOISE = 1e-9

/**
 * P-YOY: the change told in prose (in %) is that of one reading of the requests in both years, to
 * half its last digit. Without last year's number: it must lead to a whole number of requests.
 */
export function judgeYearOnYear(now: Figures, before: Figures | null): CheckOutcome | null {
  if (!isNumber(now, 0)) return null
  const stated = now.values[0] ?? NaN
  const pairs = before === null ? [] : readingPairs(now, before)
  if (pairs.length > 0) {
    const half = halfDigit(stated)
    return outcomeOf(
      pairs.some(([value, base]) => Math.abs(100 * (value / base - 1) - stated) <= half + NOISE),
    )
  }
  const received = requestsTold(now)
  if (Number.isNaN(received)) return 'undecidable'
  return outcomeOf(impliedBase(received, stated) !== null)
}

/** 受理 as told, else 本年新收 of the table; NaN without either. */
export function requestsTold({ values }: Figures): number {
  const [, told = NaN, fresh = NaN] = values
  return Number.isNaN(told) ? fresh : told
}

/**
 * The whole number of last year's requests that a stated change implies: 30 at +58 % were 19. Null
 * where no whole number rounds to the stated change.
 */
export function impliedBase(requests: number, stated: number): number | null {
  const half = halfDigit(stated)
  const highest = 1 + (stated + half) / 100
  const lowest = 1 + (stated - half) / 100
  if (!(requests > 0) || highest <= 0) return null
  const least = (requests / highest) * (1 - NOISE)
  const most = lowest <= 0 ? Infinity : (requests / lowest) * (1 + NOISE)
  const nearest = [Math.round(requests / (1 + stated / 100)), Math.ceil(least)]
  return nearest.find((each) => Number.isFinite(each) && each >= least && each <= most) ?? null
}

/** The same reading in both years, where both have it and there is something to divide by. */
function readingPairs(now: Figures, before: Figures): (readonly [number, number])[] {
  const then = readings(before)
  return readings(now)
    .map((value, at) => [value, then[at] ?? NaN] as const)
    .filter(([value, base]) => !Number.isNaN(value) && base > 0)
}

function readings({ values }: Figures): readonly number[] {
  const [, told = NaN, fresh = NaN, carriedIn = NaN, processed = NaN] = values
  return [told, fresh, fresh + carriedIn, processed]
}

/** Half a unit of the last digit written: 0.5 for 58, 0.005 for 1.05. */
function halfDigit(stated: number): number {
  const decimals = String(stated).split('.')[1]?.length ?? 0
  return 0.5 * 10 ** -decimals
}
