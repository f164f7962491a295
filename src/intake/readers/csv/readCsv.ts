import Papa from 'papaparse'
import type { Finding, Place } from '@/domain/finding'
import type { Grid, SourceDocument } from '../../document'
import { mayHaveTextFaults, textFaults } from '../encoding/textFaults'
import { FindingList } from '../findings'
import { limits } from '../limits'
import { detectDialect, type Dialect } from './dialect'
import { raggedRows } from './ragged'
import { tokenise, type Tokens } from './tokenise'

/** The user's word on how the table is written. */
export type DialectChoice = Partial<Pick<Dialect, 'delimiter' | 'quote'>>

export type CsvTable = Pick<SourceDocument, 'grids' | 'findings'>

/**
 * Text to one grid of raw cells. Row n of the grid is the nth record, as a spreadsheet would number
 * it; blank lines are rows without cells. Every row that may be shifted or that a faulty quote
 * touched has a finding; above the limits the whole text is refused.
 */
export function readCsv(
  text: string,
  file: string,
  choice: DialectChoice = {},
  places?: number,
): CsvTable {
  const findings = new FindingList(places)
  const dialect = { ...detectDialect(text), ...choice }
  const table = dialect.sepLine ? text.replace(/^[^\r\n]*(?:\r\n|\r|\n)?/, '') : text
  const body = withTextFormulasQuoted(table, dialect)
  const refused = beyondLimits(body, dialect, file)
  if (refused !== null) return { grids: [], findings: [refused] }
  noteDialect(dialect, choice, file, findings)

  const tokens = tokensOf(body, dialect, file, findings)
  const shown = body.includes('="') ? tokens.rows.map(withoutTextFormulas) : tokens.rows
  const rows = withoutTrailingBlanks(shown)
  const tooMany = tooManyRows(rows, file)
  if (tooMany !== null) return { grids: [], findings: [tooMany] }
  noteFaults(tokens, file, findings)
  for (const { row, code, severity, detail } of raggedRows(rows, /[\r\n]$/.test(body))) {
    findings.add({ code, severity, place: { file, row: row + 1 }, detail })
  }
  const grid: Grid = { name: '', rows: cutLongCells(rows, file, findings) }
  if (mayHaveTextFaults(body)) noteTextFaults(grid, file, findings)
  return { grids: rows.length === 0 ? [] : [grid], findings: findings.list() }
}

/** `="00123"`: exports write codes so that a spreadsheet keeps their zeros, and shows `00123`. */
const TEXT_FORMULA = /^="([^"]*)"$/

function withTextFormulasQuoted(body: string, { delimiter, quote }: Dialect): string {
  if (quote !== '"' || !body.includes('="')) return body
  const cut = delimiter.replace(/[|\\]/, '\\$&')
  const formula = new RegExp(`(^|${cut}|[\\r\\n])=("[^"\\r\\n]*")(?=${cut}|[\\r\\n]|$)`, 'g')
  return body.replace(formula, '$1$2')
}

/** The same where the formula stands in quotes itself. */
function withoutTextFormulas(row: readonly string[]): string[] {
  return row.map((cell) => TEXT_FORMULA.exec(cell)?.[1] ?? cell)
}

/** PapaParse reads what is cleanly written; where it would merge rows in silence, we read it. */
function tokensOf(body: string, dialect: Dialect, file: string, findings: FindingList): Tokens {
  const newline = onlyLineEnd(body)
  if (newline === null && !isQuotedLineEnd(body, dialect)) {
    findings.add({ code: 'newlines-mixed', severity: 'info', place: { file } })
  }
  const isPlain = newline !== null && !body.includes(dialect.quote) && !dialect.skipSpace
  if (!isPlain) return withBackslash(body, dialect, tokenise(body, dialect))
  const { data } = Papa.parse<string[]>(body, {
    delimiter: dialect.delimiter,
    newline,
    quoteChar: dialect.quote,
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  })
  return { rows: data.map((row) => (row.length === 1 && row[0] === '' ? [] : row)), faults: [] }
}

