import type { CubeBlock } from '@/data/cube'
import { numberLimit, stateAt } from '@/data/column'
import { identities, operandsOf, type Identity, type Operand } from '@/domain/checks/identity'
import { missingStates } from '@/data/segment'
import { checkMarks } from './answer'

const PASSED = checkMarks.indexOf('passed')
const UNDECIDABLE = checkMarks.indexOf('undecidable')
const FAILED = checkMarks.indexOf('failed')

const NOT_APPLICABLE = 1 + missingStates.indexOf('notApplicable')
const ABSENT = 1 + missingStates.indexOf('absent')

/**
 * Outcomes by identity. Columns never change and go from one fold to the next, so what was judged
 * once stays, also after a batch or a correction was added.
 */
const judged = new WeakMap<CubeBlock['columns'], Map<Identity, Uint8Array>>()

const identitiesByIndicator: ReadonlyMap<string, readonly Identity[]> = group()

function group(): Map<string, Identity[]> {
  const groups = new Map<string, Identity[]>()
  for (const identity of identities) {
    for (const indicator of operandsOf(identity)) {
      const found = groups.get(indicator)
      if (found) found.push(identity)
      else groups.set(indicator, [identity])
    }
  }
  return groups
}

/** The identities that an indicator stands in; none for licences, penalties, fees: 无勾稽. */
export function identitiesOf(indicator: string): readonly Identity[] {
  return identitiesByIndicator.get(indicator) ?? []
}

/**
 * Outcome of an identity for every row of a block, index in `checkMarks`: 0 where the report's form
 * has not the operands. The same judgement as `evaluateIdentity`, by columns.
 */
export function judgeBlock(block: CubeBlock, identity: Identity): Uint8Array {
  let outcomes = judged.get(block.columns)
  if (!outcomes) judged.set(block.columns, (outcomes = new Map<Identity, Uint8Array>()))
  const known = outcomes.get(identity)
  if (known) return known
  const outcome = compare(block, identity)
  outcomes.set(identity, outcome)
  return outcome
}

/**
 * Worst outcome of all identities that any of the indicators stands in, for every row of a block;
 * null where no identity covers them.
 */
export function worstOutcomes(block: CubeBlock, indicators: readonly string[]): Uint8Array | null {
  const concerned = new Set(indicators.flatMap(identitiesOf))
  if (concerned.size === 0) return null
  const worst = new Uint8Array(block.rows)
  for (const identity of concerned) {
    const outcome = judgeBlock(block, identity)
    for (let row = 0; row < block.rows; row++) {
      const mark = outcome[row] as number
      if (mark > (worst[row] as number)) worst[row] = mark
    }
  }
  return worst
}

/** One side of an identity: sums, and how many operands have no number or no cell. */
interface Side {
  readonly sum: Float64Array
  readonly missing: Uint8Array
  readonly absent: Uint8Array
  /** Operands that each row adds up: rows may choose alternatives of different length. */
  readonly operands: Uint8Array
}

function compare(block: CubeBlock, identity: Identity): Uint8Array {
  const left = addSide(block, identity.left)
  const right = addSide(block, identity.right)
  const outcome = new Uint8Array(block.rows)
  for (let row = 0; row < block.rows; row++) {
    if (left.absent[row] === left.operands[row] || right.absent[row] === right.operands[row])
      continue
    if (left.missing[row] !== 0 || right.missing[row] !== 0) outcome[row] = UNDECIDABLE
    else outcome[row] = left.sum[row] === right.sum[row] ? PASSED : FAILED
  }
  if (identity.sidesAreWays) leaveOutNotTaken(block, identity, outcome)
  return outcome
}

/** Where one side is “/” throughout, the other way of printing was taken: nothing to compare. */
function leaveOutNotTaken(block: CubeBlock, { left, right }: Identity, outcome: Uint8Array): void {
  for (const side of [left, right]) {
    const indicators = side.filter((operand) => typeof operand === 'string')
    const marked = notApplicable(block, indicators)
    for (let row = 0; row < block.rows; row++)
      if (marked[row] === indicators.length) outcome[row] = 0
  }
}

function addSide(block: CubeBlock, operands: readonly Operand[]): Side {
  const side = emptySide(block.rows)
  addColumns(
    block,
    operands.filter((operand) => typeof operand === 'string'),
    side,
  )
  for (const operand of operands) {
    if (typeof operand !== 'string') addChosen(block, operand.anyOf, side)
  }
  return side
}

function emptySide(rows: number): Side {
  return {
    sum: new Float64Array(rows),
    missing: new Uint8Array(rows),
    absent: new Uint8Array(rows),
    operands: new Uint8Array(rows),
  }
}

function addColumns(block: CubeBlock, indicators: readonly string[], side: Side): void {
  const { sum, missing, absent, operands } = side
  for (const indicator of indicators) {
    const position = block.positions.get(indicator)
    const column = position === undefined ? undefined : block.columns[position]
    for (let row = 0; row < block.rows; row++) operands[row] = (operands[row] as number) + 1
    if (!column) {
      for (let row = 0; row < block.rows; row++) {
        missing[row] = (missing[row] as number) + 1
        absent[row] = (absent[row] as number) + 1
      }
      continue
    }
    const { values } = column
    const limit = numberLimit(values)
    for (let row = 0; row < block.rows; row++) {
      const value = values[row] as number
      if (value < limit) {
        sum[row] = (sum[row] as number) + value
        continue
      }
      const state = stateAt(column, row)
      if (state === NOT_APPLICABLE) continue
      missing[row] = (missing[row] as number) + 1
      if (state === ABSENT) absent[row] = (absent[row] as number) + 1
    }
  }
}

/** Adds the alternative that each row has, by the order of `choose` in the domain. */
function addChosen(
  block: CubeBlock,
  alternatives: readonly (readonly string[])[],
  side: Side,
): void {
  const sides = alternatives.map((indicators) => {
    const alternative = emptySide(block.rows)
    addColumns(block, indicators, alternative)
    return alternative
  })
  const marked = alternatives.map((indicators) => notApplicable(block, indicators))
  for (let row = 0; row < block.rows; row++) {
    const chosen = sides[chooseAt(sides, marked, row)]
    if (!chosen) continue
    side.sum[row] = (side.sum[row] as number) + (chosen.sum[row] as number)
    side.missing[row] = (side.missing[row] as number) + (chosen.missing[row] as number)
    side.absent[row] = (side.absent[row] as number) + (chosen.absent[row] as number)
    side.operands[row] = (side.operands[row] as number) + (chosen.operands[row] as number)
  }
}

/** How many of the indicators are marked “/”, for every row. */
function notApplicable(block: CubeBlock, indicators: readonly string[]): Uint8Array {
  const count = new Uint8Array(block.rows)
  for (const indicator of indicators) {
    const position = block.positions.get(indicator)
    const column = position === undefined ? undefined : block.columns[position]
    if (!column) continue
    for (let row = 0; row < block.rows; row++) {
      if (stateAt(column, row) === NOT_APPLICABLE) count[row] = (count[row] as number) + 1
    }
  }
  return count
}

function chooseAt(sides: readonly Side[], marked: readonly Uint8Array[], row: number): number {
  const allNumbers = sides.findIndex(
    (side, at) => side.missing[row] === 0 && marked[at]?.[row] === 0,
  )
  if (allNumbers >= 0) return allNumbers
  const addsUp = sides.findIndex((side) => side.missing[row] === 0)
  if (addsUp >= 0) return addsUp
  const printed = sides.findIndex((side) => side.absent[row] !== side.operands[row])
  return printed >= 0 ? printed : 0
}
