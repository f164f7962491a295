import type { GridPlace, GridRange } from '@/engine/reviewProtocol'

/** Sizes of the grid in pixels. */
export interface GridMetrics {
  readonly rowHeight: number
  readonly columnWidth: number
  readonly headWidth: number
  readonly headHeight: number
}

export interface GridView {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Rows and columns in sight, and `beyond` of them at each edge, cut to what is there. */
export function rangeInSight(
  { top, left, width, height }: GridView,
  { rowHeight, columnWidth, headWidth, headHeight }: GridMetrics,
  size: { readonly rows: number; readonly columns: number },
  beyond: { readonly rows: number; readonly columns: number },
): GridRange {
  return {
    rows: spanOf(top, height - headHeight, rowHeight, size.rows, beyond.rows),
    columns: spanOf(left, width - headWidth, columnWidth, size.columns, beyond.columns),
  }
}

function spanOf(
  start: number,
  length: number,
  step: number,
  count: number,
  beyond: number,
): readonly [number, number] {
  const first = evenDown(Math.max(0, start) / step - beyond)
  const last = -evenDown(-(Math.max(0, start) + Math.max(0, length)) / step - beyond)
  const to = Math.min(count, Math.max(0, last))
  return [Math.min(Math.max(0, first), to), to]
}

/** To a multiple of `STRIDE`, so that not every step of a scroll draws anew. */
function evenDown(place: number): number {
  return Math.floor(place / STRIDE) * STRIDE
}

const STRIDE = 4

/** Whether a range holds all of another one. */
export function holdsRange(outer: GridRange, inner: GridRange): boolean {
  return (
    outer.rows[0] <= inner.rows[0] &&
    outer.rows[1] >= inner.rows[1] &&
    outer.columns[0] <= inner.columns[0] &&
    outer.columns[1] >= inner.columns[1]
  )
}

/** Where to scroll so that a cell is in sight; the same place where it is already. */
export function scrollTo(
  { row, column }: GridPlace,
  { top, left, width, height }: GridView,
  { rowHeight, columnWidth, headWidth, headHeight }: GridMetrics,
): { readonly top: number; readonly left: number } {
  return {
    top: nearest(row * rowHeight, rowHeight, top, height - headHeight),
    left: nearest(column * columnWidth, columnWidth, left, width - headWidth),
  }
}

function nearest(start: number, length: number, view: number, room: number): number {
  if (start < view) return start
  return start + length > view + room ? start + length - room : view
}

/** Where a key leads to from a cell; null for keys that lead nowhere. */
export function placeBeyond(
  { row, column }: GridPlace,
  { key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  size: { readonly rows: number; readonly columns: number },
  pageRows: number,
): GridPlace | null {
  const far = ctrlKey || metaKey
  const places = new Map<string, GridPlace>([
    ['ArrowUp', { row: far ? 0 : row - 1, column }],
    ['ArrowDown', { row: far ? size.rows : row + 1, column }],
    ['ArrowLeft', { row, column: far ? 0 : column - 1 }],
    ['ArrowRight', { row, column: far ? size.columns : column + 1 }],
    ['Home', { row: far ? 0 : row, column: 0 }],
    ['End', { row: far ? size.rows : row, column: size.columns }],
    ['PageUp', { row: row - pageRows, column }],
    ['PageDown', { row: row + pageRows, column }],
  ])
  const found = places.get(key)
  if (found === undefined) return null
  return {
    row: Math.max(0, Math.min(found.row, size.rows - 1)),
    column: Math.max(0, Math.min(found.column, size.columns - 1)),
  }
}