/** `\"` for a quote: taken when it clears up every fault there was. */
function withBackslash(body: string, dialect: Dialect, tokens: Tokens): Tokens {
  if (tokens.faults.length === 0 || !body.includes('\\' + dialect.quote)) return tokens
  const other = tokenise(body, { ...dialect, escape: '\\' })
  return other.faults.length === 0 ? other : tokens
}

/** The one kind of line end of the text, or null when there are several. */
function onlyLineEnd(text: string): '\r\n' | '\n' | '\r' | null {
  const crlf = text.includes('\r\n')
  const lf = /(?:^|[^\r])\n/.test(text)
  const cr = /\r(?!\n)/.test(text)
  if (Number(crlf) + Number(lf) + Number(cr) > 1) return null
  return crlf ? '\r\n' : cr ? '\r' : '\n'
}

/** Excel writes LF inside quoted cells and CRLF between rows: that is no mixture. */
function isQuotedLineEnd(text: string, { quote }: Dialect): boolean {
  return onlyLineEnd(text.replaceAll(new RegExp(`${quote}[^${quote}]*${quote}`, 'g'), '')) !== null
}

function noteDialect(
  dialect: Dialect,
  choice: DialectChoice,
  file: string,
  findings: FindingList,
): void {
  const { delimiter, rival, sepLine } = dialect
  if (choice.delimiter !== undefined || sepLine || delimiter === '\t') return
  if (delimiter === ',' && rival === null) return
  findings.add({
    code: 'delimiter-guessed',
    severity: rival === null ? 'info' : 'warning',
    place: { file },
    detail: rival === null ? { delimiter } : { delimiter, other: rival },
  })
}

function noteFaults(tokens: Tokens, file: string, findings: FindingList): void {
  for (const { row, kind, line, raw } of tokens.faults) {
    findings.add({
      code: kind === 'unclosed' ? 'quote-unclosed' : 'quote-unescaped',
      severity: 'error',
      place: { file, row: row + 1 },
      raw,
      detail: { line },
    })
  }
}

/** Counts cells before anything is built, so that a file that is too wide or too big is refused at once. */
function beyondLimits(body: string, { delimiter }: Dialect, file: string): Finding | null {
  const mark = delimiter.charCodeAt(0)
  let columns = 1
  let cells = 0
  for (let at = 0; at < body.length; at += 1) {
    const code = body.charCodeAt(at)
    if (code === 10 || code === 13) columns = 1
    else if (code === mark) {
      columns += 1
      cells += 1
      if (columns > limits.columns) return tooLarge({ file }, { columns, limit: limits.columns })
    }
  }
  return cells > limits.cells ? tooLarge({ file }, { cells, limit: limits.cells }) : null
}

function tooManyRows(rows: readonly unknown[], file: string): Finding | null {
  if (rows.length <= limits.rows) return null
  return tooLarge({ file }, { rows: rows.length, limit: limits.rows })
}

function tooLarge(place: Place, detail: NonNullable<Finding['detail']>): Finding {
  return { code: 'file-too-large', severity: 'error', place, detail }
}

function withoutTrailingBlanks(rows: string[][]): string[][] {
  let end = rows.length
  while (end > 0 && (rows[end - 1] ?? []).length === 0) end -= 1
  return end === rows.length ? rows : rows.slice(0, end)
}

/** A cell beyond Excel's own limit is cut and reported; its row stays. */
function cutLongCells(rows: string[][], file: string, findings: FindingList): string[][] {
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell.length <= limits.cellLength) continue
      cells[column] = cell.slice(0, limits.cellLength)
      findings.add({
        code: 'cell-too-long',
        severity: 'error',
        place: { file, row: row + 1, column: column + 1 },
        detail: { length: cell.length, limit: limits.cellLength },
      })
    }
  }
  return rows
}

/** Cell by cell what `decode` could only say by line. */
function noteTextFaults(grid: Grid, file: string, findings: FindingList): void {
  for (const [row, cells] of grid.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      for (const fault of textFaults(cell)) {
        findings.add({ ...fault, place: { file, row: row + 1, column: column + 1 } })
      }
    }
  }
}
