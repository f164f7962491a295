import type { Grid } from '../../document'
import {
  applicantCells,
  extraKind,
  headerBlocks,
  isFormHeader,
  isOver,
  isRequestHeader,
  isRowHeader,
  yearOf,
  type ExtraKind,
  type HeaderBlock,
  type HeaderCell,
} from './headerBlocks'

/** A column inside a statutory table that the form does not print. */
export interface ExtraColumn {
  /** From 0. */
  readonly column: number
  /** The rows below its header, from 0; `until` is not included. */
  readonly from: number
  readonly until: number
  /** As its header says; empty where no header names it. */
  readonly name: string
  readonly kind: ExtraKind
  /** Whether it is known which column is meant; else no figure beside it can be told. */
  readonly isSure: boolean
  /** Whether nothing stands below its header. */
  readonly isEmpty: boolean
  /** Where its header stands, row and column from 0. */
  readonly header: { readonly row: number; readonly column: number }
}

export interface GridExtras {
  /** The first row (from 0) of the first header of a statutory table; null where there is none. */
  readonly firstHeader: number | null
  readonly extras: readonly ExtraColumn[]
}

export interface ColumnTexts {
  readonly isValue: (text: string) => boolean
  /** Whether a merged cell covers this one. */
  readonly isCovered: (row: number, column: number) => boolean
  /** The year of the report; null where it is not known. */
  readonly year: number | null
}

/**
 * The columns that an office put beside those of the form: last year's figures, changes, remarks, units of
 * measure, row numbers. One counts as known only where header and figures stand over each other: every figure
 * below a header, one column for each kind of applicants, and their sums right.
 */
export function extraColumns(grid: Grid, texts: ColumnTexts): GridExtras {
  const hasFigures = (row: number) => (grid.rows[row] ?? []).some(texts.isValue)
  const blocks = headerBlocks(grid, hasFigures, texts.year)
  const extras = blocks.flatMap((block, at) =>
    new Region(grid, texts, block, blocks.slice(at + 1)).extras(namedExtras(block, texts.year)),
  )
  // A column left blank as a whole tells nothing; blank under one header of several, figures may have slipped.
  const isUsed = extras.some(({ isEmpty, kind }) => !isEmpty && isOtherFigure(kind))
  return {
    firstHeader: blocks[0]?.from ?? null,
    extras: extras.filter(({ isEmpty }) => isUsed || !isEmpty),
  }
}

/** Whether a column holds figures that are none of the year's. */
export function isOtherFigure(kind: ExtraKind): boolean {
  return kind === 'otherYear' || kind === 'change'
}

interface Named {
  readonly cell: HeaderCell
  readonly kind: ExtraKind
}

/** The cells of a header that name no column of the form; in a report of a known year, any year is another. */
function namedExtras(block: HeaderBlock, year: number | null): Named[] {
  const named = block.cells.flatMap((cell): Named[] => {
    const kind = extraKind(cell.text)
    if (kind === null || isFormHeader(cell.text)) return []
    return [{ cell, kind: kind === 'year' && year !== null ? 'otherYear' : kind }]
  })
  const years = new Set(
    named.flatMap(({ cell, kind }) => (kind === 'year' ? [yearOf(cell.text)] : [])),
  )
  // The form of 2019 has 上一年项目数量 and 本年增/减 itself, which may be cut to words that others add.
  const isCut =
    block.cells.some(({ text }) => /^处理决定数/u.test(text)) &&
    !block.cells.some(({ text }) => /项目数/u.test(text))
  return named.filter(({ cell, kind }) => {
    if (kind === 'year') return years.size > 1 || !isUnderForm(block, cell)
    return !isCut || !isOtherFigure(kind)
  })
}

function isUnderForm({ cells }: HeaderBlock, { column, columns }: HeaderCell): boolean {
  return cells.some(
    (cell) =>
      isFormHeader(cell.text) &&
      cell.column < column + columns &&
      column < cell.column + cell.columns,
  )
}

const WHOLE = /^\d{1,9}$/
const NUMBER = /^[\d.,，+-]+$/u

/** The rows below one header. */
class Region {
  readonly #grid: Grid
  readonly #texts: ColumnTexts
  readonly #block: HeaderBlock
  readonly #later: readonly HeaderBlock[]

  constructor(grid: Grid, texts: ColumnTexts, block: HeaderBlock, later: readonly HeaderBlock[]) {
    this.#grid = grid
    this.#texts = texts
    this.#block = block
    this.#later = later
  }

