import type { Prose, ProseLine } from '../../document'
import { boxOf, type PdfText } from './pdfPage'
import { join, lineText, textLines, type TextLine } from './textLines'

/** Running text of one page. */
export interface TextOfPage {
  readonly page: number
  readonly texts: readonly PdfText[]
}

/** A paragraph, and where its lines stand. */
export interface Paragraph {
  readonly prose: Prose
  readonly lines: readonly ProseLine[]
}

const PAGE_NUMBER = /^[-—–―·\s]*(?:第\s*)?\d{1,3}(?:\s*页.*|\s*\/\s*\d{1,3})?[-—–―·\s]*$/

/** An indent (in letter sizes) begins a paragraph, and a line that ends this far short ends one. */
const INDENT = 1.2
const SHORT = 2.5
/** So much room between two lines (in letter sizes), and something else stands between them. */
const ROOM = 1.5
const HEADING = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u

/**
 * The running text of all pages by paragraphs: a line goes on with the one before where that one ran to
 * the margin and this one begins at it, over page breaks too. Page numbers are left out.
 */
export function paragraphs(pages: readonly TextOfPage[]): Paragraph[] {
  const lines = pages.flatMap(({ page, texts }) =>
    textLines(texts)
      .filter((line) => !PAGE_NUMBER.test(lineText(line)))
      .map((line) => ({ page, line })),
  )
  const left = Math.min(...lines.map(({ line }) => startOf(line)))
  const right = Math.max(...lines.map(({ line }) => endOf(line)))
  const found: Paragraph[] = []
  let before: (typeof lines)[number] | undefined
  for (const each of lines) {
    const last = found.at(-1)
    const text = lineText(each.line)
    const goesOn =
      before !== undefined &&
      endOf(before.line) > right - SHORT * sizeOf(before.line) &&
      startOf(each.line) < left + INDENT * sizeOf(each.line) &&
      (before.page !== each.page || isNear(before.line, each.line)) &&
      !HEADING.test(text)
    const { page, line } = each
    if (goesOn && last) found[found.length - 1] = longer(last, text, page, line)
    else {
      const prose = { text, line: found.length + 1, page }
      found.push({ prose, lines: [{ from: 0, page, box: boxOf(line) }] })
    }
    before = each
  }
  return found
}

function longer(
  { prose, lines }: Paragraph,
  more: string,
  page: number,
  line: TextLine,
): Paragraph {
  const text = join(prose.text, more, true)
  const placed = { from: text.length - more.length, page, box: boxOf(line) }
  return { prose: { ...prose, text }, lines: [...lines, placed] }
}

function isNear(above: TextLine, below: TextLine): boolean {
  return topOf(below) - bottomOf(above) < ROOM * sizeOf(below)
}

function sizeOf(line: TextLine): number {
  return line[0]?.size ?? 0
}

function topOf(line: TextLine): number {
  return Math.min(...line.map(({ top }) => top))
}

function bottomOf(line: TextLine): number {
  return Math.max(...line.map(({ bottom }) => bottom))
}

function startOf(line: TextLine): number {
  return line[0]?.left ?? 0
}

function endOf(line: TextLine): number {
  return line.at(-1)?.right ?? 0
}
