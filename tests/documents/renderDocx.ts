import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { PrintedTable } from './formTables'
import type { Piece } from './houseStyles'

/** A report as a Word file, its tables with merged cells. */
export async function renderDocx(all: readonly Piece[]): Promise<Uint8Array> {
  const children = all.map((piece) =>
    typeof piece === 'string' ? paragraph(piece) : wordTable(piece, (text) => [paragraph(text)]),
  )
  const file = new Document({ sections: [{ children }] })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function paragraph(text: string): Paragraph {
  const run = new TextRun({ text, font: 'Noto Sans CJK SC', size: 18 })
  return new Paragraph({ children: [run] })
}

/** A printed table with its merged cells; `inside` gives what stands in one. */
export function wordTable(
  table: PrintedTable,
  inside: (text: string) => readonly (Paragraph | Table)[],
): Table {
  const width = Math.max(...table.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)))
  const cell = Math.floor(9000 / width)
  return new Table({
    width: { size: 9000, type: WidthType.DXA },
    columnWidths: Array.from({ length: width }, () => cell),
    rows: table.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, rows, columns }) =>
              new TableCell({
                rowSpan: rows,
                columnSpan: columns,
                width: { size: cell * columns, type: WidthType.DXA },
                children: inside(text),
              }),
          ),
        }),
    ),
  })
}
