import type { Cell } from '@/domain/report'
import { WEB_ADDRESS } from '@/domain/webAddress'
import { stateAt } from './column'
import type { Segment } from './segment'

/** The texts of cells that hold one, by the numbers that stand for them in columns. */
export type CellTexts = ReadonlyMap<number, string>

/** The texts that segments hold, as they were written. */
export function segmentTexts(segments: readonly Segment[]): CellTexts {
  const texts = new Map<number, string>()
  for (const { columns, raw, rows } of segments) {
    const position = columns.findIndex(({ indicator }) => indicator === WEB_ADDRESS)
    const column = columns[position]
    if (column === undefined) continue
    for (let row = 0; row < rows; row++) {
      if (stateAt(column, row) !== 0) continue
      const text = raw.get(position * rows + row)
      if (text !== undefined) texts.set(column.values[row] as number, text.trim())
    }
  }
  return texts
}

/** A cell of a column with its text, where the column is one of texts. */
export function withText(cell: Cell, indicator: string, texts: CellTexts): Cell {
  if (indicator !== WEB_ADDRESS || cell.kind !== 'value') return cell
  const text = texts.get(cell.value)
  return text === undefined ? cell : { ...cell, text }
}
