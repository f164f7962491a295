import { namesText } from './answers'

/** How many are in a sum, and who is not. */
export interface SumNote {
  /** Of the columns that the sum stands in. */
  readonly headings: readonly string[]
  readonly n: number
  readonly of: number
  readonly missing: readonly string[]
  /** Whose number is 不平 or 不可判 and not counted for that. */
  readonly untrusted: readonly string[]
}

/** Columns named in a line at most. */
const MOST_HEADINGS = 4

/**
 * Who is not in the sums, a line for all sums that lack the same units: `各列合计 2/3，缺：丙县`. Sums
 * that lack nobody are told last, in one line. `full` names all units, however many.
 */
export function sumNoteTexts(notes: readonly SumNote[], full: boolean): readonly string[] {
  const alike = new Map<string, SumNote>()
  for (const note of notes) {
    const key = JSON.stringify([note.n, note.of, note.missing, note.untrusted])
    const before = alike.get(key)?.headings ?? []
    alike.set(key, { ...note, headings: [...before, ...note.headings] })
  }
  const groups = [...alike.values()].toSorted((a, b) => b.of - b.n - (a.of - a.n))
  return groups.map(({ headings, n, of, missing, untrusted }) => {
    const where = groups.length === 1 ? '各列' : headingsText(headings, full)
    if (n === 0) return `${where}无一单位有数（0/${of}）`
    const named = (word: string, names: readonly string[]) =>
      names.length === 0 ? '' : `，${word}：${full ? names.join('、') : namesText(names)}`
    return `${where}合计 ${n}/${of}${named('缺', missing)}${named('不平或不可判，未计', untrusted)}`
  })
}

function headingsText(headings: readonly string[], full: boolean): string {
  const shown = full ? headings : headings.slice(0, MOST_HEADINGS)
  const rest = headings.length > shown.length ? ` 等 ${headings.length} 列` : ''
  return `“${shown.join('”“')}”${rest}`
}
