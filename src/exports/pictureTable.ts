import type { TableText } from '@/wording/tableText'
import { withSign } from '@/wording/tableText'
import type { Pen } from './picturePen'

/** A table as it stands on the page, in texts. */
export interface PictureTable {
  readonly caption: string
  /** Over several columns, with the first of them; empty without groups. */
  readonly groups: readonly { readonly text: string; readonly column: number }[]
  readonly heads: readonly string[]
  readonly rows: readonly { readonly texts: readonly string[]; readonly isTotal: boolean }[]
  /** Columns of names before those of numbers. */
  readonly names: number
  /** Rows that a picture has no room for. */
  readonly more: number
}

/** A thin line across. */
export interface PictureRule {
  readonly from: number
  readonly to: number
  readonly y: number
}

/** A browser draws no picture of any height. */
const MOST_ROWS = 240
/** Characters of a column, before a text goes on in the next line. */
const MOST_EMS = 16
const SIZE = 0.8
const GAP = 1.2
/** No narrower are the lines above and below a narrow table. */
const NOTE_REMS = 30

/** The texts of a table, with the marks behind its numbers. */
export function pictureTable(text: TableText): PictureTable {
  const count = Math.min(text.rows, MOST_ROWS)
  const rows = Array.from({ length: count }, (_, index) => text.row(index))
  const hasAside = rows.some(({ aside }) => aside !== '')
  const names = hasAside ? 2 : 1
  let column = names
  const groups = text.groups.map(({ label, span }) => {
    const group = { text: label, column }
    column += span
    return group
  })
  return {
    caption: text.caption,
    groups,
    heads: [
      text.corner,
      ...(hasAside ? [text.asideLabel ?? '代码'] : []),
      ...text.columns.map(({ label }) => label),
    ],
    rows: rows.map(({ header, aside, cells, isTotal }) => ({
      texts: [header, ...(hasAside ? [aside] : []), ...cells.map(withSign)],
      isTotal,
    })),
    names,
    more: text.rows - count,
  }
}

/** How wide the table is with no column wider than it needs, in pixels. */
export function tableWidth(table: PictureTable, pen: Pen, rem: number): number {
  return columnWidths(table, pen, rem).reduce((sum, width) => sum + width, 0)
}

/** Writes a table from a corner on; returns its lower edge and its lines. */
export function drawTable(
  table: PictureTable,
  pen: Pen,
  { x, y, rem }: { readonly x: number; readonly y: number; readonly rem: number },
): { readonly bottom: number; readonly rules: readonly PictureRule[] } {
  const widths = columnWidths(table, pen, rem)
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((a, b) => a + b, x))
  const size = SIZE * rem
  const to = x + widths.reduce((a, b) => a + b, 0)
  const rules: PictureRule[] = []
  const rule = (at: number) => rules.push({ from: x, to, y: at })
  const writeRow = (texts: readonly string[], top: number, isBold: boolean) =>
    Math.max(
      ...texts.map((text, column) => {
        const room = (widths[column] ?? 0) - GAP * size
        const isNumber = column >= table.names
        const free = isNumber ? Math.max(0, room - pen.widthOf(text, size, isBold)) : 0
        return pen.write(text, { x: (starts[column] ?? x) + free, y: top, room, size, isBold })
      }),
      top + 1.5 * size,
    )
  let at = pen.write(table.caption, {
    x,
    y,
    room: Math.max(to - x, NOTE_REMS * rem),
    size,
    isSoft: true,
  })
  at += 0.3 * rem
  rule(at)
  if (table.groups.length > 0) {
    for (const { text, column } of table.groups)
      pen.write(text, { x: starts[column] ?? x, y: at, room: to - x, size, isBold: true })
    at += 1.5 * size
  }
  at = writeRow(table.heads, at, true)
  rule(at)
  for (const { texts, isTotal } of table.rows) {
    at = writeRow(texts, at, isTotal)
    rule(at)
  }
  const rest = `另有 ${table.more} 行没有画，见 Excel 或 CSV。`
  const room = Math.max(to - x, NOTE_REMS * rem)
  if (table.more > 0) at = pen.write(rest, { x, y: at, room, size, isSoft: true })
  return { bottom: at, rules }
}

function columnWidths({ heads, rows }: PictureTable, pen: Pen, rem: number): readonly number[] {
  const size = SIZE * rem
  return heads.map((head, column) => {
    const texts = [head, ...rows.map(({ texts }) => texts[column] ?? '')]
    const widest = Math.max(...texts.map((text) => pen.widthOf(text, size, true)))
    return Math.min(widest, MOST_EMS * size) + GAP * size
  })
}
