import { indicatorById } from '@/domain/catalogue'
import type { Edition } from '@/domain/indicator'
import type { Cell, Report } from '@/domain/report'
import { statutoryForm, type FormTableCell } from '@/domain/statutoryForm'

/** A cell of a printed table, with its spans. */
export interface PrintedCell {
  readonly text: string
  readonly rows: number
  readonly columns: number
}

export type PrintedTable = readonly (readonly PrintedCell[])[]

/** The statutory tables of a report as a word processor lays them out. */
export interface PrintedForm {
  readonly two: PrintedTable
  readonly three: PrintedTable
  readonly four: PrintedTable
}

/** How a cell is printed; a sign for the signed, a mark for what is not applicable. */
export function printed(cell: Cell | undefined, signed = false): string {
  if (cell === undefined) return ''
  switch (cell.kind) {
    case 'value':
      return signed && cell.value > 0 ? `+${cell.value}` : String(cell.value)
    case 'notApplicable':
      return '/'
    case 'unreadable':
      return '？'
    case 'blank':
    case 'absent':
      return ''
  }
}

export function printForm(report: Report, edition: Edition): PrintedForm {
  const single = report.cells.get('requests.other.all.total')?.kind !== undefined
  const [two = [], three = [], four = []] = statutoryForm(edition, single).map((table) =>
    table.rows.map((row) => row.map((cell) => printedCell(cell, report))),
  )
  return { two, three, four }
}

function printedCell(cell: FormTableCell, { cells }: Report): PrintedCell {
  const { rows, columns } = cell
  if (cell.kind === 'label') return { text: cell.text, rows, columns }
  const isSigned = indicatorById(cell.indicator)?.kind === 'signed'
  return { text: printed(cells.get(cell.indicator), isSigned), rows, columns }
}
