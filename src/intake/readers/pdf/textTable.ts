import { withoutLetterSpacing } from './letterSpacing'
import { boxOf, type PdfText } from './pdfPage'
import type { PlacedGrid } from './pageTables'
import { lineText, textLines, type TextLine } from './textLines'

/** A gap this wide (in letter sizes) parts two cells where no line is drawn. */
const CELL_GAP = 1

/**
 * The lines of a page without rulings as a grid, cells parted by wide gaps; none where no line has two
 * cells.
 */
export function textTable(texts: readonly PdfText[], page: number): PlacedGrid[] {
  const cells = textLines(withoutLetterSpacing(texts)).map(cellsOf)
  if (!cells.some((row) => row.length > 1)) return []
  return [
    {
      grid: { name: '', rows: cells.map((row) => row.map(lineText)), page },
      boxes: cells.map((row) => row.map(boxOf)),
    },
  ]
}

/** A line with so many numbers is a row of figures, each of them a cell, however near. */
const ROW_OF_FIGURES = 5

function cellsOf(line: TextLine): TextLine[] {
  const isRow = line.filter(isNumber).length >= ROW_OF_FIGURES
  const cells: PdfText[][] = []
  let last: PdfText | undefined
  for (const text of line) {
    const isApart =
      last === undefined ||
      text.left - last.right > CELL_GAP * text.size ||
      (isRow && (isNumber(text) || isNumber(last)))
    if (isApart) cells.push([])
    cells.at(-1)?.push(text)
    last = text
  }
  return cells
}

function isNumber({ text }: PdfText): boolean {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text)
}
