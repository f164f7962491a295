import type { Finding, Severity } from '@/domain/finding'
import { findingLine } from '@/wording/findings'

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu

/** Columns that a text takes in a terminal. */
function width(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0)
}

/** Rows as aligned columns, for a terminal. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) {
    for (const [column, text] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, width(text))
    }
  }
  const lines = rows.map((row) =>
    row
      .map((text, column) => text + ' '.repeat((widths[column] ?? 0) - width(text)))
      .join('  ')
      .trimEnd(),
  )
  return lines.map((line) => line + '\n').join('')
}

const severities: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '疑问',
  info: '说明',
}

/** Findings one a line. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `[${severities[finding.severity]}] ${findingLine(finding)}\n`)
    .join('')
}
