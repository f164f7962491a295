import type { PageBox } from '@/domain/finding'
import type { Grid, Merge } from '../../document'
import { lattices, type Lattice } from './lattice'
import { withoutLetterSpacing } from './letterSpacing'
import { middle, type PdfPage, type PdfText } from './pdfPage'
import { blockText } from './textLines'

/** A grid with the boxes of its cells on the page, row by row. */
export interface PlacedGrid {
  readonly grid: Grid
  readonly boxes: readonly (readonly PageBox[])[]
}

/** A ruled table of a page as a grid, and where it stands. */
export interface PageTable extends PlacedGrid {
  readonly top: number
  readonly bottom: number
}

/** The ruled tables of a page, and the texts that stand in none of them. */
export function pageTables(page: PdfPage): { tables: PageTable[]; outside: PdfText[] } {
  let outside = [...page.texts]
  const tables: PageTable[] = []
  for (const lattice of lattices(page.rules)) {
    const inside = outside.filter((text) => isInside(lattice, text))
    if (inside.length === 0) continue
    outside = outside.filter((text) => !inside.includes(text))
    tables.push({
      grid: { ...gridOf(lattice, inside), name: '', page: page.number },
      boxes: boxesOf(lattice),
      top: lattice.ys[0] ?? 0,
      bottom: lattice.ys.at(-1) ?? 0,
    })
  }
  return { tables, outside }
}

function isInside({ xs, ys }: Lattice, text: PdfText): boolean {
  const { x, y } = middle(text)
  return within(xs, x) >= 0 && within(ys, y) >= 0
}

/** Between which two of the ascending lines a position lies; -1 for none. */
function within(lines: readonly number[], at: number): number {
  const next = lines.findIndex((line) => line > at)
  return next <= 0 ? -1 : next - 1
}

function gridOf(lattice: Lattice, texts: readonly PdfText[]): Pick<Grid, 'rows' | 'merges'> {
  const columns = lattice.xs.length - 1
  const height = lattice.ys.length - 1
  const byCell = new Map<number, PdfText[]>()
  for (const piece of withoutLetterSpacing(texts).flatMap((text) => pieces(lattice, text))) {
    const cell = cellAt(lattice, piece)
    byCell.set(cell, [...(byCell.get(cell) ?? []), piece])
  }
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      blockText(byCell.get(row * columns + column) ?? []),
    ),
  )
  return { rows, merges: mergesOf(lattice) }
}

/** Every cell with the whole box of what it is part of. */
function boxesOf({ xs, ys, cells }: Lattice): PageBox[][] {
  const columns = xs.length - 1
  const ends = new Map<number, { row: number; column: number }>()
  cells.forEach((root, at) => {
    const end = ends.get(root) ?? { row: 0, column: 0 }
    ends.set(root, {
      row: Math.max(end.row, Math.floor(at / columns)),
      column: Math.max(end.column, at % columns),
    })
  })
  const boxOf = (root: number): PageBox => {
    const end = ends.get(root) ?? { row: 0, column: 0 }
    const x = xs[root % columns] ?? 0
    const y = ys[Math.floor(root / columns)] ?? 0
    return { x, y, width: (xs[end.column + 1] ?? x) - x, height: (ys[end.row + 1] ?? y) - y }
  }
  return Array.from({ length: ys.length - 1 }, (_, row) =>
    Array.from({ length: columns }, (__, column) => boxOf(cells[row * columns + column] ?? 0)),
  )
}

function cellAt({ xs, ys, cells }: Lattice, text: PdfText): number {
  const { x, y } = middle(text)
  return cells[within(ys, y) * (xs.length - 1) + within(xs, x)] ?? -1
}

/** A run of text that reaches over a drawn border is cut there, letter by letter. */
function pieces(lattice: Lattice, text: PdfText): PdfText[] {
  const ends = [text.left + 1, text.right - 1].map((x) =>
    cellAt(lattice, { ...text, left: x, right: x }),
  )
  if (ends[0] === ends[1]) return [text]
  const letters = Array.from(text.text)
  const widths = letters.map((letter) => (/[\u0000-\u00ff]/.test(letter) ? 1 : 2))
  const scale = (text.right - text.left) / widths.reduce((sum, width) => sum + width, 0)
  const parts: PdfText[] = []
  let left = text.left
  let last = NaN
  letters.forEach((letter, at) => {
    const right = left + (widths[at] ?? 0) * scale
    const cell = cellAt(lattice, { ...text, left, right })
    const part = parts.at(-1)
    if (part && cell === last)
      parts[parts.length - 1] = { ...part, text: part.text + letter, right }
    else parts.push({ ...text, text: letter, left, right })
    last = cell
    left = right
  })
  return parts
    .map((part) => ({ ...part, text: part.text.trim() }))
    .filter((part) => part.text !== '')
}

function mergesOf({ xs, cells }: Lattice): Merge[] {
  const columns = xs.length - 1
  const boxes = new Map<number, { bottom: number; right: number; left: number }>()
  cells.forEach((root, at) => {
    const row = Math.floor(at / columns)
    const column = at % columns
    const box = boxes.get(root) ?? { bottom: row, right: column, left: column }
    boxes.set(root, {
      bottom: Math.max(box.bottom, row),
      right: Math.max(box.right, column),
      left: Math.min(box.left, column),
    })
  })
  return [...boxes].flatMap(([root, { bottom, right, left }]): Merge[] => {
    const row = Math.floor(root / columns)
    const column = root % columns
    const merge = { row, column, rows: bottom - row + 1, columns: right - column + 1 }
    // A region that is no box (a border drawn in part) keeps its text at its first cell.
    return left < column || (merge.rows === 1 && merge.columns === 1) ? [] : [merge]
  })
}
