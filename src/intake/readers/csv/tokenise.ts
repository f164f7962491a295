import type { Dialect } from './dialect'
import { limits } from '../limits'
import { splitLine } from './splitLine'

export interface QuoteFault {
  /** Index of the row in the result. */
  readonly row: number
  readonly kind: 'unescaped' | 'unclosed'
  /** The physical line, from 1. */
  readonly line: number
  readonly raw: string
}

export interface Tokens {
  readonly rows: string[][]
  readonly faults: readonly QuoteFault[]
}

export type Marks = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'skipSpace' | 'columns'>

/**
 * Text to rows of cells, also where quotes are faulty: a record that breaks the rules of quoting is
 * read again as the single line it begins with, so that it never takes later rows with it. CR, LF
 * and CRLF each end a row, also mixed. A blank line is a row without cells.
 */
export function tokenise(text: string, marks: Marks): Tokens {
  return new Tokeniser(text, marks).run()
}

class Tokeniser {
  readonly #text: string
  readonly #marks: Marks
  readonly #rows: string[][] = []
  readonly #faults: QuoteFault[] = []
  #at = 0
  #line = 1

  constructor(text: string, marks: Marks) {
    this.#text = text
    this.#marks = marks
  }

  run(): Tokens {
    while (this.#at < this.#text.length && this.#rows.length <= limits.rows) this.#record()
    return { rows: this.#rows, faults: this.#faults }
  }

  #record(): void {
    const start = this.#at
    const line = this.#line
    const cells: string[] = []
    let fault: QuoteFault['kind'] | null = null
    do {
      fault = this.#cell(cells)
    } while (fault === null && this.#passDelimiter())
    const spansLines = this.#line > line
    if (fault === null && spansLines && this.#swallowedRows(start, this.#at, cells)) {
      fault = 'unclosed'
    }
    if (fault === null) this.#passLineEnd()
    if (fault === null) this.#rows.push(isBlank(cells) ? [] : cells)
    else this.#readLineAlone(start, line, fault)
  }

  /** Reads one cell into `cells`; returns what is wrong with its quotes. */
  #cell(cells: string[]): QuoteFault['kind'] | null {
    const { quote, skipSpace } = this.#marks
    if (skipSpace && cells.length > 0 && this.#text[this.#at] === ' ') this.#at += 1
    if (this.#text[this.#at] === quote) return this.#quotedCell(cells)
    const end = this.#endOfPlainCell()
    const cell = this.#text.slice(this.#at, end)
    this.#at = end
    cells.push(cell)
    return cell.includes(quote) ? 'unescaped' : null
  }

  #endOfPlainCell(): number {
    const delimiter = this.#marks.delimiter.charCodeAt(0)
    let end = this.#at
    for (; end < this.#text.length; end += 1) {
      const code = this.#text.charCodeAt(end)
      if (code === delimiter || code === 10 || code === 13) break
    }
    return end
  }

  #quotedCell(cells: string[]): QuoteFault['kind'] | null {
    const { quote, escape } = this.#marks
    const start = this.#at + 1
    let close = this.#text.indexOf(quote, start)
    let escaped = false
    while (close >= 0) {
      if (escape === '\\' ? this.#text[close - 1] === '\\' : this.#text[close + 1] === quote) {
        escaped = true
        close = this.#text.indexOf(quote, close + (escape === '\\' ? 1 : 2))
      } else break
    }
    if (close < 0) return 'unclosed'
    let next = close + 1
    while (this.#marks.delimiter !== ' ' && this.#text[next] === ' ') next += 1
    if (!this.#endsCell(next)) return 'unescaped'
    const written = this.#text.slice(start, close)
    cells.push(escaped ? written.replaceAll(escape + quote, quote) : written)
    this.#line += lineEnds(written)
    this.#at = next
    return null
  }

  #endsCell(at: number): boolean {
    const next = this.#text[at]
    return next === undefined || next === this.#marks.delimiter || next === '\n' || next === '\r'
  }

  #passDelimiter(): boolean {
    if (this.#text[this.#at] !== this.#marks.delimiter) return false
    this.#at += 1
    return true
  }

  #passLineEnd(): void {
    const character = this.#text[this.#at]
    if (character === undefined) return
    this.#at += character === '\r' && this.#text[this.#at + 1] === '\n' ? 2 : 1
    this.#line += 1
  }

  /**
   * A stray quote can pair up with one many lines below. It did, when a cell outgrew its limit, when
   * the record has the wrong number of cells while its first line alone has the right one, or when
   * each of its lines is a whole row.
   */
  #swallowedRows(start: number, end: number, cells: readonly string[]): boolean {
    if (cells.some(({ length }) => length > limits.cellLength)) return true
    const { columns } = this.#marks
    if (columns < 3) return false
    const isRow = (line: string): boolean => splitLine(line, this.#marks).cells.length === columns
    if (cells.length !== columns) return isRow(this.#text.slice(start, this.#endOfLine(start)))
    return this.#text
      .slice(start, end)
      .split(/\r\n|\r|\n/)
      .every(isRow)
  }

  #readLineAlone(start: number, line: number, kind: QuoteFault['kind']): void {
    const end = this.#endOfLine(start)
    const raw = this.#text.slice(start, end)
    this.#faults.push({ row: this.#rows.length, kind, line, raw: raw.slice(0, 200) })
    this.#rows.push([...splitLine(raw, this.#marks).cells])
    this.#at = end
    this.#line = line
    this.#passLineEnd()
  }

  #endOfLine(start: number): number {
    for (let at = start; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at)
      if (code === 10 || code === 13) return at
    }
    return this.#text.length
  }
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === ''
}

function lineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
