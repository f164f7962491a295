import type { KeyColumn } from '@/domain/aliases'
import type { ReportEdition } from '@/domain/indicator'
import { FIRST_YEAR, isDitto, LAST_YEAR } from '../recognisers/keyTexts'
import { cleanText, COMMA, CR, LF, NotClean, QUOTE } from './lines'
import { isWord, ZERO } from './plainNumbers'

const WORD_2019 = new TextEncoder().encode('2019')
const WORD_2021 = new TextEncoder().encode('2021')
/** Bytes of keys that are remembered; longer ones are read anew in every row. */
const REMEMBERED = 4096

/**
 * The cells before the figures of a row. Reports of one unit mostly stand together, so that a row's
 * keys are those of the row before but for year and edition, and need not become text again.
 */
export class KeyCells {
  readonly #yearColumn: number
  readonly #editionColumn: number
  /** Key columns but the year and the edition, and columns that are not read. */
  readonly #keyColumns: readonly number[]
  readonly #otherColumns: readonly number[]
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #remembered = new Uint8Array(REMEMBERED)
  readonly #lengths: Int32Array
  #bytes: Uint8Array = new Uint8Array(0)
  #isRemembered = false
  /** The edition of the remembered row, and the bytes that say so. */
  #edition: ReportEdition = 'unknown'
  #editionWord = new Uint8Array(0)

  constructor(keys: ReadonlyMap<KeyColumn, number>, count: number) {
    this.#yearColumn = keys.get('year') ?? -1
    this.#editionColumn = keys.get('edition') ?? -1
    const columns = Array.from({ length: count }, (_, column) => column)
    const known = new Set(keys.values())
    const apart = [this.#yearColumn, this.#editionColumn]
    this.#keyColumns = columns.filter((column) => known.has(column) && !apart.includes(column))
    this.#otherColumns = columns.filter((column) => !known.has(column))
    this.#starts = new Int32Array(count)
    this.#ends = new Int32Array(count)
    this.#lengths = new Int32Array(count)
  }

  /** Finds the cells of the row at `start`; gives where the figures begin. */
  find(bytes: Uint8Array, start: number): number {
    this.#bytes = bytes
    let at = start
    for (let column = 0; column < this.#starts.length; column++) {
      this.#starts[column] = at
      let byte = bytes[at]
      while (byte !== COMMA) {
        if (byte === LF || byte === CR || byte === undefined) throw new NotClean('width')
        byte = bytes[++at]
      }
      this.#ends[column] = at++
    }
    return at
  }

  /** The cells before the figures as text; throws `NotClean` where one is not clean. */
  texts(): string[] {
    const count = this.#starts.length
    if (count === 0) return []
    // Made text at once: each call of the decoder costs as much as the text of a row.
    const texts = cleanText(this.#bytes.subarray(this.#starts[0], this.#ends[count - 1])).split(',')
    if (texts.some(isDitto)) throw new NotClean('ditto')
    return texts
  }

  /** The year, where the other keys are the remembered ones and it is four plain digits; else 0. */
  sameButYear(): number {
    if (!this.#isRemembered) return 0
    const year = this.#plainYear()
    if (year === 0 || !this.#isSame()) return 0
    for (const column of this.#otherColumns) {
      passUnread(this.#bytes, this.#starts[column] as number, this.#ends[column] as number)
    }
    return year
  }

  forget(): void {
    this.#isRemembered = false
  }

  /**
   * The edition of the row found last, where it is said by its year, not at all or as in the remembered
   * row; else null.
   */
  edition(): ReportEdition | null {
    const column = this.#editionColumn
    if (column < 0) return this.#edition
    const start = this.#starts[column] as number
    const length = (this.#ends[column] as number) - start
    if (length === 0) return 'unknown'
    if (this.#isWord(start, length, WORD_2019)) return '2019'
    if (this.#isWord(start, length, WORD_2021)) return '2021'
    return this.#isWord(start, length, this.#editionWord) ? this.#edition : null
  }

  #isWord(start: number, length: number, word: Uint8Array): boolean {
    return length === word.length && isWord(this.#bytes, start, COMMA, word)
  }

  /** Remembers the keys of the row found last, which say that it has this edition. */
  remember(edition: ReportEdition): void {
    let to = 0
    this.#isRemembered = false
    this.#edition = edition
    const column = this.#editionColumn
    if (column >= 0) {
      this.#editionWord = this.#bytes.slice(this.#starts[column], this.#ends[column])
    }
    for (const column of this.#keyColumns) {
      const start = this.#starts[column] as number
      const length = (this.#ends[column] as number) - start
      if (to + length > REMEMBERED) return
      for (let at = 0; at < length; at++) this.#remembered[to++] = this.#bytes[start + at] as number
      this.#lengths[column] = length
    }
    this.#isRemembered = true
  }

  #isSame(): boolean {
    let to = 0
    for (const column of this.#keyColumns) {
      const start = this.#starts[column] as number
      const length = this.#lengths[column] as number
      if ((this.#ends[column] as number) - start !== length) return false
      for (let at = 0; at < length; at++) {
        if (this.#bytes[start + at] !== this.#remembered[to++]) return false
      }
    }
    return true
  }

  #plainYear(): number {
    const start = this.#starts[this.#yearColumn] as number
    if ((this.#ends[this.#yearColumn] as number) - start !== 4) return 0
    let year = 0
    for (let at = start; at < start + 4; at++) {
      const digit = (this.#bytes[at] as number) - ZERO
      if (digit < 0 || digit > 9) return 0
      year = year * 10 + digit
    }
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0
  }
}

/** A cell that is not read must be sound all the same; throws `NotClean` where it is not. */
export function passUnread(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte === QUOTE) throw new NotClean('quote')
    if (byte >= 0x20 && byte < 0x7f) continue
    // Looks at the whole cell.
    cleanText(bytes.subarray(start, end))
    return
  }
}
