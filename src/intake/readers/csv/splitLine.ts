import type { Dialect } from './dialect'

type Marks = Pick<Dialect, 'delimiter' | 'quote' | 'escape' | 'skipSpace'>

export interface SplitLine {
  readonly cells: readonly string[]
  /** A quote stands where it cannot: the cell was taken as it is written. */
  readonly faulty: boolean
}

interface Cell {
  readonly text: string
  /** Offset of the delimiter after it, or of the end of the line. */
  readonly end: number
  readonly faulty: boolean
}

/**
 * Splits one line on its own and never fails. A quoted cell ends at the first quote before a
 * delimiter or the line end; an opening quote that no such quote closes is a character of its cell.
 */
export function splitLine(line: string, marks: Marks): SplitLine {
  const splitter = new LineSplitter(line, marks)
  return splitter.split()
}

class LineSplitter {
  readonly #line: string
  readonly #marks: Marks
  /** The first quote at or after the last asked offset that a delimiter or the line end follows. */
  #closer = -1

  constructor(line: string, marks: Marks) {
    this.#line = line
    this.#marks = marks
  }

  split(): SplitLine {
    const { delimiter, quote, skipSpace } = this.#marks
    const line = this.#line
    const cells: string[] = []
    let faulty = false
    let at = 0
    for (;;) {
      if (skipSpace && cells.length > 0 && line[at] === ' ') at += 1
      const cell = line[at] === quote ? this.#quoted(at) : this.#plain(at)
      cells.push(cell.text)
      faulty ||= cell.faulty
      if (cell.end >= line.length) return { cells, faulty }
      at = cell.end + delimiter.length
    }
  }

  #quoted(start: number): Cell {
    const { quote, escape, delimiter } = this.#marks
    const close = this.#closingQuote(start + 1)
    const written = close < 0 ? '' : this.#line.slice(start + 1, close)
    if (close < 0 || this.#opensCell(written)) return { ...this.#toDelimiter(start), faulty: true }
    const text = written.replaceAll(escape + quote, quote)
    const end = this.#line.indexOf(delimiter, close + 1)
    return {
      text,
      end: end < 0 ? this.#line.length : end,
      faulty: text.replaceAll(quote, escape + quote) !== written,
    }
  }

  /** An even run of quotes is escaped ones, unless the next quoted cell begins right behind it. */
  #closingQuote(from: number): number {
    const first = this.#nextCloser(from)
    let close = first
    for (let tries = 0; close >= 0 && tries < 5; tries += 1) {
      const isClosing =
        this.#runOfQuotes(from, close) % 2 === 1 ||
        this.#opensCell(this.#line.slice(close + 1, close + 6))
      if (isClosing) break
      close = this.#nextCloser(close + 1)
    }
    this.#closer = first < 0 ? Infinity : first
    return close < 0 ? first : close
  }

  #nextCloser(from: number): number {
    if (this.#closer >= from) return this.#closer === Infinity ? -1 : this.#closer
    const { quote, escape } = this.#marks
    let at = this.#line.indexOf(quote, from)
    while (
      at >= 0 &&
      ((escape === '\\' && this.#line[at - 1] === '\\') || !this.#endsCell(at + 1))
    ) {
      at = this.#line.indexOf(quote, at + 1)
    }
    this.#closer = at < 0 ? Infinity : at
    return at
  }

  #endsCell(at: number): boolean {
    let next = at
    while (this.#marks.delimiter !== ' ' && this.#line[next] === ' ') next += 1
    return next >= this.#line.length || this.#line.startsWith(this.#marks.delimiter, next)
  }

  #runOfQuotes(from: number, at: number): number {
    let run = 0
    while (at - run >= from && this.#line[at - run] === this.#marks.quote) run += 1
    return run
  }

  /** A delimiter and an opening quote: here the next quoted cell begins. */
  #opensCell(text: string): boolean {
    const { delimiter, quote } = this.#marks
    const at = text.indexOf(delimiter + quote)
    if (at < 0) return false
    const inner = at + delimiter.length + quote.length
    if (text[inner] === quote) return text.startsWith(delimiter, inner + 1)
    return inner < text.length
  }

  #plain(start: number): Cell {
    const plain = this.#toDelimiter(start)
    const mark = plain.text.indexOf(this.#marks.quote)
    if (mark < 0) return plain
    return this.#joined(start, start + mark) ?? { ...plain, faulty: true }
  }

  /** `text"quoted, text"`: the delimiter between the two was lost; the comma inside is none. */
  #joined(start: number, mark: number): Cell | null {
    const { quote, delimiter } = this.#marks
    const next = this.#line[mark + 1]
    if (next === undefined || [' ', quote, delimiter].includes(next)) return null
    const close = this.#closingQuote(mark + 1)
    if (close < 0 || this.#opensCell(this.#line.slice(mark + 1, close))) return null
    return { text: this.#line.slice(start, close + 1), end: close + 1, faulty: true }
  }

  #toDelimiter(start: number): Cell {
    const end = this.#line.indexOf(this.#marks.delimiter, start)
    const stop = end < 0 ? this.#line.length : end
    return { text: this.#line.slice(start, stop), end: stop, faulty: false }
  }
}
