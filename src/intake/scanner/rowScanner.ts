import { blockCode } from '@/data/column'
import type { Segment } from '@/data/segment'
import type { KeyColumn } from '@/domain/aliases'
import { ABSENT_TEXT } from '../parseCell'
import { figureCell } from '../recognisers/figureCell'
import { isHeaderRow } from '../recognisers/keyColumns'
import { parseEdition, parseYear } from '../recognisers/keyTexts'
import { isDate } from '../recognisers/yearEnds'
import { placeIn, type RecogniseContext } from '../recognisers/recognition'
import type { ReportHead } from '../recognisers/reportKeys'
import { isBlankRow } from '../recognisers/tableHeader'
import type { TableRows } from '../recognisers/tableRows'
import { KeyCells, passUnread } from './keyCells'
import { cleanText, COMMA, CR, LF, NotClean } from './lines'
import {
  isPlainWhole,
  isWord,
  NINE,
  plainDecimal,
  plainNegative,
  POINT,
  ZERO,
} from './plainNumbers'
import { ScanBlock } from './scanBlock'
import { UNREAD, type ScanPlan } from './scanPlan'
import type { ScannedPart } from './scannedPart'

const ABSENT = blockCode('absent')
const ABSENT_WORD = new TextEncoder().encode(ABSENT_TEXT)

/** What a scan needs beside its plan. */
export interface ScanTable {
  readonly plan: ScanPlan
  readonly keys: ReadonlyMap<KeyColumn, number>
  readonly header: readonly string[]
  readonly rows: TableRows
  readonly context: RecogniseContext
  /** LF, or CR where it stands before every LF. */
  readonly lineEnd: typeof LF | typeof CR
}

/**
 * Scans the bytes of a clean wide CSV row by row. Plain numbers never become text; any other cell
 * goes the way of the tolerant reader. Throws `NotClean` at what only that reader can judge: quotes,
 * rows of another width, other line ends, bytes that are no UTF-8.
 */
export class RowScanner {
  readonly #table: ScanTable
  readonly #block: ScanBlock
  readonly #keys: KeyCells
  readonly #onSegment: (segment: Segment) => void
  #bytes: Uint8Array = new Uint8Array(0)
  #head: ReportHead | null = null
  /** Source row of the line scanned last. */
  #line: number
  rows = 0
  reports = 0

  constructor(table: ScanTable, line: number, onSegment: (segment: Segment) => void) {
    this.#table = table
    this.#block = new ScanBlock(table.plan.figures)
    this.#keys = new KeyCells(table.keys, table.plan.firstFigure)
    this.#line = line
    this.#onSegment = onSegment
  }

  /** Scans whole lines; `bytes` must end with a line end. */
  scan(bytes: Uint8Array, from: number): void {
    this.#bytes = bytes
    let at = from
    while (at < bytes.length) {
      this.#line++
      const byte = bytes[at]
      at = byte === LF || byte === CR ? this.#passLineEnd(at) : this.#row(at)
    }
  }

  /** Cells of the finished segments, as `countStates` counts them. */
  get byState(): Float64Array {
    return this.#block.byState
  }

