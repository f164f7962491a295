import type { AnswerCell } from '@/analysis/answerCell'
import type { NumberStyle } from '@/wording/answers'
import { amountOf, basisText, checkSign, stateReason } from '@/wording/answers'
import type { TipRow } from '@/wording/tip'

/** One line of a tip: the exact number with its marks and its basis, or why there is none. */
export function tipRow(
  label: string,
  cell: AnswerCell,
  style: NumberStyle,
  colour: string | null,
): TipRow {
  if (cell.state !== 'value') {
    return { label, text: stateReason(cell.state, style), colour, missing: true }
  }
  const basis = basisText(cell, style)
  const sign = checkSign(cell.check)
  const doubt = sign === '' ? '' : ` ${sign}`
  const text = amountOf(cell, style) + (basis === '' ? '' : `（${basis}）`) + doubt
  return { label, text, colour, missing: false }
}
