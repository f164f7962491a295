import { coveredText, type Grid } from '../../document'
import {
  isColumnNumbers,
  isNote,
  isTotal,
  isUnitTotal,
  parseYear,
  relativeYear,
  unitText,
} from '../keyTexts'
import { isBlankRow } from '../tableHeader'
import { isSame } from './blocks'
import type { CrossAxes } from './axes'
import { namesIn, type NameKey, type Names } from './names'
import type { Surroundings } from './surroundings'

/** What is known of a figure, as written. */
export interface CrossWords {
  readonly unitCode: string
  readonly unitName: string
  readonly year: string
  readonly scope: string
  readonly edition: string
  /** Group and row, or one label. */
  readonly indicator: readonly string[]
}

export interface CrossRow {
  /** From 0. */
  readonly row: number
  readonly cells: readonly string[]
  /** By column (from 0); of a row that speaks of no report, what it is. */
  readonly words: ReadonlyMap<number, CrossWords> | NoRow
}

/** Why a row speaks of no report. */
export type NoRow = 'total' | 'note' | 'unnamed'

/** The rows of one table, with what is known of the figures in them. */
export class CrossRows {
  readonly #grid: Grid
  readonly #axes: CrossAxes
  readonly #around: Surroundings
  readonly #names: Names

  constructor(grid: Grid, axes: CrossAxes, around: Surroundings, names: Names) {
    this.#grid = grid
    this.#axes = axes
    this.#around = around
    this.#names = names
  }

  /** All rows under the header that hold something. */
  *read(): Generator<CrossRow> {
    const { headerRow, headRows, columns } = this.#axes
    const heads = [...headRows].map((row) => this.#grid.rows[row] ?? [])
    for (let row = headerRow + 1; row < this.#grid.rows.length; row++) {
      const cells = this.#grid.rows[row] ?? []
      if (isBlankRow(cells) || headRows.has(row) || isColumnNumbers(cells)) continue
      if (heads.some((head) => isSame(cells, head))) continue
      const labels = this.#labels(row, cells)
      const words =
        typeof labels === 'string'
          ? labels
          : new Map(columns.map((column) => [column, this.#words(column, labels)] as const))
      yield { row, cells, words }
    }
  }

  /** The names of a row. */
  #labels(row: number, cells: readonly string[]): Map<NameKey, readonly string[]> | NoRow {
    const labels = new Map<NameKey, readonly string[]>()
    for (const [key, columns] of this.#axes.labels) {
      const texts = columns.map((column) => coveredText(this.#grid, row, column).trim())
      const filled = texts.filter((text) => text !== '')
      const reason = noRow(key, filled, firstOf(cells))
      if (reason !== null) return reason
      labels.set(key, filled)
    }
    return this.#axes.datedRows ? this.#withYear(labels) : labels
  }

  /** With the year that stands in the name of the row. */
  #withYear(labels: Map<NameKey, readonly string[]>): Map<NameKey, readonly string[]> {
    for (const key of ['indicator', 'unit'] as const) {
      const texts = labels.get(key) ?? []
      const found = namesIn(texts.at(-1) ?? '', this.#names)
      const [name, year] = [found.get(key), found.get('year')]
      if (name === undefined || year === undefined) continue
      labels.set(key, [...texts.slice(0, -1), name]).set('year', [year])
    }
    return labels
  }

  #words(column: number, labels: ReadonlyMap<NameKey, readonly string[]>): CrossWords {
    const named = this.#axes.words.get(column)
    const of = (key: NameKey): readonly string[] => {
      const own = labels.get(key) ?? named?.get(key)
      if (own !== undefined) return own
      const said = key === 'scope' || key === 'edition' ? undefined : this.#around.said.get(key)
      return said === undefined ? [] : [said.text]
    }
    const units = of('unit')
    const code = units.find((text) => /^\d{6}$/.test(unitText(text, '').code)) ?? ''
    return {
      unitCode: code,
      unitName: units.find((text) => text !== code) ?? '',
      year: this.#year(of('year').at(-1) ?? ''),
      scope: of('scope').at(-1) ?? '',
      edition: of('edition').at(-1) ?? '',
      indicator: of('indicator'),
    }
  }

  /** `上年` is the year before the one that the table is of. */
  #year(written: string): string {
    const years = relativeYear(written)
    if (years === null) return written
    const said = parseYear(this.#around.said.get('year')?.text ?? '')
    return said === null ? '' : String(said + years)
  }
}

/** Why the names of one kind say that a row speaks of no report; null: they do not. */
function noRow(key: NameKey, texts: readonly string[], first: string): NoRow | null {
  const last = texts.at(-1) ?? ''
  if (isNote(last === '' ? first : last)) return 'note'
  if (key === 'scope' || key === 'edition') return null
  if (key === 'unit' && texts.some(isUnitTotal)) return 'total'
  const isNamed = key === 'year' ? isYear(last) : last !== ''
  if (isNamed) return null
  return isTotal(last === '' ? first : last) ? 'total' : 'unnamed'
}

function isYear(text: string): boolean {
  return parseYear(text) !== null || relativeYear(text) !== null
}

function firstOf(cells: readonly string[]): string {
  return cells.find((text) => text.trim() !== '') ?? ''
}