  finish(): void {
    if (this.#block.rows > 0) this.#onSegment(this.#block.close())
  }

  /** Takes the lines behind the one scanned last, as they were scanned elsewhere, and finishes. */
  append({ segments, rows, reports, byState }: ScannedPart): void {
    this.finish()
    for (const segment of segments) {
      const { origin } = segment
      for (let row = 0; row < segment.rows; row++) {
        origin.row[row] = (origin.row[row] as number) + this.#line
      }
      this.#onSegment(segment)
    }
    this.rows += rows
    this.reports += reports
    for (const [state, cells] of byState.entries()) {
      this.byState[state] = (this.byState[state] as number) + cells
    }
  }

  /** One row; gives the beginning of the next. */
  #row(start: number): number {
    const figures = this.#keys.find(this.#bytes, start)
    const year = this.#keys.sameButYear()
    const edition = year === 0 ? null : this.#keys.edition()
    if (edition === null || this.#head === null) {
      const head = this.#readKeys(start)
      if (head === null) return this.#endOfRow(start)
      this.#head = head
    } else {
      this.rows++
      this.#head = { ...this.#head, year, edition }
    }
    const head = this.#head
    if (!this.#table.rows.claim(head, this.#line)) {
      this.#readLine(start)
      return this.#endOfRow(start)
    }
    this.reports++
    const next = this.#figures(figures, this.#block.start(head, this.#line), head)
    if (this.#block.isFull) this.#onSegment(this.#block.close())
    return next
  }

  /** The keys of a row as the tolerant reader sees them; null where it is no report. */
  #readKeys(start: number): ReportHead | null {
    const { rows, header } = this.#table
    this.#keys.forget()
    const texts = rows.texts(this.#keys.texts())
    if (parseYear(texts.year) === null) {
      const cells = this.#readLine(start)
      if (isBlankRow(cells)) return null
      if (isHeaderRow(cells) && !isSame(cells, header)) throw new NotClean('second table')
      // Whether it stands for a year, only the whole column tells.
      if (isDate(texts.year)) throw new NotClean('date')
    }
    this.rows++
    // The width is looked at while the figures are read.
    const head = rows.head(texts, this.#line, () => this.#readLine(start), Infinity)
    if (head === null) {
      // Only the tolerant reader keeps the sums that a stated total is compared with.
      if (rows.isTableTotal(texts)) throw new NotClean('total')
      this.#readLine(start)
    }
    // An edition that is not known is said of every row.
    if (head !== null && parseEdition(texts.edition) !== null) this.#keys.remember(head.edition)
    return head
  }

  #readLine(start: number): string[] {
    let end = this.#endOfRow(start) - 1
    if (this.#table.lineEnd === CR) end--
    const cells = cleanText(this.#bytes.subarray(start, end)).split(',')
    if (cells.length !== this.#table.plan.width) throw new NotClean('width')
    return cells
  }

  /** The figures of a row; the loop in which a scan spends its time. */
  #figures(from: number, base: number, head: ReportHead): number {
    const { plan, lineEnd } = this.#table
    const { width, firstFigure, figureAt } = plan
    const { gathered } = this.#block
    const bytes = this.#bytes
    const empty = this.#block.emptyCodes(head)
    const last = width - 1
    let at = from
    for (let column = firstFigure; column < last; column++) {
      const figure = figureAt[column] as number
      const digit = (bytes[at] as number) - ZERO
      // Most figures have one digit.
      if (digit >= 0 && digit <= 9 && bytes[at + 1] === COMMA && figure >= 0) {
        gathered[base + figure] = digit
        at += 2
      } else at = this.#figure(at, COMMA, figure, base, empty)
    }
    if (last < firstFigure) throw new NotClean('width')
    at = this.#figure(at, lineEnd, figureAt[last] as number, base, empty)
    return lineEnd === CR ? this.#passLineEnd(at - 1) : at
  }

  /** One cell; gives the beginning of the next. */
  #figure(start: number, end: number, figure: number, base: number, empty: Float64Array): number {
    const bytes = this.#bytes
    let byte = bytes[start] as number
    let value = byte - ZERO
    if (figure >= 0 && value >= 0 && value <= 9) {
      let at = start + 1
      for (byte = bytes[at] as number; byte >= ZERO && byte <= NINE; byte = bytes[++at] as number) {
        value = value * 10 + byte - ZERO
      }
      if (byte !== end || !isPlainWhole(bytes, start, at)) {
        return this.#notWhole(start, at, end, figure, base)
      }
      const { gathered, highest } = this.#block
      gathered[base + figure] = value
      if (value > (highest[figure] as number)) highest[figure] = value
      return at + 1
    }
    if (figure === UNREAD) return this.#unread(start, end)
    const position = figure < 0 ? UNREAD - 1 - figure : figure
    if (byte === end) {
      this.#block.gathered[base + position] = empty[position] as number
      return start + 1
    }
    return this.#noDigit(start, end, position, base)
  }

  /** A cell that begins with digits and goes on with something else. */
  #notWhole(start: number, point: number, end: number, figure: number, base: number): number {
    const isDecimal = this.#bytes[point] === POINT && this.#table.plan.decimal[figure] === 1
    const value = isDecimal ? plainDecimal(this.#bytes, start, point, end) : NaN
    return this.#plainOrOdd(value, start, end, figure, base)
  }

  /** A cell that begins with something else than a digit. */
  #noDigit(start: number, end: number, figure: number, base: number): number {
    if (isWord(this.#bytes, start, end, ABSENT_WORD)) {
      this.#block.gathered[base + figure] = ABSENT
      return start + ABSENT_WORD.length + 1
    }
    const isSigned = this.#table.plan.signed[figure] === 1
    const value = isSigned ? plainNegative(this.#bytes, start, end) : NaN
    return this.#plainOrOdd(value, start, end, figure, base)
  }

  #plainOrOdd(value: number, start: number, end: number, figure: number, base: number): number {
    if (Number.isNaN(value)) return this.#odd(start, end, figure, base)
    this.#block.set(base, figure, value)
    return this.#endOfCell(start) + 1
  }

  /** Any other cell, by the one number parser. */
  #odd(start: number, end: number, figure: number, base: number): number {
    const { plan, context } = this.#table
    const stop = this.#endOfCell(start)
    if (this.#bytes[stop] !== end) throw new NotClean('width')
    const text = cleanText(this.#bytes.subarray(start, stop))
    const column = plan.figures[figure]
    const head = this.#head
    if (column === undefined || head === null) throw new Error('A cell without a column or report')
    const place = placeIn(context.file, '', this.#line, column.index + 1)
    const cell = figureCell({ text, ...column }, head, place, context)
    this.#block.setOdd(base, figure, cell, text)
    return stop + 1
  }

  #unread(start: number, end: number): number {
    const stop = this.#endOfCell(start)
    if (this.#bytes[stop] !== end) throw new NotClean('width')
    passUnread(this.#bytes, start, stop)
    return stop + 1
  }

  #endOfCell(start: number): number {
    const bytes = this.#bytes
    let at = start
    for (;;) {
      const byte = bytes[at]
      if (byte === COMMA || byte === LF || byte === CR || byte === undefined) return at
      at++
    }
  }

  /** The beginning of the next row. */
  #endOfRow(start: number): number {
    const end = this.#bytes.indexOf(LF, start)
    if (end < 0) throw new NotClean('line end')
    return this.#passLineEnd(this.#table.lineEnd === CR ? end - 1 : end)
  }

  #passLineEnd(at: number): number {
    const { lineEnd } = this.#table
    if (this.#bytes[at] !== lineEnd) throw new NotClean('line end')
    if (lineEnd === LF) return at + 1
    if (this.#bytes[at + 1] !== LF) throw new NotClean('line end')
    return at + 2
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, index) => cell === b[index])
}
