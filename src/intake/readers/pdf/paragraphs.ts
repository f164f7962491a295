import type { Prose } from '../../document'
import type { PdfText } from './pdfPage'
import { join, lineText, textLines, type TextLine } from './textLines'

/** Lines of running text on one page. */
export interface PageText {
  readonly page: number
  readonly texts: readonly PdfText[]
}

const PAGE_NUMBER = /^[-—–―·\s]*(?:第\s*)?\d{1,3}(?:\s*页.*|\s*\/\s*\d{1,3})?[-—–―·\s]*$/

/** An indent (in letter sizes) begins a paragraph, and a line that ends this far short ends one. */
const INDENT = 1.2
const SHORT = 2.5

/**
 * The running text of all pages by paragraphs: a line goes on with the one before where that one ran to
 * the margin and this one begins at it, over page breaks too. Page numbers are left out.
 */
export function paragraphs(pages: readonly PageText[]): Prose[] {
  const prose: Prose[] = []
  let isOpen = false
  for (const { page, texts } of pages) {
    const lines = textLines(texts).filter((line) => !PAGE_NUMBER.test(lineText(line)))
    const left = Math.min(...lines.map(startOf))
    const right = Math.max(...lines.map(endOf))
    for (const line of lines) {
      const size = line[0]?.size ?? 0
      const last = prose.at(-1)
      if (isOpen && last && startOf(line) < left + INDENT * size) {
        prose[prose.length - 1] = { ...last, text: join(last.text, lineText(line), true) }
      } else prose.push({ text: lineText(line), line: prose.length + 1, page })
      isOpen = endOf(line) > right - SHORT * size
    }
  }
  return prose
}

function startOf(line: TextLine): number {
  return line[0]?.left ?? 0
}

function endOf(line: TextLine): number {
  return line.at(-1)?.right ?? 0
}
