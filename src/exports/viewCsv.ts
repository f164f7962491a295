import { exactText } from '@/wording/numbers'
import { BOM, csvRow } from './csvText'
import type { ViewFile } from './viewFile'

/**
 * What a page shows as CSV: one row of headings, the table with plain numbers, and below a blank row
 * what the file is of and which cells are more than a number.
 */
export function viewCsv({ title, facts, table }: ViewFile): string {
  const headings = [...table.corner, ...table.columns.map(({ heading }) => heading)]
  const rows = table.rows.map(({ head, cells }) => [...head, ...cells.map(cellText)])
  const remarks = table.remarks.map(({ row, column, text, note }) => [row, column, text, note])
  const lines = [
    headings,
    ...rows,
    [],
    ['标题', title],
    ['表', table.caption],
    ...facts.map(({ label, text }) => [label, text]),
    ...(remarks.length === 0 ? [] : [[], ['标记与缺数', '列', '内容', '说明'], ...remarks]),
  ]
  return BOM + lines.map(csvRow).join('')
}

function cellText(cell: number | string): string {
  if (typeof cell === 'number') return exactText(cell).replaceAll(',', '')
  // Spreadsheets take 2/3 for the third of February.
  return /^\d+\/\d+$/u.test(cell) ? `（${cell}）` : cell
}
