import type { Grid, SourceDocument } from '../document'
import { textFaults } from './encoding/textFaults'
import { FindingList } from './findings'
import { readHtml } from './html/readHtml'

/** What the clipboard holds of a copied range. */
export interface Pasted {
  /** `text/plain`: tabs between cells. */
  readonly text: string
  /** `text/html`, or empty. */
  readonly html: string
}

/**
 * A range copied from Excel or WPS to one grid. The cells are those of the plain text, which every
 * program writes alike; the merged ones are known from the HTML, where it has as many rows.
 */
export function readClipboard({ text, html }: Pasted, file = '剪贴板'): SourceDocument {
  const page = readHtml(html, file)
  // Lines of text are better told by the plain text.
  const tables = page.proseBefore === undefined ? [] : page.grids
  const table = tables.length === 1 ? tables[0] : undefined
  const rows = pastedRows(text)
  const nothing = { file, kind: 'clipboard', prose: [] } as const
  if (rows.length === 0) return { ...nothing, grids: tables, findings: [] }
  const fits = table !== undefined && table.rows.length === rows.length
  const grid: Grid = {
    name: '',
    rows,
    ...(fits && table.merges !== undefined && table.merges.length > 0
      ? { merges: table.merges }
      : {}),
  }
  const findings = new FindingList()
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      for (const fault of textFaults(cell)) {
        findings.add({ ...fault, place: { file, row: row + 1, column: column + 1 } })
      }
    }
  }
  return { ...nothing, grids: [grid], findings: findings.list() }
}

/**
 * Spreadsheets quote a cell only when a tab or a line end is inside; any other quote is a character
 * of its cell, also at both ends.
 */
function pastedRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = quotedCell(text, at)
    const end = quoted?.end ?? endOfCell(text, at)
    row.push(quoted?.text ?? text.slice(at, end))
    const mark = text[end]
    at = end + 1
    if (mark === '\t') {
      if (at === text.length) row.push('')
      continue
    }
    if (mark === '\r' && text[at] === '\n') at += 1
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function quotedCell(text: string, start: number): { text: string; end: number } | null {
  if (text[start] !== '"') return null
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  const inner = text.slice(start + 1, close)
  const after = text[close + 1]
  const isEnd = after === undefined || after === '\t' || after === '\r' || after === '\n'
  return isEnd && /[\t\r\n]/.test(inner)
    ? { text: inner.replaceAll('""', '"'), end: close + 1 }
    : null
}

function endOfCell(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (character === '\t' || character === '\r' || character === '\n') return at
  }
  return text.length
}
