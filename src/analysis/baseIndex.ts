import { roundedNotToZero } from './decimal'
import { editions } from '@/data/segment'
import { comparableAcross } from '@/domain/breaks'
import { isSameUnit } from '@/domain/extents'
import type { MatrixAnswer } from './answer'
import type { AnswerCell } from './answerCell'
import { answerCell, worstCheck } from './answerCell'
import { isSmallBase } from './smallBase'

/**
 * An item as an index of a base year (by position): 100 × value ÷ value of the base year, to one decimal,
 * with both as numerator and denominator. No number where the base year has none or its form counted
 * something else (`notComputable`), where the unit was another (`otherExtent`), where it is 0 (`zeroDenominator`) or too small (`smallBase`).
 */
export function indexedCell(
  answer: MatrixAnswer,
  item: string,
  unit: number,
  year: number,
  baseYear: number,
): AnswerCell {
  const cell = answerCell(answer, item, unit, year)
  const base = answerCell(answer, item, unit, baseYear)
  const plain = { ...cell, numerator: NaN, denominator: NaN }
  if (cell.state !== 'value') return plain
  const { units, years } = answer
  if (!isSameUnit(units[unit] ?? {}, years[year] ?? NaN, years[baseYear] ?? NaN))
    return { ...plain, state: 'otherExtent', value: NaN }
  if (base.state !== 'value' || !comparesAcross(answer, item, unit, year, baseYear))
    return { ...plain, state: 'notComputable', value: NaN }
  const both = {
    ...cell,
    ...doubt(cell, base),
    numerator: cell.value,
    denominator: base.value,
    scale: 100,
  }
  if (base.value === 0) return { ...both, state: 'zeroDenominator', value: NaN }
  // A rate's value is no count of cases: what makes it small is its denominator, which ranking looks at.
  if (Number.isNaN(cell.denominator) && isSmallBase(base.value))
    return { ...both, state: 'smallBase', value: NaN }
  return { ...both, value: roundedNotToZero((100 * cell.value) / base.value, 1) }
}

/** Of two numbers, all that makes either doubtful. */
function doubt(cell: AnswerCell, base: AnswerCell) {
  return {
    approximate: cell.approximate || base.approximate,
    corrected: cell.corrected || base.corrected,
    check: worstCheck([cell, base]),
  }
}

function comparesAcross(
  { editions: codes, years }: MatrixAnswer,
  item: string,
  unit: number,
  year: number,
  baseYear: number,
): boolean {
  if (year === baseYear) return true
  const now = editions[(codes[unit * years.length + year] ?? 0) - 1]
  const then = editions[(codes[unit * years.length + baseYear] ?? 0) - 1]
  if (now === undefined || then === undefined) return false
  return comparableAcross(item, now, then) !== 'different'
}
