import { cellOf } from '@/data/column'
import type { Cube, CubeBlock } from '@/data/cube'
import { checkNumber } from '@/domain/checks/checkList'
import { figuresInDoubt, judgeClaim, type CellOf, type TextClaim } from '@/domain/checks/textClaim'
import { textRules } from '@/domain/checks/textRules'
import { ruleById } from '@/domain/checks/rules'
import type { Cell } from '@/domain/report'
import { checkMarks } from './answer'
import { markOf } from './blockChecks'

/** Places in `checkList`, by rule. */
export const textNumbers: ReadonlyMap<string, number> = new Map(
  textRules.map((rule) => [rule, checkNumber(rule)]),
)

const FAILED = checkMarks.indexOf('failed')
const ABSENT: Cell = { kind: 'absent' }

/** The outcomes of the statements of one text, and the row that they were judged on. */
interface Judged {
  readonly columns: CubeBlock['columns']
  readonly row: number
  readonly outcomes: Uint8Array
}

/** Texts go from one fold to the next, and columns never change: what was judged once stays. */
const judged = new WeakMap<readonly TextClaim[], Judged>()

/** The outcome of every statement of a text (index in `checkMarks`) on the figures of a report. */
export function judgeTold(claims: readonly TextClaim[], block: CubeBlock, row: number): Uint8Array {
  const known = judged.get(claims)
  if (known?.columns === block.columns && known.row === row) return known.outcomes
  const cells = cellsIn(block, row)
  const outcomes = Uint8Array.from(claims, (claim) =>
    markOf(judgeClaim(claim, cells)?.outcome ?? null),
  )
  judged.set(claims, { columns: block.columns, row, outcomes })
  return outcomes
}

function cellsIn(block: CubeBlock, row: number): CellOf {
  return (indicator) => {
    const column = block.columns[block.positions.get(indicator) ?? -1]
    return column === undefined ? ABSENT : cellOf(column, row, false)
  }
}

/** By indicator, the slots of the reports whose text contradicts it; made once, a cube never changes. */
const doubted = new WeakMap<Cube, ReadonlyMap<string, ReadonlySet<number>>>()

/**
 * Marks as 不平 what the texts of reports contradict, in the slots asked for. What a text leaves open
 * says nothing against a table, and what is more than a note alone.
 *
 * @param outcomes index in `checkMarks`, by place in `slots`
 */
export function raiseByTexts(
  cube: Cube,
  indicators: readonly string[],
  slots: ArrayLike<number>,
  outcomes: Uint8Array,
): void {
  if (cube.told.size === 0) return
  const figures = doubtedFigures(cube)
  for (const indicator of indicators) {
    const doubtedIn = figures.get(indicator)
    if (doubtedIn === undefined) continue
    for (let at = 0; at < slots.length; at++)
      if (doubtedIn.has(slots[at] as number)) outcomes[at] = FAILED
  }
}

function doubtedFigures(cube: Cube): ReadonlyMap<string, ReadonlySet<number>> {
  let figures = doubted.get(cube)
  if (figures === undefined) doubted.set(cube, (figures = findDoubted(cube)))
  return figures
}

function findDoubted(cube: Cube): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  const slots = [...cube.told.keys()]
  for (const { block, rows, targets } of cube.select(Int32Array.from(slots))) {
    for (const [at, row] of rows.entries()) {
      const slot = slots[targets[at] as number] as number
      const claims = cube.told.get(slot)?.claims ?? []
      const outcomes = judgeTold(claims, block, row)
      const contradicted = claims.filter(
        ({ rule }, each) => outcomes[each] === FAILED && ruleById(rule).severity !== 'info',
      )
      for (const figure of contradicted.flatMap(figuresInDoubt)) {
        const doubtedIn = found.get(figure) ?? new Set<number>()
        found.set(figure, doubtedIn.add(slot))
      }
    }
  }
  return found
}
