import type { AnswerCell } from '@/analysis/answerCell'
import type { NumberKind } from '@/wording/answers'
import { amountText, basisText, stateReason } from '@/wording/answers'
import type { TipRow } from '@/wording/tip'

/** One line of a tip: the exact number with its marks and its basis, or why there is none. */
export function tipRow(
  label: string,
  cell: AnswerCell,
  kind: NumberKind,
  measureUnit: string,
  colour: string | null,
): TipRow {
  if (cell.state !== 'value') {
    return { label, text: stateReason(cell.state, kind), colour, missing: true }
  }
  const basis = basisText(cell, kind)
  const text = amountText(cell, kind, measureUnit) + (basis === '' ? '' : `（${basis}）`)
  return { label, text, colour, missing: false }
}
