import type { KeyColumn } from '@/domain/aliases'
import type { Grid } from '../document'
import { isDitto } from './keyTexts'
import { placeIn, type RecogniseContext } from './recognition'
import { rowNumber } from './tableHeader'

/** Keys that a row may have from the one above; a figure never. */
const DITTO_KEYS: readonly KeyColumn[] = ['unitName', 'unitCode', 'year', 'scope', 'indicator']

/**
 * Gives the rows of a table their key cells: a cell merged over several rows (a county over its years) names
 * each of them, though it stands in the first alone, and a ditto mark (`〃`, `同上`) is what stands above it,
 * which is told. An empty cell says nothing of the row above.
 */
export class MergedKeys {
  readonly #texts: ReadonlyMap<number, ReadonlyMap<number, string>>
  readonly #grid: Grid
  readonly #context: RecogniseContext
  readonly #dittoColumns: readonly number[]
  /** By column, what the key of the row before said. */
  readonly #above = new Map<number, string>()

  constructor(grid: Grid, columns: ReadonlyMap<KeyColumn, number>, context: RecogniseContext) {
    const { rows, merges = [] } = grid
    this.#grid = grid
    this.#context = context
    this.#dittoColumns = DITTO_KEYS.flatMap((key) => columns.get(key) ?? [])
    const keys = new Set(columns.values())
    const texts = new Map<number, Map<number, string>>()
    for (const { row: first, column, rows: height } of merges) {
      const text = rows[first]?.[column] ?? ''
      if (height < 2 || text.trim() === '' || !keys.has(column)) continue
      for (let row = first + 1; row < first + height && row < rows.length; row++)
        texts.set(row, (texts.get(row) ?? new Map<number, string>()).set(column, text))
    }
    this.#texts = texts
  }

  /** The cells of a row (from 0) with what covers their keys. */
  in(row: number, cells: readonly string[]): readonly string[] {
    return this.#withDittos(row, this.#merged(row, cells))
  }

  #withDittos(row: number, cells: readonly string[]): readonly string[] {
    let filled = cells
    for (const column of this.#dittoColumns) {
      const text = cells[column] ?? ''
      const above = this.#above.get(column)
      if (isDitto(text) && above !== undefined) {
        filled = filled.with(column, above)
        this.#sayDitto(row, column, text, above)
      } else this.#above.set(column, text)
    }
    return filled
  }

  #sayDitto(row: number, column: number, text: string, above: string): void {
    const { file, findings } = this.#context
    findings.add({
      code: 'key-ditto',
      severity: 'info',
      place: placeIn(file, this.#grid.name, rowNumber(this.#grid, row), column + 1),
      raw: text,
      detail: { taken: above },
    })
  }

  #merged(row: number, cells: readonly string[]): readonly string[] {
    const texts = this.#texts.get(row)
    if (texts === undefined) return cells
    const filled = [...cells]
    for (const [column, text] of texts) {
      while (filled.length <= column) filled.push('')
      if (filled[column]?.trim() === '') filled[column] = text
    }
    return filled
  }
}
