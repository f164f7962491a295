import type { Cube } from '@/data/cube'
import { emptyFigures } from '@/domain/checks/figures'
import { judgeYearOnYear, TOLD_CHANGE, yearOnYearFigures } from '@/domain/checks/proseYearOnYear'
import { checkMarks } from './answer'
import { copyFigures, figuresAt, slotsBeside } from './slotFigures'

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
  const now = figuresAt(cube, yearOnYearFigures, slots)
  const before = figuresAt(cube, yearOnYearFigures, slotsBeside(cube, slots, -1))
  const thisYear = emptyFigures(yearOnYearFigures.length)
  const lastYear = emptyFigures(yearOnYearFigures.length)
  for (let at = 0; at < slots.length; at++) {
    const outcome = judgeYearOnYear(
      copyFigures(now, at, thisYear),
      copyFigures(before, at, lastYear),
    )
    const mark = outcome === null ? 0 : checkMarks.indexOf(outcome)
    if (mark > (outcomes[at] as number)) outcomes[at] = mark
  }
}
