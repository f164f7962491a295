import type { PdfText } from './pdfPage'

const HAN = /^\p{Script=Han}$/u
const SPACED_OUT = /^\S(?: \S)+$/u
const KERNED = /^(?:11+|\d)(?: (?:11+|\d))+$/u
const LABEL = /^(?:\p{Script=Han} ?){3,12}$/u

/** A Chinese letter is as wide as high: the next one begins farther on where letters are set apart. */
const LEAST_ADVANCE = 1.08
const MOST_ADVANCE = 1.6
/** Fewer pairs of letters, or words, tell nothing. */
const FEWEST = 8

/**
 * The texts of a table with its numbers put together again where all of its letters are set apart (`1 2 3`
 * in one run of text). Without that, what stands apart is for the reader of cells to doubt.
 */
export function withoutLetterSpacing(texts: readonly PdfText[]): readonly PdfText[] {
  if (!isSetApart(texts)) return texts
  return texts.map((text) =>
    SPACED_OUT.test(text.text) || isKerned(text.text)
      ? { ...text, text: text.text.replaceAll(' ', '') }
      : text,
  )
}

/** Whether digits are set apart but for ones beside ones, which many fonts draw together (`11 4 0 5`). */
function isKerned(text: string): boolean {
  return KERNED.test(text) && !text.includes('1 1')
}

function isSetApart(texts: readonly PdfText[]): boolean {
  const advances = texts.flatMap((text, at) => {
    const next = texts[at + 1]
    if (next === undefined || !HAN.test(text.text) || !HAN.test(next.text)) return []
    const advance = (next.left - text.left) / text.size
    const isLevel = Math.abs(next.top - text.top) < text.size / 4
    return isLevel && advance > 0 && advance < MOST_ADVANCE ? [advance > LEAST_ADVANCE] : []
  })
  const words = texts
    .filter(({ text }) => LABEL.test(text))
    .map(({ text }) => SPACED_OUT.test(text))
  const signs = [...advances, ...words]
  return signs.length >= FEWEST && signs.filter(Boolean).length > signs.length * 0.8
}
