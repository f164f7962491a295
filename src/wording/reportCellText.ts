import { PUBLISHED_ON, publicationText } from '@/domain/publication'
import type { Cell } from '@/domain/report'
import { exactText, stateText } from './numbers'

/** A cell of a report: its number to all digits, 约 before an approximate one, or its state's word; a day as 2024-03-28, an address as it is. */
export function reportCellText(cell: Cell, indicator = ''): string {
  if (cell.kind !== 'value') return stateText(cell.kind)
  if (cell.text !== undefined) return cell.text
  if (indicator === PUBLISHED_ON) return publicationText(cell.value)
  return `${cell.approximate ? '约 ' : ''}${exactText(cell.value)}`
}
