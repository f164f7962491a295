import type { Finding } from '@/domain/finding'
import type { Grid } from '../document'
import { tablePart } from './tablePart'

/** The rows of a sheet's table, from 0, and what is to be said of what stands around them. */
export interface SheetTable {
  readonly start: number
  readonly end: number
  readonly findings: readonly Finding[]
}

/** Parts a sheet into its table and the titles and notes around it; each is said with its row. */
export function sheetTable(grid: Grid, file: string): SheetTable {
  const { rows, name, rowNumbers } = grid
  const { start, headerRows, end } = tablePart(rows)
  const findings: Finding[] = []
  const say = (code: Finding['code'], row: number, detail: NonNullable<Finding['detail']>) => {
    const sheet = name === '' ? {} : { sheet: name }
    const place = { file, ...sheet, row: rowNumbers?.[row] ?? row + 1 }
    findings.push({ code, severity: 'info', place, detail })
  }
  const titles = rows.slice(0, start).flat()
  const title = titles.filter((text) => text.trim() !== '').join(' / ')
  if (title !== '') say('header-found-below', start, { title: title.slice(0, 80) })
  if (headerRows > 1) say('header-joined', start, { rows: headerRows })
  for (let row = end; row < rows.length; row++) {
    if (rows[row]?.some((text) => text.trim() !== '')) say('row-skipped', row, { reason: 'note' })
  }
  return { start, end, findings }
}
