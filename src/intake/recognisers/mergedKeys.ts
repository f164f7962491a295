import type { Grid } from '../document'

/**
 * Gives the rows of a table their key cells: a cell merged over several rows (a county over its years) names
 * each of them, though it stands in the first alone. Only what is merged downwards is; an empty cell says
 * nothing of the row above.
 */
export class MergedKeys {
  readonly #texts: ReadonlyMap<number, ReadonlyMap<number, string>>

  constructor({ rows, merges = [] }: Grid, columns: Iterable<number>) {
    const keys = new Set(columns)
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
