import type { IRunOptions, Table } from 'docx'
import { MARK_STYLE } from '@/intake/readers/docx/markStyle'
import { factLines } from './viewFacts'
import {
  noteLine,
  type StatutoryCell,
  type StatutoryFile,
  type StatutoryTable,
} from './statutoryFile'

type Library = typeof import('docx')

const FONT = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }
/** Half points. */
const TEXT = 18
const HEADING = 24
const TITLE = 32
/** Of A4 across with its margins, in twentieths of a point. */
const MARGIN = 850
const WIDTH = 16838 - 2 * MARGIN
/** Shares of the width. */
const SHARES: ReadonlyMap<number, readonly number[]> = new Map([
  [4, [34, 22, 22, 22]],
  [10, [5, 10, 29, 8, 8, 8, 8, 8, 8, 8]],
])

/**
 * Tables in the layout of the form as a Word file on A4 across, merged cells and all, with notes below:
 * a single report reads back to the same values and states. The library is loaded on first use.
 */
export async function statutoryDocx(file: StatutoryFile): Promise<Blob> {
  const library = await import('docx')
  const { AlignmentType, Document, Packer, PageOrientation } = library
  const lines = [...factLines(file.facts), ...file.notes.map((note) => `注：${noteLine(note)}`)]
  const children = [
    paragraph(library, file.title, { size: TITLE, isBold: true, alignment: AlignmentType.CENTER }),
    ...file.tables.flatMap((table) => [
      paragraph(library, table.title, { size: HEADING, isBold: true, keepNext: true }),
      wordTable(library, table),
    ]),
    ...lines.map((line) => paragraph(library, line, { size: TEXT })),
  ]
  const document = new Document({
    styles: { characterStyles: [{ ...MARK_STYLE, run: { superScript: true } }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        children,
      },
    ],
  })
  return Packer.toBlob(document)
}

interface ParagraphLook {
  readonly size: number
  readonly isBold?: boolean
  readonly alignment?: 'center' | 'right' | 'left'
  readonly keepNext?: boolean
  /** Behind the text, raised. */
  readonly mark?: string
}

function paragraph({ Paragraph, TextRun }: Library, text: string, look: ParagraphLook) {
  const { size, isBold = false, alignment = 'left', keepNext = false, mark = '' } = look
  const run: IRunOptions = { text, size, bold: isBold, font: FONT }
  return new Paragraph({
    alignment,
    keepNext,
    spacing: { before: size > TEXT ? 160 : 0, after: size > TEXT ? 80 : 0 },
    children: [
      new TextRun(run),
      ...(mark === '' ? [] : [new TextRun({ text: mark, size, font: FONT, style: MARK_STYLE.id })]),
    ],
  })
}

function wordTable(library: Library, { columns, rows }: StatutoryTable): Table {
  const { Table: WordTable, TableLayoutType, TableRow, WidthType } = library
  const shares = SHARES.get(columns) ?? Array.from({ length: columns }, () => 1)
  const all = shares.reduce((sum, share) => sum + share, 0)
  const firstFigures = rows.findIndex((row) => row.some(({ kind }) => kind === 'figure'))
  return new WordTable({
    width: { size: WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.floor((WIDTH * share) / all)),
    rows: rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          // The heading of a long table stands on every page; table 二 has many short ones.
          tableHeader: columns > 4 && at < firstFigures,
          children: row.map((cell) => wordCell(library, cell)),
        }),
    ),
  })
}

function wordCell(library: Library, cell: StatutoryCell) {
  const { ShadingType, TableCell, VerticalAlignTable } = library
  const { rows, columns } = cell
  const isWide = rows > 1 || columns > 1
  const text = cell.kind === 'label' ? cell.text : String(cell.value)
  const look: ParagraphLook = {
    size: TEXT,
    alignment: cell.kind === 'figure' || isWide ? 'center' : 'left',
    ...(cell.kind === 'figure' ? { mark: cell.mark } : {}),
  }
  const isDoubtful = cell.kind === 'figure' && cell.isDoubtful
  return new TableCell({
    rowSpan: rows,
    columnSpan: columns,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    ...(isDoubtful ? { shading: { type: ShadingType.CLEAR, fill: 'F9E7E3' } } : {}),
    children: [paragraph(library, text, look)],
  })
}
