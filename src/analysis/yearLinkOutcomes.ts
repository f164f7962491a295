import { numberLimit, stateAt } from '@/data/column'
import type { Cube, RowSelection } from '@/data/cube'
import { reportSlots } from '@/data/reportedRows'
import { editions, missingStates, REPORT_SCOPES, scopes } from '@/data/segment'
import { indicatorsOf, yearLinks, type YearLink } from '@/domain/checks/yearLink'
import { checkMarks } from './answer'

const PASSED = checkMarks.indexOf('passed')
const UNDECIDABLE = checkMarks.indexOf('undecidable')
const FAILED = checkMarks.indexOf('failed')
const NOT_APPLICABLE = 1 + missingStates.indexOf('notApplicable')
const ABSENT = 1 + missingStates.indexOf('absent')

/** Every two consecutive reports of one unit and scope, by their slots in the cube's index. */
interface Pairs {
  readonly thisYear: Int32Array
  readonly lastYear: Int32Array
}

/** Outcomes by pair; a cube never changes. */
interface Judged {
  readonly pairs: Pairs
  readonly outcomes: Map<YearLink, Uint8Array>
}

const judgedCubes = new WeakMap<Cube, Judged>()

/**
 * Worst outcome of the links that any of the indicators stands in, by slot of the cube's index, index
 * in `checkMarks`; both reports that a link joins are marked. Null where no link speaks of them.
 */
export function worstLinkOutcomes(cube: Cube, indicators: readonly string[]): Uint8Array | null {
  const concerned = yearLinks.filter((link) =>
    indicatorsOf(link).some((indicator) => indicators.includes(indicator)),
  )
  if (concerned.length === 0) return null
  const { pairs, outcomes } = judgedOf(cube)
  const worst = new Uint8Array(cube.index.rows.length)
  for (const link of concerned) {
    let outcome = outcomes.get(link)
    if (!outcome) outcomes.set(link, (outcome = judge(cube, link, pairs)))
    if (speaksOf(link, 'thisYear', indicators)) raise(worst, pairs.thisYear, outcome)
    if (speaksOf(link, 'lastYear', indicators)) raise(worst, pairs.lastYear, outcome)
  }
  return worst
}

/** Outcome of a link by slot of this year's report, index in `checkMarks`; 0 where it is not made. */
export function judgeLink(cube: Cube, link: YearLink): Uint8Array {
  const { pairs, outcomes } = judgedOf(cube)
  let outcome = outcomes.get(link)
  if (!outcome) outcomes.set(link, (outcome = judge(cube, link, pairs)))
  const bySlot = new Uint8Array(cube.index.rows.length)
  raise(bySlot, pairs.thisYear, outcome)
  return bySlot
}

function judgedOf(cube: Cube): Judged {
  let judged = judgedCubes.get(cube)
  if (!judged)
    judgedCubes.set(
      cube,
      (judged = { pairs: pairsOf(cube), outcomes: new Map<YearLink, Uint8Array>() }),
    )
  return judged
}

function pairsOf(cube: Cube): Pairs {
  const thisYear: number[] = []
  const lastYear: number[] = []
  const reported = reportSlots(cube)
  const years = cube.years.length
  for (let unit = 0; unit < cube.units.length; unit++) {
    for (let year = 1; year < years; year++) {
      if (cube.years[year] !== (cube.years[year - 1] as number) + 1) continue
      for (let scope = 0; scope < REPORT_SCOPES; scope++) {
        const slot = (unit * years + year) * scopes.length + scope
        if (reported[slot] !== 1 || reported[slot - scopes.length] !== 1) continue
        thisYear.push(slot)
        lastYear.push(slot - scopes.length)
      }
    }
  }
  return { thisYear: Int32Array.from(thisYear), lastYear: Int32Array.from(lastYear) }
}

function judge(cube: Cube, link: YearLink, pairs: Pairs): Uint8Array {
  const count = pairs.thisYear.length
  const now = cube.select(pairs.thisYear)
  const before = cube.select(pairs.lastYear)
  const difference = new Float64Array(count)
  const outcome = new Uint8Array(count).fill(PASSED)
  take(now, link.figure, 1, difference, outcome)
  for (const { indicator, of, sign } of link.terms) {
    take(of === 'thisYear' ? now : before, indicator, sign === 1 ? -1 : 1, difference, outcome)
  }
  if (link.edition !== null) {
    leaveOutOtherEditions(now, link.edition, outcome)
    leaveOutOtherEditions(before, link.edition, outcome)
  }
  for (let pair = 0; pair < count; pair++) {
    if (outcome[pair] === PASSED && difference[pair] !== 0) outcome[pair] = FAILED
  }
  return outcome
}

/** Adds a figure to each pair's difference; without a number the pair cannot be judged, or is not made. */
function take(
  selections: readonly RowSelection[],
  indicator: string,
  sign: 1 | -1,
  difference: Float64Array,
  outcome: Uint8Array,
): void {
  for (const { block, rows, targets } of selections) {
    const column = block.columns[block.positions.get(indicator) ?? -1]
    for (let at = 0; at < rows.length; at++) {
      const pair = targets[at] as number
      if (outcome[pair] === 0) continue
      if (!column) {
        outcome[pair] = 0
        continue
      }
      const row = rows[at] as number
      const value = column.values[row] as number
      if (value < numberLimit(column.values)) {
        difference[pair] = (difference[pair] as number) + sign * value
        continue
      }
      const state = stateAt(column, row)
      if (state === ABSENT) outcome[pair] = 0
      else if (state !== NOT_APPLICABLE) outcome[pair] = UNDECIDABLE
    }
  }
}

function leaveOutOtherEditions(
  selections: readonly RowSelection[],
  edition: (typeof editions)[number],
  outcome: Uint8Array,
): void {
  const wanted = editions.indexOf(edition)
  for (const { block, rows, targets } of selections) {
    for (let at = 0; at < rows.length; at++) {
      if (block.edition[rows[at] as number] !== wanted) outcome[targets[at] as number] = 0
    }
  }
}

function raise(marks: Uint8Array, slots: Int32Array, outcome: Uint8Array): void {
  for (let pair = 0; pair < slots.length; pair++) {
    const slot = slots[pair] as number
    const mark = outcome[pair] as number
    if (mark > (marks[slot] as number)) marks[slot] = mark
  }
}

function speaksOf(
  link: YearLink,
  of: 'thisYear' | 'lastYear',
  indicators: readonly string[],
): boolean {
  const isFigure = of === 'thisYear' && indicators.includes(link.figure)
  return (
    isFigure || link.terms.some((term) => term.of === of && indicators.includes(term.indicator))
  )
}
