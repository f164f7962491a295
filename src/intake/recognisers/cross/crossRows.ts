import { coveredText, type Grid } from '../../document'
import { isNote, isTotal, parseYear, unitText } from '../keyTexts'
import { isBlankRow } from '../tableHeader'
import { isSame } from './blocks'
import type { CrossAxes, Dimension } from './axes'
import type { Surroundings } from './surroundings'

/** What is known of a figure, as written. */
export interface CrossWords {
  readonly unitCode: string
  readonly unitName: string
  readonly year: string
  /** Group and row, or one label. */
  readonly indicator: readonly string[]
}

export interface CrossRow {
  /** From 0. */
  readonly row: number
  readonly cells: readonly string[]
  /** By column (from 0); null for totals, notes and rows without a name. */
  readonly words: ReadonlyMap<number, CrossWords> | null
}

/** The rows of one table, with what is known of the figures in them. */
export class CrossRows {
  readonly #grid: Grid
  readonly #axes: CrossAxes
  readonly #around: Surroundings

  constructor(grid: Grid, axes: CrossAxes, around: Surroundings) {
    this.#grid = grid
    this.#axes = axes
    this.#around = around
  }

  /** All rows under the header that hold something. */
  *read(): Generator<CrossRow> {
    const { headerRow, columns, across } = this.#axes
    const header = this.#grid.rows[headerRow] ?? []
    for (let row = headerRow + 1; row < this.#grid.rows.length; row++) {
      const cells = this.#grid.rows[row] ?? []
      if (isBlankRow(cells) || isSame(cells, header)) continue
      const labels = this.#labels(row)
      const wordsAt = (column: number, named: ReadonlyMap<Dimension, readonly string[]>) =>
        this.#words(new Map(named).set(across, [header[column] ?? '']))
      const words =
        labels && new Map(columns.map((column) => [column, wordsAt(column, labels)] as const))
      yield { row, cells, words }
    }
  }

  /** The names of a row; null for totals, notes and rows without a name. */
  #labels(row: number): Map<Dimension, readonly string[]> | null {
    const labels = new Map<Dimension, readonly string[]>()
    for (const [dimension, columns] of this.#axes.labels) {
      const texts = columns.map((column) => coveredText(this.#grid, row, column).trim())
      const filled = texts.filter((text) => text !== '')
      const last = filled.at(-1) ?? ''
      if (last === '' || isNote(last)) return null
      if (dimension === 'unit' && filled.some(isTotal)) return null
      if (dimension === 'year' && parseYear(last) === null) return null
      labels.set(dimension, filled)
    }
    return labels
  }

  #words(named: ReadonlyMap<Dimension, readonly string[]>): CrossWords {
    const of = (dimension: Dimension): readonly string[] => {
      const own = named.get(dimension)
      if (own !== undefined) return own
      const said = this.#around.said.get(dimension)
      return said === undefined ? [] : [said.text]
    }
    const units = of('unit')
    const code = units.find((text) => /^\d{6}$/.test(unitText(text, '').code)) ?? ''
    return {
      unitCode: code,
      unitName: units.find((text) => text !== code) ?? '',
      year: of('year').at(-1) ?? '',
      indicator: of('indicator'),
    }
  }
}
