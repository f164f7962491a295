import type { Row, SheetData } from 'write-excel-file/universal'
import { SHEETS_OF_NOTES } from '@/intake/recognisers/recogniseFile'
import type { Fact, FileColumn, FileTable, ViewFile } from './viewFile'

const HEADING = {
  fontWeight: 'bold',
  backgroundColor: '#E3EBF2',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  borderStyle: 'thin',
  borderColor: '#8B8F8F',
} as const
const TOTAL = { fontWeight: 'bold', backgroundColor: '#F1EEE7' } as const

/** Widths in characters of the Latin alphabet; a Chinese character takes two. */
const LEAST_WIDTH = 9
const MOST_WIDTH = 36

/**
 * What a page shows as an Excel workbook: a sheet of numbers that are numbers, to their last digit;
 * what it is of; and the cells that are more than a number, with the reason. Nothing is a formula. The
 * library is loaded on first use.
 */
export async function viewWorkbook(file: ViewFile): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/universal')
  const { table, facts, title } = file
  const remarks = table.remarks.map(({ row, column, text, note }) =>
    [row, column, text, note].map(textCell),
  )
  const sheets = [
    {
      sheet: '数据',
      data: dataRows(table),
      columns: widthsOf(table),
      orientation: 'landscape' as const,
      stickyRowsCount: headingRows(table.columns).length,
      stickyColumnsCount: 1,
    },
    {
      sheet: SHEETS_OF_NOTES.about,
      data: factRows([
        { label: '标题', text: title },
        { label: '表', text: table.caption },
        ...facts,
      ]),
      columns: [{ width: 14 }, { width: 100 }],
    },
    {
      sheet: '标记与缺数',
      data: [['行', '列', '内容', '说明'].map(headingCell), ...remarks],
      columns: [{ width: 24 }, { width: 40 }, { width: 16 }, { width: 70 }],
      stickyRowsCount: 1,
    },
  ]
  return writeExcelFile(sheets).toBlob()
}

function factRows(facts: readonly Fact[]): SheetData {
  return facts.map(({ label, text }) => [
    { ...textCell(label), fontWeight: 'bold', alignVertical: 'top' },
    { ...textCell(text), wrap: true },
  ])
}

function dataRows(table: FileTable): SheetData {
  const rows = table.rows.map(({ head, cells, isTotal }): Row => {
    const look = isTotal ? TOTAL : {}
    return [
      ...head.map((text) => ({ ...textCell(text), ...look })),
      ...cells.map((cell, place) => ({
        ...valueCell(cell, table.columns[place]?.isPercent ?? false),
        ...look,
      })),
    ]
  })
  return [...headingsOf(table), ...rows]
}

/** One row of headings, or two with the groups over their columns. */
function headingsOf({ corner, columns }: FileTable): SheetData {
  const rows = headingRows(columns)
  const depth = rows.length
  return rows.map((row, index) => [
    ...corner.map((text) =>
      index === 0 ? { ...headingCell(text), ...(depth > 1 ? { rowSpan: depth } : {}) } : null,
    ),
    ...row,
  ])
}

function headingRows(columns: readonly FileColumn[]): Row[] {
  const hasGroups = columns.some(({ group }) => group !== '')
  if (!hasGroups) return [columns.map(({ heading }) => headingCell(heading))]
  const groups = columns.map(({ group }, place): Row[number] => {
    if (place > 0 && columns[place - 1]?.group === group) return null
    const rest = columns.slice(place)
    const end = rest.findIndex((other) => other.group !== group)
    const columnSpan = end < 0 ? rest.length : end
    return { ...headingCell(group), ...(columnSpan > 1 ? { columnSpan } : {}) }
  })
  return [groups, columns.map(({ label }) => headingCell(label))]
}

function headingCell(text: string) {
  return { ...textCell(text), ...HEADING }
}

function textCell(text: string) {
  return { value: text, type: String }
}

/** Percentages as Excel counts them: 0.58 shown as 58%. */
function valueCell(cell: number | string, isPercent: boolean) {
  if (typeof cell === 'string') return { ...textCell(cell), align: 'right' as const }
  if (isPercent) return { value: cell / 100, type: Number, format: '0.00%' }
  return { value: cell, type: Number, format: Number.isInteger(cell) ? '#,##0' : '#,##0.######' }
}

function widthsOf({ corner, columns, rows }: FileTable): { width: number }[] {
  const heads = corner.map((text, place) => [text, ...rows.map(({ head }) => head[place] ?? '')])
  const cells = columns.map(({ label, heading, group }, place) => [
    group === '' ? heading.slice(0, MOST_WIDTH / 4) : label,
    ...rows.map((row) => String(row.cells[place] ?? '')).map((text) => text.slice(0, MOST_WIDTH)),
  ])
  return [...heads, ...cells].map((texts) => ({
    width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, ...texts.map(widthOf)) + 1),
  }))
}

function widthOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffff]/gu)?.length ?? 0)
}
