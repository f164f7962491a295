import { isInEdition } from '@/domain/catalogue'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell } from '@/domain/report'
import type { Place } from '@/domain/finding'
import { foldCellText } from '../cell/foldCellText'
import { parseCell, type CellMeasure, type CellNote } from '../parseCell'
import type { RecogniseContext } from './recognition'
import type { ReportHead } from './reportKeys'
import { writtenUnit } from './unitTexts'

/** A figure as a table has it. */
export interface FigureText {
  readonly text: string
  readonly indicator: string
  readonly measure: CellMeasure
}

/**
 * The cell of a figure, with its findings added. An empty cell is blank, but absent where the
 * report's edition has no such cell.
 */
export function figureCell(
  { text, indicator, measure }: FigureText,
  head: Pick<ReportHead, 'text' | 'year' | 'edition'>,
  place: Place,
  context: RecogniseContext,
): Cell {
  const { cell, notes } = parseCell(text, measureAt(measure, place, context))
  addNotes(notes, { text, indicator }, head, place, context)
  if (cell.kind !== 'blank' || foldCellText(text) !== '') return cell
  return emptyCell(indicator, head.edition)
}

/** In the unit that the user said the number is written in, where anything was said. */
function measureAt(measure: CellMeasure, place: Place, { answers }: RecogniseContext): CellMeasure {
  const { sheet = '', row = 0, column = 0 } = place
  const statedUnit = answers?.unitAt(sheet, row, column)
  return statedUnit === undefined ? measure : { ...measure, statedUnit }
}

/** Adds what is to be said of a cell, with whose it is. */
export function addNotes(
  notes: readonly CellNote[],
  { text, indicator }: Omit<FigureText, 'measure'>,
  head: Pick<ReportHead, 'text' | 'year' | 'edition'>,
  place: Place,
  context: RecogniseContext,
): void {
  for (const note of notes) {
    context.findings.add({
      ...note,
      place,
      raw: text,
      unit: writtenUnit(head.text),
      year: head.year,
      indicators: [indicator],
    })
  }
}

/** The text to be kept of a cell: none of one that the file does not have, whatever word says so. */
export function keptText(cell: Cell, text: string): string {
  return cell.kind === 'absent' ? '' : text
}

/** What an empty cell means in a report of that edition. */
export function emptyCell(indicator: string, edition: ReportEdition): Cell {
  return { kind: isInEdition(indicator, edition) ? 'blank' : 'absent' }
}
