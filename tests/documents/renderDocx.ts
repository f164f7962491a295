import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { PrintedTable } from './formTables'
import type { Piece } from './houseStyles'

/** A report as a Word file, its tables with merged cells. */
export async function renderDocx(all: readonly Piece[]): Promise<Uint8Array> {
  const children = all.map((piece) =>
    typeof piece === 'string' ? new Paragraph({ children: [run(piece)] }) : tableOf(piece),
  )
  const file = new Document({ sections: [{ children }] })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function run(text: string): TextRun {
  return new TextRun({ text, font: 'Noto Sans CJK SC', size: 18 })
}

function tableOf(table: PrintedTable): Table {
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
                children: [new Paragraph({ children: [run(text)] })],
              }),
          ),
        }),
    ),
  })
}
