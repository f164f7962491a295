import type { FormFigure } from '@/charts/formSummary'
import { stateWord } from '@/wording/answers'
import { exactText } from '@/wording/numbers'

/** A figure in its cell: the number, or the word for its state; a sum of nothing is 无. */
export function figureText({ state, value }: FormFigure, isSum: boolean): string {
  if (state === 'value') return exactText(value)
  return isSum ? '无' : stateWord(state, { kind: 'number', measureUnit: '' })
}
