import { foldCellText } from '../cell/foldCellText'
import { parseYear } from './keyTexts'

const DATE =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[ T]0{1,2}:00(?::00(?:\.0+)?)?)?$/u

/** A date as a text has it; null: it is none. */
function dateIn(text: string): { year: string; isYearEnd: boolean } | null {
  const [, year, ...parts] = DATE.exec(foldCellText(text)) ?? []
  if (year === undefined) return null
  const [month, day] = parts.filter(Boolean).map(Number)
  return { year, isYearEnd: month === 12 && day === 31 }
}

/** Whether a text is a date in figures, such as `2023-12-31` or `2023年12月31日`. */
export function isDate(text: string): boolean {
  return dateIn(text) !== null
}

/** What a column of years has as dates. */
export interface YearEnds {
  /** The years by their texts. */
  readonly years: ReadonlyMap<string, string>
  /** The first of them as written, and its row from 0. */
  readonly first: { readonly raw: string; readonly row: number } | null
}

/**
 * The years of a column that an export wrote as the last days of its years. Nothing where one date of the
 * column is another day: it may be the day of a publication, and then the last of December is one too.
 */
export function yearEndsIn(
  rows: readonly (readonly string[])[],
  firstRow: number,
  column: number,
): YearEnds {
  const years = new Map<string, string>()
  let first: YearEnds['first'] = null
  for (let row = firstRow; row < rows.length; row++) {
    const raw = rows[row]?.[column] ?? ''
    if (raw === '' || years.has(raw)) continue
    const date = dateIn(raw)
    if (date === null) continue
    if (!date.isYearEnd || parseYear(date.year) === null) return { years: new Map(), first: null }
    years.set(raw, date.year)
    first ??= { raw, row }
  }
  return { years, first }
}
