import type { Finding } from '@/domain/finding'
import type { ErrorSheet, OffendingRow } from '@/intake/errorRows'
import { findingMessage } from '@/wording/findings'
import { BOM, csvRow } from './csvText'

/** Errors and doubts by their row; explanations need no repair. */
export function offendingRows(findings: readonly Finding[]): OffendingRow[] {
  const rows = new Map<string, { sheet: string; row: number; reasons: string[] }>()
  for (const finding of findings) {
    const { sheet = '', row } = finding.place
    if (finding.severity === 'info' || row === undefined) continue
    const key = `${row} ${sheet}`
    const known = rows.get(key) ?? { sheet, row, reasons: [] }
    rows.set(key, known)
    const message = findingMessage(finding)
    if (!known.reasons.includes(message)) known.reasons.push(message)
  }
  return [...rows.values()]
}

/** The sheets as a file; what writes a workbook is loaded on first use. */
export async function errorFile(
  sheets: readonly ErrorSheet[],
  format: 'csv' | 'xlsx',
): Promise<Blob> {
  if (format === 'csv') {
    const text = sheets.map(({ rows }) => rows.map(csvRow).join('')).join('\r\n')
    return new Blob([BOM + text], { type: 'text/csv;charset=utf-8' })
  }
  const { toXlsx } = await import('./xlsxFile')
  const bytes = await toXlsx(sheets)
  return new Blob([bytes.slice()], {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
}
