import { middle, type PdfText } from './pdfPage'

/** Texts on one level, from left to right. */
export type TextLine = readonly PdfText[]

/** Texts whose middles are this near (in letter sizes) stand on one line. */
const LEVEL = 0.5

/** Texts by lines, from above to below. */
export function textLines(texts: readonly PdfText[]): TextLine[] {
  const lines: { level: number; size: number; texts: PdfText[] }[] = []
  for (const text of texts.toSorted((a, b) => middle(a).y - middle(b).y)) {
    const { y } = middle(text)
    const line = lines.at(-1)
    if (line && y - line.level <= LEVEL * Math.min(line.size, text.size)) line.texts.push(text)
    else lines.push({ level: y, size: text.size, texts: [text] })
  }
  return lines.map((line) => line.texts.toSorted((a, b) => a.left - b.left))
}

/** A gap this wide (in letter sizes) parts two words of Latin letters or two numbers. */
const WORD_GAP = 0.25

/** The text of a line; wide gaps between numbers or words are spaces. */
export function lineText(line: TextLine): string {
  return line.reduce((sum, text, at) => {
    const before = line[at - 1]
    const gap = before === undefined ? 0 : text.left - before.right
    return join(sum, text.text, gap > WORD_GAP * text.size)
  }, '')
}

/** The text of lines that stand below one another and belong together. */
export function blockText(texts: readonly PdfText[]): string {
  return textLines(texts)
    .map(lineText)
    .reduce((sum, line) => join(sum, line, true), '')
}

/** Two pieces of text; a gap between Chinese characters means nothing, one between numbers may. */
export function join(before: string, after: string, gap: boolean): string {
  if (before === '') return after
  return before + (gap && /[!-~]$/.test(before) && /^[!-~]/.test(after) ? ' ' : '') + after
}
