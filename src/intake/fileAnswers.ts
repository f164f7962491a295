import type { HeaderAnswer } from '@/data/rememberedMapping'
import type { Scope } from '@/domain/report'
import type { UnitText } from '@/domain/unit'
import type { ChosenEncodings } from './readers/encoding/encodings'

/** What the user said of a table, or of a document, that does not say it itself. */
export interface TableAnswer {
  /** As in places: in an archive, the file inside. */
  readonly file: string
  /** Empty where the file has no sheets. */
  readonly sheet: string
  readonly unit?: UnitText
  readonly year?: number
  /** Of a document alone: tables have a column for it. */
  readonly scope?: Scope
}

/** What the user said of the unit that one number is written in. */
export interface CellAnswer {
  readonly sheet: string
  readonly row: number
  readonly column: number
  readonly unit: string
}

/** A row that another file has in the place of this one. */
export interface ReplacedRow {
  readonly sheet: string
  readonly row: number
}

/** Everything that the user said of a file, so that it is read with it from the start. */
export interface FileAnswers extends ChosenEncodings {
  readonly headers: readonly HeaderAnswer[]
  readonly tables: readonly TableAnswer[]
  readonly cells: readonly CellAnswer[]
  readonly replacedRows: readonly ReplacedRow[]
}

export const noAnswers: FileAnswers = { headers: [], tables: [], cells: [], replacedRows: [] }

/** The unit of a rate that is written as `0.85` for 85 %. */
export const RATIO_UNIT = '小数'

/** Looks up what the user said, while a file is read. */
export class AnswerBook {
  readonly answers: FileAnswers
  readonly #headers: ReadonlyMap<string, HeaderAnswer>
  readonly #tables: ReadonlyMap<string, TableAnswer>
  readonly #cells: ReadonlyMap<string, CellAnswer>

  constructor(answers: FileAnswers) {
    this.answers = answers
    this.#headers = new Map(
      answers.headers.map((answer) => [headerKey(answer.header, answer.nth), answer]),
    )
    this.#tables = new Map(answers.tables.map((answer) => [tableKey(answer), answer]))
    this.#cells = new Map(answers.cells.map((answer) => [cellKey(answer), answer]))
  }

  header(header: string, nth = 1): HeaderAnswer | undefined {
    return this.#headers.size === 0 ? undefined : this.#headers.get(headerKey(header, nth))
  }

  /** Of a sheet, or of the whole file where nothing is said of the sheet alone. */
  table(file: string, sheet: string): TableAnswer | undefined {
    return (
      this.#tables.get(tableKey({ file, sheet })) ?? this.#tables.get(tableKey({ file, sheet: '' }))
    )
  }

  /** The unit that a number is written in. */
  unitAt(sheet: string, row: number, column: number): string | undefined {
    return this.#cells.size === 0
      ? undefined
      : this.#cells.get(cellKey({ sheet, row, column }))?.unit
  }

  /** Whether single rows or cells are spoken of, which only the tolerant reader looks at. */
  get isAboutRows(): boolean {
    return this.answers.cells.length + this.answers.replacedRows.length > 0
  }
}

/** The same for headers that differ in width and spaces only. */
export function headerKey(header: string, nth: number): string {
  return `${nth} ${header.normalize('NFKC').replace(/\s/g, '')}`
}

function tableKey({ file, sheet }: Pick<TableAnswer, 'file' | 'sheet'>): string {
  return `${file}\0${sheet}`
}

function cellKey({ sheet, row, column }: Omit<CellAnswer, 'unit'>): string {
  return `${row} ${column} ${sheet}`
}

/** Counts the headers of a table, so that each knows which one it is of its like. */
export class HeaderCounter {
  readonly #counts = new Map<string, number>()

  next(header: string): number {
    const key = headerKey(header, 0)
    const nth = (this.#counts.get(key) ?? 0) + 1
    this.#counts.set(key, nth)
    return nth
  }
}
