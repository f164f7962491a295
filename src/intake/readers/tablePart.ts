type Row = readonly string[]

/** The table within a grid; rows count from 0, `end` is the row behind its last. */
export interface TablePart {
  /** First row of the header, or of the data where there is none. */
  readonly start: number
  /** Rows of the header; 0 where the table begins with its data. */
  readonly headerRows: number
  readonly end: number
}

/** Rows of which the usual width of a table is told. */
const SAMPLED_ROWS = 400
const MOST_HEADER_ROWS = 4
const NOTE =
  /^\s*(?:\*|※|注\s*\d?\s*[:：.、]|备注\s*[:：]|说明\s*[:：]|填报|制表|审核|复核|数据来源|来源\s*[:：]|联系|单位负责人|统计负责人|经办)/u

/**
 * What of a grid is the table: without the titles, units of measure and blank rows above it and the
 * notes and blank rows below. A grid of nothing but single cells is a table as a whole.
 */
export function tablePart(rows: readonly Row[]): TablePart {
  const start = tableStart(rows)
  const headerRows = headerHeight(rows, start)
  return { start, headerRows, end: tableEnd(rows, start + Math.max(1, headerRows)) }
}

function filledColumns(cells: Row = []): readonly number[] {
  return cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]))
}

/** Cells that a full row of the table has: as many as a quarter of the rows have. */
function usualWidth(rows: readonly Row[]): number {
  const counts = rows
    .slice(0, SAMPLED_ROWS)
    .map((cells) => filledColumns(cells).length)
    .filter((count) => count > 0)
    .toSorted((a, b) => b - a)
  return counts[Math.floor(counts.length / 4)] ?? 0
}

/** The first row that is neither blank nor a title. */
function tableStart(rows: readonly Row[]): number {
  const width = usualWidth(rows)
  const first = rows.findIndex((cells) => !isTitle(cells, width))
  if (first < 0) return 0
  return behindDescription(rows, first, width) ?? first
}

/** A blank row, one cell alone, or pairs of words with a colon (`填报单位：…   单位：万元`). */
function isTitle(cells: Row, width: number): boolean {
  const filled = filledColumns(cells)
  if (filled.length === 0) return true
  if (width < 2 || filled.length > width / 2) return false
  return filled.length === 1 || filled.every((column) => /[:：]/u.test(cells[column] ?? ''))
}

/** Narrow rows, parted from the table by a blank row, describe it; null where there are none. */
function behindDescription(rows: readonly Row[], start: number, width: number): number | null {
  const isWide = (cells: Row) => filledColumns(cells).length > width / 2
  const wide = rows.findIndex((cells, row) => row >= start && isWide(cells))
  return wide > start && filledColumns(rows[wide - 1]).length === 0 ? wide : null
}

/** Another row of a header has words, no numbers, below the gaps of the one above it. */
function headerHeight(rows: readonly Row[], start: number): number {
  if (start >= rows.length || hasNumber(rows[start] ?? [])) return 0
  let height = 1
  while (height < MOST_HEADER_ROWS) {
    const above = new Set(filledColumns(rows[start + height - 1]))
    const fillsGap = filledColumns(rows[start + height]).some((column) => !above.has(column))
    const data = rows.slice(start + height + 1, start + height + 3)
    if (!fillsGap || hasNumber(rows[start + height] ?? []) || !data.some(hasNumber)) break
    height++
  }
  return height
}

function hasNumber(cells: Row): boolean {
  return cells.some((cell) => /^[\s¥￥£$€(（+-]*\d[\d,.\s]*[%％)）]?\s*$/u.test(cell))
}

/** The end of the rows, less the notes and blank rows at the very end. */
function tableEnd(rows: readonly Row[], firstData: number): number {
  let end = rows.length
  while (end > firstData) {
    const [column] = filledColumns(rows[end - 1])
    if (column !== undefined && !NOTE.test(rows[end - 1]?.[column] ?? '')) break
    end--
  }
  return end
}
