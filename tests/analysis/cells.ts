import type { AnswerState } from '@/analysis/answer'
import { unasked, type AnswerCell } from '@/analysis/answerCell'

/** The cell of a count. */
export function countCell(value: number): AnswerCell {
  return { ...unasked, state: 'value', value }
}

/** The cell of a ratio in percent; no number over 0. */
export function ratioCell(numerator: number, denominator: number): AnswerCell {
  const ratio = { ...unasked, numerator, denominator }
  if (denominator === 0) return { ...ratio, state: 'zeroDenominator' }
  return { ...ratio, state: 'value', value: (100 * numerator) / denominator }
}

/** A cell without a number. */
export function gapCell(state: Exclude<AnswerState, 'value'>): AnswerCell {
  return { ...unasked, state }
}
