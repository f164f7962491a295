import type { Cell } from '@/domain/report'
import { blockCode, blockValue, buildColumn, cellAt } from './column'
import type { Origin, Segment, SourceTable } from './segment'
import { printsBack, type CellPlace } from './segmentBuilder'

/** A cell of a report that is read later than the others. */
export interface AddedCell {
  readonly indicator: string
  readonly cell: Cell
  readonly raw: string
  readonly place: CellPlace
}

/**
 * The segment with one cell more, in the column of its indicator or a new one. Only for segments whose
 * cells have places of their own.
 */
export function withCell(segment: Segment, row: number, added: AddedCell): Segment {
  const { rows, origin } = segment
  if (origin.kind !== 'cells') throw new Error('Cells are added only where each has its own place')
  const known = segment.columns.findIndex(({ indicator }) => indicator === added.indicator)
  const position = known < 0 ? segment.columns.length : known
  const block = Float64Array.from({ length: rows }, (_, at) =>
    known < 0 ? blockCode('absent') : blockValue(cellAt(segment, known, at)),
  )
  block[row] = blockValue(added.cell)
  const columns = [...segment.columns]
  columns[position] = buildColumn(added.indicator, block)
  const tables = withTable(segment.tables, added.place.table)
  const cell = position * rows + row
  return {
    ...segment,
    columns,
    tables: tables.all,
    origin: placed(origin, columns.length * rows, cell, { ...added.place, table: tables.index }),
    approximate: marked(segment.approximate, cell, added.cell),
    raw: noted(segment.raw, cell, added),
  }
}

function withTable(
  tables: readonly SourceTable[],
  table: SourceTable,
): { readonly all: readonly SourceTable[]; readonly index: number } {
  const found = tables.findIndex(
    (each) => each.sheet === table.sheet && each.table === table.table && each.page === table.page,
  )
  return found < 0
    ? { all: [...tables, table], index: tables.length }
    : { all: tables, index: found }
}

type CellOrigin = Extract<Origin, { kind: 'cells' }>

function placed(
  origin: CellOrigin,
  cells: number,
  cell: number,
  place: { readonly table: number; readonly row: number; readonly column: number },
): CellOrigin {
  const table = new Uint16Array(cells)
  const row = new Uint32Array(cells)
  const column = new Uint32Array(cells)
  table.set(origin.table)
  row.set(origin.row)
  column.set(origin.column)
  table[cell] = place.table
  row[cell] = place.row
  column[cell] = place.column
  return { ...origin, table, row, column }
}

function marked(approximate: Uint32Array, cell: number, { kind, ...rest }: Cell): Uint32Array {
  const others = [...approximate].filter((each) => each !== cell)
  const isMarked = kind === 'value' && 'approximate' in rest && rest.approximate
  return Uint32Array.from(isMarked ? [...others, cell].toSorted((a, b) => a - b) : others)
}

function noted(
  raw: Segment['raw'],
  cell: number,
  { cell: read, raw: text }: AddedCell,
): Segment['raw'] {
  const others = [...raw].filter(([each]) => each !== cell)
  return new Map(printsBack(read, text) ? others : [...others, [cell, text] as const])
}
