import { markedText, type Aside } from '../asideText'
import { cellText } from '../cellText'
import type { Merge } from '../../../document'
import type { HiddenSpans, Span } from '../hidden/hiddenSpans'
import { hiddenColumns, isHiddenTag } from '../hidden/hiddenInXlsx'
import { known, NotPlain } from './notPlain'
import { itemText } from './workbookParts'
import { isPlainXml, xmlText } from './xmlText'

/** What the cells of a sheet refer to. */
export interface SheetTables {
  readonly texts: readonly string[]
  /** By style; null: perhaps a date. */
  readonly formats: readonly (string | null)[]
  /** By style, what it makes of the text of a cell. */
  readonly asides: readonly (Aside | null)[]
}

/** A sheet's cells as texts, row 1 and column A first. */
export interface ScannedSheet {
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  readonly formulas: number
  /** What the screen does not show, filtered out for the most part. */
  readonly hidden: HiddenSpans
}

/** Is told of every text (row and column from 1): what is wrong with it is the caller's to say. */
export type TextTaker = (text: string, row: number, column: number) => void

const ROW_END = '</row>'
const DATA_END = '</sheetData>'
const errors = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'])
const noCells: readonly string[] = []
const NINE = 57
const ZERO = 48

/**
 * Reads the XML of a sheet as it comes, row after row. It knows the cells that spreadsheets commonly
 * write; anything else throws `NotPlain`.
 */
export class SheetScanner {
  readonly #tables: SheetTables
  readonly #take: TextTaker
  readonly #rows: (readonly string[])[] = []
  #xml = ''
  #state: 'before' | 'data' | 'after' = 'before'
  #formulas = 0
  readonly #hiddenRows: Span[] = []
  #hiddenColumns: readonly Span[] = []
  /** Cells, up to the last that is not empty of each row. */
  cells = 0

  constructor(tables: SheetTables, take: TextTaker) {
    this.#tables = tables
    this.#take = take
  }

