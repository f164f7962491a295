import type { Cube } from '@/data/cube'
import { scopes } from '@/data/segment'
import { emptyFigures, type Figures } from '@/domain/checks/figures'
import { judgeYearOnYear, TOLD_CHANGE, yearOnYearFigures } from '@/domain/checks/proseYearOnYear'
import { checkMarks } from './answer'
import { columnsOf, readFigures } from './blockReader'

/**
 * Marks the changes told in prose that the figures of two years do not bear out (P-YOY), or that
 * cannot be judged. It is the told change that is in doubt: the figures have checks of their own.
 *
 * @param outcomes index in `checkMarks`, by place in `slots`
 */
export function raiseByToldChange(
  cube: Cube,
  indicators: readonly string[],
  slots: Int32Array,
  outcomes: Uint8Array,
): void {
  if (!indicators.includes(TOLD_CHANGE)) return
  const now = figuresAt(cube, slots)
  const before = figuresAt(
    cube,
    slots.map((slot) => lastYearOf(cube, slot)),
  )
  for (const [at, figures] of now) {
    const outcome = judgeYearOnYear(figures, before.get(at) ?? null)
    const mark = outcome === null ? 0 : checkMarks.indexOf(outcome)
    if (mark > (outcomes[at] as number)) outcomes[at] = mark
  }
}

/** The slot of the same unit's report of the year before; -1 where the cube has no such year. */
function lastYearOf({ years }: Cube, slot: number): number {
  if (slot < 0) return -1
  const year = Math.floor(slot / scopes.length) % years.length
  return years[year] === (years[year - 1] ?? NaN) + 1 ? slot - scopes.length : -1
}

function figuresAt(cube: Cube, slots: Int32Array): Map<number, Figures> {
  const found = new Map<number, Figures>()
  for (const { block, rows, targets } of cube.select(slots)) {
    const columns = columnsOf(block, yearOnYearFigures)
    for (const [at, row] of rows.entries()) {
      const figures = emptyFigures(yearOnYearFigures.length)
      readFigures(columns, row, figures)
      found.set(targets[at] as number, figures)
    }
  }
  return found
}