  extras(named: readonly Named[]): ExtraColumn[] {
    const all = [...named.flatMap((each) => this.#columnsOf(each)), ...this.#unnamed(named)].filter(
      ({ isEmpty, kind }) => !isEmpty || isOtherFigure(kind),
    )
    const gone = new Set(all.map(({ column }) => column))
    const until = all.reduce((most, each) => Math.max(most, each.until), this.#block.until)
    const isAligned = this.#isAligned(gone, until)
    return all.flatMap((each): ExtraColumn[] => {
      const isSure = isAligned && this.#isOfKind(each)
      if (isSure) return [{ ...each, isSure }]
      const isHarmless =
        each.isEmpty || each.kind === 'rowNumber' || (each.kind === 'words' && !isAligned)
      return isHarmless ? [] : [{ ...each, isSure }]
    })
  }

  #columnsOf({ cell, kind }: Named): ExtraColumn[] {
    return Array.from({ length: cell.columns }, (_, by) =>
      this.#column(cell.column + by, kind, cell.text.trim(), cell),
    )
  }

  /** Texts right of all that the form heads are no figures, whatever stands over them. */
  #unnamed(named: readonly Named[]): ExtraColumn[] {
    const { cells, from } = this.#block
    const heads = cells.filter(({ text }) => isFormHeader(text))
    const figures = this.#valueRows(new Set(), this.#next()).flatMap((row) => [...row.keys()])
    const last = Math.max(...heads.map(({ column, columns }) => column + columns - 1), ...figures)
    const width = Math.max(...this.#grid.rows.map((row) => row.length))
    return Array.from({ length: Math.max(0, width - 1 - last) }, (_, by) => last + 1 + by)
      .filter((column) => !named.some(({ cell }) => isOver(cell, column)))
      .map((column) => {
        const header = cells.find((cell) => isOver(cell, column))
        const place = header ?? { row: from, column }
        const own = this.#column(column, 'words', header?.text.trim() ?? '', place)
        const cut = { ...own, until: Math.min(own.until, this.#next()) }
        return { ...cut, isEmpty: this.#filled(cut).length === 0 }
      })
      .filter(
        (each) => !each.isEmpty && this.#filled(each).every((text) => !this.#texts.isValue(text)),
      )
  }

  #column(
    column: number,
    kind: ExtraKind,
    name: string,
    { row, column: at }: Pick<HeaderCell, 'row' | 'column'>,
  ): ExtraColumn {
    const next = this.#later.find(
      ({ cells }) =>
        !cells.some(({ text }) => isRowHeader(text)) ||
        cells.some((cell) => isOver(cell, column) && isFormHeader(cell.text)) ||
        cells.some((cell) => cell.column === column && extraKind(cell.text) !== null),
    )
    const until = next?.from ?? this.#grid.rows.length
    const header = { row, column: at }
    const spot = { column, from: this.#block.until, until }
    const isEmpty = this.#filled(spot).length === 0
    return { ...spot, name, kind, isSure: false, isEmpty, header }
  }

  /** The texts below a header that are no label over the whole row. */
  #filled({ column, from, until }: Pick<ExtraColumn, 'column' | 'from' | 'until'>): string[] {
    const heads = this.#later.map((block) => [block.from, block.until] as const)
    return this.#grid.rows.slice(from, until).flatMap((texts, by) => {
      const row = from + by
      const isHead = heads.some(([first, end]) => row >= first && row < end)
      const text = (texts[column] ?? '').trim()
      return text === '' || isHead || this.#texts.isCovered(row, column) ? [] : [text]
    })
  }

  #isOfKind(extra: ExtraColumn): boolean {
    const texts = this.#filled(extra)
    switch (extra.kind) {
      case 'year':
        return false
      case 'rowNumber':
        return texts.every((text) => /^[A-Z]?\d{1,3}$/u.test(text))
      case 'words':
        return !texts.some((text) => NUMBER.test(text))
      case 'otherYear':
      case 'change':
        return true
    }
  }

  /** Whether the figures that stay stand under what the form heads them with. */
  #isAligned(gone: ReadonlySet<number>, until: number): boolean {
    const rows = this.#valueRows(gone, until)
    const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
    const heads = [this.#block, ...this.#later.filter(({ from }) => from < until)].flatMap(
      ({ cells }) => cells.filter(({ text }) => isFormHeader(text)),
    )
    const isCovered = columns.every((column) => heads.some((cell) => isOver(cell, column)))
    if (columns.length === 0 || !isCovered) return false
    return !isRequestHeader(this.#block) || this.#isWholeThree(this.#valueRows(gone, this.#next()))
  }

  /** Where the next header begins. */
  #next(): number {
    return this.#later[0]?.from ?? this.#grid.rows.length
  }

  /** By column, the figures of every row that are in no extra column. */
  #valueRows(gone: ReadonlySet<number>, until: number): Map<number, string>[] {
    return this.#grid.rows.slice(this.#block.until, until).map((texts, by) => {
      const row = this.#block.until + by
      const values = [...texts.entries()].filter(
        ([column, text]) =>
          !gone.has(column) && this.#texts.isValue(text) && !this.#texts.isCovered(row, column),
      )
      return new Map(values.map(([column, text]) => [column, text.trim()]))
    })
  }

  /** One column for every kind of applicants, and more rows that add up than such that do not. */
  #isWholeThree(rows: readonly ReadonlyMap<number, string>[]): boolean {
    const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))]
    const kinds = applicantCells(this.#block)
    const own = kinds?.map((cell) => columns.filter((column) => isOver(cell, column))) ?? []
    if (kinds === null || own.some((each) => each.length !== 1)) return false
    let balance = 0
    for (const row of rows) {
      const texts = own.flat().map((column) => row.get(column) ?? '')
      if (!texts.every((text) => WHOLE.test(text))) continue
      const numbers = texts.map(Number)
      const parts = numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)
      balance += parts === numbers.at(-1) ? 1 : -1
    }
    return balance > 0
  }
}
