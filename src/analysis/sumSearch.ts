import { scaleOf } from '@/domain/measures'
import { DecimalSum, withoutNoise } from './decimal'
import type { NumberMatch } from './foundNumbers'
import { NUMBER } from './plane'
import { isSmallBase } from './smallBase'
import { whyApart, worse, type Look } from './soughtNumbers'
import { totalKindOf } from './totals'

/** Looks at the sum over the units in every year, and at its change over those whose two years compare. */
export function lookAtTotals(look: Look): void {
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
      ...sum,
      check: worse(before.check, now.check),
      counted: counted(now.count),
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