  /** More of the sheet's XML; a cut may stand anywhere. */
  add(xml: string): void {
    this.#xml += xml
    if (this.#state === 'before') this.#begin()
    if (this.#state === 'data') this.#readRows()
  }

  finish(): ScannedSheet {
    if (this.#state !== 'after') throw new NotPlain()
    const rows = this.#rows
    while (rows.at(-1)?.length === 0) rows.pop()
    const hidden = { rows: this.#hiddenRows, columns: this.#hiddenColumns }
    return { rows, merges: mergesIn(this.#xml), formulas: this.#formulas, hidden }
  }

  #begin(): void {
    const empty = this.#xml.indexOf('<sheetData/>')
    const start = this.#xml.indexOf('<sheetData>')
    if (empty < 0 && start < 0) return
    const end = empty < 0 ? start : empty
    const head = this.#xml.slice(0, end)
    if (!isPlainXml(head) || !head.includes('<worksheet')) throw new NotPlain()
    this.#hiddenColumns = hiddenColumns(head)
    this.#state = empty < 0 ? 'data' : 'after'
    this.#xml = this.#xml.slice(end + (empty < 0 ? '<sheetData>' : '<sheetData/>').length)
  }

  #readRows(): void {
    const xml = this.#xml
    const end = xml.indexOf(DATA_END)
    const last = end < 0 ? xml.lastIndexOf(ROW_END) + ROW_END.length : end
    if (end < 0 && last < ROW_END.length) return
    let at = 0
    while (at < last) at = this.#row(xml, at)
    if (at !== last) throw new NotPlain()
    this.#xml = xml.slice(end < 0 ? last : end + DATA_END.length)
    if (end >= 0) this.#state = 'after'
  }

  /** Reads the row at a position; gives the position behind it. */
  #row(xml: string, at: number): number {
    if (!xml.startsWith('<row ', at)) throw new NotPlain()
    const close = xml.indexOf('>', at)
    const head = xml.slice(at, close)
    const number = Number(known(/ r="(\d{1,7})"/.exec(head)?.[1]))
    if (number <= this.#rows.length) throw new NotPlain()
    while (this.#rows.length < number - 1) this.#rows.push(noCells)
    if (xml[close - 1] === '/') {
      this.#rows.push(noCells)
      return close + 1
    }
    const cells: string[] = []
    let next = close + 1
    while (xml.startsWith('<c ', next)) next = this.#cell(xml, next, number, cells)
    if (!xml.startsWith(ROW_END, next)) throw new NotPlain()
    while (cells.at(-1) === '') cells.pop()
    this.cells += cells.length
    if (cells.length > 0 && isHiddenTag(head))
      this.#hiddenRows.push({ from: number - 1, to: number - 1 })
    this.#rows.push(cells.length === 0 ? noCells : cells)
    return next + ROW_END.length
  }

  /** Reads the cell at a position into its row; gives the position behind it. */
  #cell(xml: string, at: number, row: number, cells: string[]): number {
    const close = xml.indexOf('>', at)
    const isEmpty = xml.charCodeAt(close - 1) === 47
    const { column, style, type } = cellHead(xml, at, isEmpty ? close - 1 : close, row)
    if (column < cells.length) throw new NotPlain()
    if (isEmpty) return close + 1
    let next = close + 1
    const isFormula = xml.startsWith('<f', next)
    if (isFormula) next = this.#formulaEnd(xml, next)
    const body = bodyAt(xml, next, type)
    if (isFormula && body.text === null && type !== 'str') throw new NotPlain()
    const text = markedText(this.#text(body.text, type, style), this.#tables.asides[style] ?? null)
    if (type === 's' || type === 'str' || type === 'inlineStr') this.#take(text, row, column + 1)
    while (cells.length < column) cells.push('')
    cells.push(text)
    return body.end
  }

  /** Behind a formula, whose last result stands in the cell. */
  #formulaEnd(xml: string, at: number): number {
    const close = xml.indexOf('>', at)
    if (/ t="(?:array|dataTable)"/.test(xml.slice(at, close))) throw new NotPlain()
    this.#formulas += 1
    if (xml[close - 1] === '/') return close + 1
    const end = xml.indexOf('</f>', close)
    if (end < 0) throw new NotPlain()
    return end + 4
  }

  #text(written: string | null, type: string, style: number): string {
    if (written === null) return ''
    switch (type) {
      case '':
      case 'n':
        return this.#number(written, style)
      case 's':
        return known(this.#tables.texts[Number(written)])
      case 'str':
        return xmlText(written)
      case 'inlineStr':
        return itemText(written)
      case 'b':
        if (written !== '0' && written !== '1') throw new NotPlain()
        return written === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        if (!errors.has(written)) throw new NotPlain()
        return written
      default:
        throw new NotPlain()
    }
  }

  #number(written: string, style: number): string {
    const format =
      style === 0 ? (this.#tables.formats[0] ?? 'General') : this.#tables.formats[style]
    if (format === 'General' && isShortWhole(written)) return written
    const value = Number(written)
    if (written.trim() !== written || Number.isNaN(value)) throw new NotPlain()
    return cellText({ t: 'n', v: value, z: known(format) }, false)
  }
}

/** Column (from 0), style and type of the cell whose tag ends at `end`. */
function cellHead(xml: string, at: number, end: number, row: number) {
  let next = at + 6
  if (!xml.startsWith('r="', at + 3)) throw new NotPlain()
  let column = 0
  let code = xml.charCodeAt(next)
  for (; code >= 65 && code <= 90; code = xml.charCodeAt(++next)) column = column * 26 + code - 64
  const quote = xml.indexOf('"', next)
  if (column === 0 || column > 16_384 || Number(xml.slice(next, quote)) !== row)
    throw new NotPlain()
  let style = 0
  let type = ''
  next = quote + 1
  while (next < end) {
    const open = xml.indexOf('="', next)
    const until = xml.indexOf('"', open + 2)
    if (open < 0 || until >= end || until < 0) throw new NotPlain()
    const name = xml.slice(next, open)
    if (name === ' s') style = Number(xml.slice(open + 2, until))
    else if (name === ' t') type = xml.slice(open + 2, until)
    else throw new NotPlain()
    next = until + 1
  }
  return { column: column - 1, style, type }
}

/** What stands in a cell, as XML; null: nothing. `end` is behind the cell. */
function bodyAt(xml: string, at: number, type: string): { text: string | null; end: number } {
  if (xml.startsWith('</c>', at)) return { text: null, end: at + 4 }
  if (xml.startsWith('<v/></c>', at)) return { text: null, end: at + 8 }
  const [open, close] = type === 'inlineStr' ? ['<is>', '</is></c>'] : ['<v>', '</v></c>']
  const end = xml.indexOf(close, at)
  if (!xml.startsWith(open, at) || end < 0) throw new NotPlain()
  const text = xml.slice(at + open.length, end)
  if (type !== 'inlineStr' && text.includes('<')) throw new NotPlain()
  return { text: text === '' ? null : text, end: end + close.length }
}

/** Digits alone, which a spreadsheet shows as they are. */
function isShortWhole(text: string): boolean {
  if (text.length > 15 || (text.charCodeAt(0) === ZERO && text.length > 1)) return false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code < ZERO || code > NINE) return false
  }
  return true
}

function mergesIn(tail: string): Merge[] {
  if (!isPlainXml(tail)) throw new NotPlain()
  return [...tail.matchAll(/<mergeCell ref="([^"]*)"\/>/g)].map(([, reference = '']) => {
    const [, c1 = '', r1, c2 = '', r2] = known(/^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference))
    const [row, column] = [Number(r1) - 1, columnOf(c1)]
    return { row, column, rows: Number(r2) - row, columns: columnOf(c2) - column + 1 }
  })
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
