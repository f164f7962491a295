import { scaleOf } from '@/domain/measures'
import { MARK_APPROXIMATE, MARK_CORRECTED, answerStates, checkMarks } from './answer'
import type { AnswerState, CheckMark, MatrixAnswer } from './answer'

/** One number of an answer, or why there is none. */
export interface AnswerCell {
  readonly state: AnswerState
  /** NaN where `state` is not `value`. */
  readonly value: number
  /** For ratios and changes, else NaN. */
  readonly numerator: number
  readonly denominator: number
  /** The value is scale × numerator ÷ denominator where it has them: 100 for percentages. */
  readonly scale: number
  readonly approximate: boolean
  readonly corrected: boolean
  readonly check: CheckMark
}

/** What stands where the answer was never asked. */
export const unasked: AnswerCell = {
  state: 'absent',
  value: NaN,
  numerator: NaN,
  denominator: NaN,
  scale: 100,
  approximate: false,
  corrected: false,
  check: 'none',
}

/** The cell of an item (by id) for a unit and a year (by position); `unasked` if it is not there. */
export function answerCell(
  answer: MatrixAnswer,
  item: string,
  unit: number,
  year: number,
): AnswerCell {
  const position = answer.items.indexOf(item)
  const inside = unit >= 0 && unit < answer.units.length && year >= 0 && year < answer.years.length
  if (position < 0 || !inside) return unasked
  const index = (position * answer.units.length + unit) * answer.years.length + year
  const cell = cellAtIndex(answer, index, scaleOf(item))
  const isGone = cell.state === 'noReport' && !existed(answer, unit, year)
  return isGone ? { ...cell, state: 'notExisting' } : cell
}

/** Whether the unit existed in the year (by position), as far as is known. */
export function existed(answer: MatrixAnswer, unit: number, year: number): boolean {
  const label = answer.units[unit]
  const shown = answer.years[year]
  if (!label || shown === undefined) return false
  const begun = label.since === null || label.since <= shown
  const ended = label.until !== null && label.until < shown
  return begun && !ended
}

/** Whether there is no report at all: nothing leads to a source. */
export function isWithoutReport({ state }: Pick<AnswerCell, 'state'>): boolean {
  return state === 'noReport' || state === 'notExisting'
}

/** Whether a number is there but left out of the answer, because 只看可信 was asked for. */
export function isUntrusted({ state }: Pick<AnswerCell, 'state'>): boolean {
  return state === 'failed' || state === 'undecidable'
}

/** What there is to say of a number beside its value. */
export type Doubt = Pick<AnswerCell, 'approximate' | 'corrected' | 'check'>

/** What there is to say of a number that is made of others: of each what it has. */
export function jointDoubt(cells: Iterable<Doubt>): Doubt {
  const all = [...cells]
  return {
    approximate: all.some(({ approximate }) => approximate),
    corrected: all.some(({ corrected }) => corrected),
    check: worstCheck(all),
  }
}

/** The worst outcome of numbers together; `none` without any. */
export function worstCheck(cells: Iterable<Pick<AnswerCell, 'check'>>): CheckMark {
  let worst = 0
  for (const { check } of cells) worst = Math.max(worst, checkMarks.indexOf(check))
  return checkMarks[worst] ?? 'none'
}

function cellAtIndex(answer: MatrixAnswer, index: number, scale: number): AnswerCell {
  const marks = answer.marks[index] ?? 0
  return {
    state: answerStates[answer.states[index] ?? -1] ?? 'absent',
    value: answer.values[index] ?? NaN,
    numerator: answer.numerators[index] ?? NaN,
    denominator: answer.denominators[index] ?? NaN,
    scale,
    approximate: (marks & MARK_APPROXIMATE) !== 0,
    corrected: (marks & MARK_CORRECTED) !== 0,
    check: checkMarks[answer.checks[index] ?? 0] ?? 'none',
  }
}
