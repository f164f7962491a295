import type { Grid } from '../../document'
import { gridPart } from '../../document'
import { isNote, parseYear } from '../keyTexts'
import { isBlankRow } from '../tableHeader'
import type { CrossAxes } from './axes'

type Row = readonly string[]

/**
 * The tables of a grid that stand below one another with the same header, each with the
 * title above it: a block a year, or a county. Where the header stands only once and a row names the year of
 * those below it, each block has the header under that row. The grid itself where there is but one.
 */
export function blocksOf(grid: Grid, axes: CrossAxes): Grid[] {
  const { headerRow, headRows } = axes
  const header = grid.rows[headerRow] ?? []
  const starts = grid.rows.flatMap((row, at) => {
    if (at <= headerRow || headRows.has(at)) return []
    if (isYearRow(row)) return isSame(nextFilled(grid, at), header) ? [] : [{ at, repeats: false }]
    const title = isSame(row, header) ? titleAbove(grid, at, headerRow) : at
    // Without a title the header is only printed again.
    return title < at ? [{ at: title, repeats: true }] : []
  })
  const [first] = starts
  if (first === undefined) return [grid]
  const blocks = starts.map(({ at, repeats }, place) => {
    const part = gridPart(grid, at, starts[place + 1]?.at)
    return repeats ? part : withHeader(part, grid, axes)
  })
  return [gridPart(grid, 0, first.at), ...blocks]
}

/** A row that says nothing but a year, however often. */
function isYearRow(row: Row): boolean {
  const filled = row.filter((text) => text.trim() !== '')
  return filled.length > 0 && new Set(filled).size === 1 && filled.every(isYear)
}

/** `2023` alone may be a figure. */
function isYear(text: string): boolean {
  return parseYear(text) !== null && text.includes('年')
}

function nextFilled({ rows }: Grid, at: number): Row {
  return rows.slice(at + 1).find((row) => !isBlankRow(row)) ?? []
}

/** Whether a row is the header printed again. */
export function isSame(row: Row, header: Row): boolean {
  const filled = (texts: Row) =>
    texts
      .map((text) => text.trim())
      .join('\0')
      .replace(/\0+$/, '')
  return filled(row) !== '' && filled(row) === filled(header)
}

/** The first of the lines above a repeated header that are its title; the header where it has none. */
function titleAbove({ rows }: Grid, header: number, headerRow: number): number {
  let at = header
  while (at - 1 > headerRow && isTitle(rows[at - 1] ?? [])) at--
  return at
}

function isTitle(row: Row): boolean {
  const filled = row.filter((text) => text.trim() !== '')
  const [first = ''] = filled
  return new Set(filled).size <= 1 && !isNote(first) && !/^[\d.,%+-]+$/.test(first.trim())
}

/** A block under its row of a year, with the header of the whole between the two. */
function withHeader(part: Grid, grid: Grid, { headerRow, lastHeadRow }: CrossAxes): Grid {
  const [title = [], ...data] = part.rows
  const numbers = [...(part.rowNumbers ?? [])]
  const below = (part.merges ?? []).filter(({ row }) => row > 0)
  const heads = Array.from({ length: lastHeadRow - headerRow + 1 }, (_, at) => headerRow + at)
  const inHeader = (grid.merges ?? []).filter(({ row }) => heads.includes(row))
  return {
    ...part,
    rows: [title, ...heads.map((row) => grid.rows[row] ?? []), ...data],
    rowNumbers: Uint32Array.from([
      numbers[0] ?? 0,
      ...heads.map((row) => grid.rowNumbers?.[row] ?? row + 1),
      ...numbers.slice(1),
    ]),
    merges: [
      ...inHeader.map((merge) => ({ ...merge, row: merge.row - headerRow + 1 })),
      ...below.map((merge) => ({ ...merge, row: merge.row + heads.length })),
    ],
  }
}
