import type { Cube } from '@/data/cube'
import { isReportFact } from '@/domain/catalogue'
import { describeItem, type Item } from '@/domain/item'
import { ownMeasures } from '@/domain/measureBook'
import { measures } from '@/domain/measures'
import type { Scope } from '@/domain/report'
import type { SpokenNumber } from '@/domain/spokenNumber'
import type { UnitId, UnitTree } from '@/domain/unit'
import type { CheckFilter } from './answer'
import { askedReports } from './askedReports'
import { evaluateChecked } from './checkedItem'
import { coverageOf } from './coverage'
import { withoutNoise } from './decimal'
import { FoundNumbers, type NumberMatch, type NumberMatches } from './foundNumbers'
import { emptyPlane, leaveOutUntrusted, NUMBER } from './plane'
import { isSmallBase } from './smallBase'
import { comparableForms, unitFacts, whyApart, worse, type Look } from './soughtNumbers'
import { lookAtTotals } from './sumSearch'

export interface NumberQuestion {
  readonly spoken: SpokenNumber
  /** Null: all that have a report. */
  readonly units: readonly UnitId[] | null
  readonly scope: Scope
  /** `trusted`: numbers that are 不平 or 不可判 are neither found nor in any sum or change. */
  readonly checks: CheckFilter
}

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
  const found = new FoundNumbers(spoken)
  const all = new FoundNumbers(spoken)
  if (first === undefined || last === undefined) return found.result(0)
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place)
  const asked = askedReports(cube, ids, years, scope)
  const known = unitFacts(ids, years, asked, scope, tree)
  const plane = emptyPlane(ids.length * years.length)
  for (const item of itemsOf(cube)) {
    evaluateChecked(item.id, asked, tree, plane)
    const comparable = comparableForms(item.id)
    const look = { item, ids, years, asked, plane, comparable, ...known }
    if (checks === 'trusted') {
      lookAt({ ...look, found: all })
      leaveOutUntrusted(plane)
    }
    lookAt({ ...look, found })
  }
  return found.result(checks === 'trusted' ? all.ofReports() - found.ofReports() : 0)
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

/** What there are figures of, and what can be computed from them. */
function itemsOf(cube: Cube): Item[] {
  const ids = new Set(cube.blocks.flatMap(({ positions }) => [...positions.keys()]))
  const figures = [...ids].filter((id) => !isReportFact(id))
  return [...figures, ...[...measures, ...ownMeasures()].map(({ id }) => id)].map(describeItem)
}
