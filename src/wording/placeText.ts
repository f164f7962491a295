import type { Place } from '@/domain/finding'
import { isHeadTable, isProseTable } from '@/intake/document'

/** What the columns of a source are: cells of a table, or characters of a text such as JSON. */
export type ColumnSort = 'cells' | 'characters'

/** A column as spreadsheets name it: 1 → A, 27 → AA. Counts from 1. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** Where something stands within its file, e.g. `表“二” 第 12 行 第 5 列（E）`; empty for the file itself. */
export function placeText(place: Place, columns: ColumnSort = 'cells'): string {
  const parts: string[] = []
  if (place.sheet !== undefined && place.sheet !== '') parts.push(`工作表“${place.sheet}”`)
  const isProse = isProseTable(place.table) || isHeadTable(place.table)
  if (isProse && place.table !== undefined) parts.push(place.table)
  else if (place.table !== undefined && place.table !== '') parts.push(`表“${place.table}”`)
  if (place.page !== undefined) parts.push(`第 ${place.page} 页`)
  if (place.row !== undefined) parts.push(`第 ${place.row} 行`)
  if (place.column !== undefined) {
    parts.push(columnText(place.column, isProse ? 'characters' : columns))
  }
  return parts.join(' ')
}

/** The same within a file that may be an archive: what tells of one of its files begins with its name. */
export function placeWithin(file: string, place: Place, columns?: ColumnSort): string {
  const inside = place.file.startsWith(`${file}/`) ? place.file.slice(file.length + 1) : ''
  const text = placeText(place, columns)
  return inside === '' || place.table?.startsWith(place.file) === true
    ? text
    : `${inside} ${text}`.trim()
}

/** What the columns of a file are, by its name. */
export function columnSort(fileName: string): ColumnSort {
  return /\.(?:json|ndjson|jsonl)$/i.test(fileName) ? 'characters' : 'cells'
}

function columnText(column: number, sort: ColumnSort): string {
  if (sort === 'characters') return `第 ${column} 个字符`
  return `第 ${column} 列（${columnLetters(column)}）`
}
