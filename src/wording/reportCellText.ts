import type { Cell } from '@/domain/report'
import { exactText, stateText } from './numbers'

/** A cell of a report: its number to all digits, 约 before an approximate one, or its state's word. */
export function reportCellText(cell: Cell): string {
  if (cell.kind !== 'value') return stateText(cell.kind)
  return `${cell.approximate ? '约 ' : ''}${exactText(cell.value)}`
}
