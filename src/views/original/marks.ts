import { fullLabel } from '@/domain/catalogue'
import type { SourceReport } from '@/engine/documentProtocol'
import type { Finding, PageBox } from '@/domain/finding'
import { isProseTable } from '@/intake/document'
import { placeKey, type OriginalSpot } from '@/intake/original/original'
import { countedLength } from '@/intake/sourceExcerpt'

/** Something that was read at a place: a figure of the form, or a count that may become one. */
export interface Mark {
  /** An indicator, or of an offered count its id, as `offerId` makes it. */
  readonly id: string
  readonly isOffer: boolean
  /** Character (from 1) in running text; null for a whole cell. */
  readonly character: number | null
}

/** What a mark is of, for who points at it. */
export function markTitle({ id, isOffer }: Mark): string {
  return isOffer ? '正文里的计数' : fullLabel(id)
}

/** What was read, by the keys of its places. */
export type Marks = ReadonlyMap<string, readonly Mark[]>

/** The id of the count that a finding offers; no indicator is called so. */
export function offerId({ place: { page, row, column } }: Finding): string {
  return `? ${page ?? 0} ${row ?? 0} ${column ?? 0}`
}

/** Where the figures of a report, and the counts offered beside them, stand in its original. */
export function marksOf(
  report: SourceReport,
  offers: readonly {
    readonly id: string
    readonly finding: Finding
    readonly taken: string | null
  }[],
): Marks {
  const marks = new Map<string, Mark[]>()
  const add = (place: Finding['place'] | null, id: string, isOffer: boolean): void => {
    const key = place === null ? null : placeKey(place)
    if (place === null || key === null) return
    const character = isProseTable(place.table) ? (place.column ?? 1) : null
    marks.set(key, [...(marks.get(key) ?? []), { id, isOffer, character }])
  }
  for (const { indicator, place } of report.cells) add(place, indicator, false)
  for (const { id, finding, taken } of offers) if (taken === null) add(finding.place, id, true)
  return marks
}

/** The marks of the first of some keys that has any. */
export function marksAt(marks: Marks, keys: readonly string[]): readonly Mark[] {
  for (const key of keys) {
    const found = marks.get(key)
    if (found !== undefined) return found
  }
  return none
}

/** The same list each time, so that nothing is drawn anew for it. */
const none: readonly Mark[] = []

/** A stretch of a line, with what was read there. */
export interface LinePiece {
  readonly text: string
  readonly mark: Mark | null
}

/** A line cut at what was read in it; a mark of the whole line takes all of it. */
export function linePieces(text: string, marks: readonly Mark[]): readonly LinePiece[] {
  const whole = marks.find(({ character }) => character === null)
  if (whole !== undefined) return [{ text, mark: whole }]
  const pieces: LinePiece[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => (a.character ?? 0) - (b.character ?? 0))) {
    const from = (mark.character ?? 1) - 1
    const length = countedLength(text, from)
    if (from < at || length === 0) continue
    if (from > at) pieces.push({ text: text.slice(at, from), mark: null })
    pieces.push({ text: text.slice(from, from + length), mark })
    at = from + length
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null })
  return pieces
}

/** What was read at a spot of a page, each with its box. */
export function spotMarks(
  spot: OriginalSpot,
  marks: Marks,
): readonly { readonly mark: Mark; readonly box: PageBox; readonly text: string }[] {
  return marksAt(marks, spot.keys).flatMap((mark) => {
    if (mark.character === null) return [{ mark, box: spot.box, text: spot.text }]
    const from = mark.character - 1 - spot.from
    if (from < 0 || from >= spot.text.length) return []
    const to = from + Math.max(1, countedLength(spot.text, from))
    return [{ mark, box: stretch(spot, from, to), text: spot.text.slice(from, to) }]
  })
}

/** Letters of Latin and digits are half as wide as Chinese ones. */
function stretch({ text, box }: OriginalSpot, from: number, to: number): PageBox {
  const width = (part: string) =>
    Array.from(part).reduce((sum, letter) => sum + (/[\u0000-\u00ff]/.test(letter) ? 1 : 2), 0)
  const scale = box.width / Math.max(1, width(text))
  return {
    ...box,
    x: box.x + width(text.slice(0, from)) * scale,
    width: width(text.slice(from, to)) * scale,
  }
}
