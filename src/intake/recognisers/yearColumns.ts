import { chooseIndicator } from './chooseIndicator'
import { datedName } from './cross/names'
import { parseYear, relativeYear } from './keyTexts'
import type { HeaderColumn } from './mapColumns'

type Row = readonly string[]

/** The columns of a list whose rows have a year of their own. */
export interface YearColumns {
  /** With the name alone beside the words of those that are of the rows' year. */
  readonly columns: readonly HeaderColumn[]
  /** The years that columns name. */
  readonly years: readonly string[]
  /** The year of all rows, where a column is of it. */
  readonly taken: string | null
}

/**
 * Which columns that name a year (`行政许可（本年）`, 行政许可 over 2023年) hold what their row is of. `本年` is the
 * year of every row; a year in figures only where all rows are of that one. `rows`: those of data.
 */
export function yearColumns(
  columns: readonly HeaderColumn[],
  rows: readonly Row[],
  key: number,
): YearColumns {
  const dated = columns.map((column) => ({ column, own: ownYear(column) }))
  const years = [...new Set(dated.flatMap(({ own }) => (own?.year == null ? [] : [own.year])))]
  const taken = years.length === 0 ? null : onlyYear(rows, key)
  const isOne = taken !== null && years.includes(taken)
  return {
    columns: dated.map(({ column, own }) => {
      const isOwn = own !== null && (own.year === null || (isOne && own.year === taken))
      return isOwn ? { ...column, texts: [...column.texts, own.name] } : column
    }),
    years,
    taken: isOne ? taken : null,
  }
}

/** The name of a column without its year; `year` null: that of its row. Null for a column without a year. */
function ownYear({ texts, lowest }: HeaderColumn): { name: string; year: string | null } | null {
  const [written = ''] = texts
  const dated = datedName(written)
  if (dated === null || chooseIndicator(texts, lowest).kind !== 'none') return null
  if (relativeYear(dated.year) === 0) return { name: dated.name, year: null }
  const year = parseYear(dated.year)
  return year === null ? null : { name: dated.name, year: String(year) }
}

function onlyYear(rows: readonly Row[], key: number): string | null {
  const years = new Set(rows.map((cells) => parseYear(cells[key] ?? '')))
  years.delete(null)
  const [year, ...others] = years
  return year == null || others.length > 0 ? null : String(year)
}
