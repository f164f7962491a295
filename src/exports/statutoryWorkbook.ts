import type { Row, SheetData } from 'write-excel-file/universal'
import { SHEETS_OF_NOTES } from '@/intake/recognisers/recogniseFile'
import {
  noteLine,
  type StatutoryCell,
  type StatutoryFile,
  type StatutoryTable,
} from './statutoryFile'

const LINES = {
  borderStyle: 'thin',
  borderColor: '#4B535C',
  alignVertical: 'center',
  wrap: true,
} as const
const DOUBT = { backgroundColor: '#F9E7E3' } as const

/** Widths of the columns of each table in characters. */
const WIDTHS: ReadonlyMap<number, readonly number[]> = new Map([
  [4, [34, 22, 22, 22]],
  [10, [6, 12, 36, 8, 8, 8, 8, 8, 8, 8]],
])

/**
 * Tables in the layout of the form as an Excel workbook, a sheet each, and what is to be said of them
 * on a sheet that our reader leaves out: a single report reads back to the same values and states. The
 * library is loaded on first use.
 */
export async function statutoryWorkbook(file: StatutoryFile): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const tables = file.tables.map((table) => ({
    sheet: `表${table.title.slice(0, 1)}`,
    data: tableRows(file.title, table),
    columns: widthsOf(table).map((width) => ({ width })),
    orientation: 'landscape' as const,
    showGridLines: false,
  }))
  const about = {
    sheet: SHEETS_OF_NOTES.about,
    data: aboutRows(file),
    columns: [{ width: 14 }, { width: 110 }],
  }
  return writeExcelFile([...tables, about]).toBlob()
}

function tableRows(title: string, table: StatutoryTable): SheetData {
  const span = table.columns
  return [
    [{ value: title, type: String, columnSpan: span, fontWeight: 'bold', fontSize: 14 }],
    [{ value: table.title, type: String, columnSpan: span, fontWeight: 'bold' }],
    ...laidOut(table),
  ]
}

/** Cells at their columns: those that a merged one covers are left empty, with its lines. */
function laidOut({ columns, rows }: StatutoryTable): Row[] {
  const taken = rows.map(() => Array<boolean>(columns).fill(false))
  return rows.map((row, at): Row => {
    const line: Row = Array<null>(columns).fill(null)
    let column = 0
    for (const cell of row) {
      while (taken[at]?.[column] === true) column++
      for (let down = at; down < at + cell.rows; down++) {
        taken[down]?.fill(true, column, column + cell.columns)
      }
      line[column] = written(cell)
      column += cell.columns
    }
    return line
  })
}

function written(cell: StatutoryCell): Row[number] {
  const spans = {
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
  }
  if (cell.kind === 'label') {
    const align = cell.columns > 1 || cell.rows > 1 ? ('center' as const) : ('left' as const)
    return { value: cell.text, type: String, align, ...LINES, ...spans }
  }
  const look = { align: 'right' as const, ...LINES, ...spans, ...(cell.isDoubtful ? DOUBT : {}) }
  const { value } = cell
  if (typeof value === 'number')
    return { value, type: Number, format: markedFormat(cell.mark), ...look }
  // A space keeps the place of a blank: readers leave out cells that hold nothing at a row's end.
  return { value: value === '' ? ' ' : value, type: String, ...look }
}

/** The number stays a number; what stands beside it is only shown. */
function markedFormat(mark: string): string {
  return mark === '' ? 'General' : `General"${mark}"`
}

function widthsOf({ columns }: StatutoryTable): readonly number[] {
  return WIDTHS.get(columns) ?? Array.from({ length: columns }, () => 7.5)
}

function aboutRows({ title, facts, notes }: StatutoryFile): SheetData {
  const lines = [
    ['标题', title],
    ...facts.map(({ label, text }) => [label, text]),
    ...notes.map((note) => ['注', noteLine(note)]),
  ]
  return lines.map(([label = '', text = '']) => [
    { value: label, type: String, fontWeight: 'bold', alignVertical: 'top' },
    { value: text, type: String, wrap: true },
  ])
}
