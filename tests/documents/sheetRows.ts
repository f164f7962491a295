import type { PrintedTable } from './formTables'
import type { Piece } from './houseStyles'

const WIDTH = 10

/** The pieces of a report as rows of cells, as someone copies them into a spreadsheet. */
export function sheetRows(pieces: readonly Piece[]): string[][] {
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [[piece]] : tableRows(piece)))
}

/** A merged cell has its text at its upper left; the cells that it covers are empty. */
function tableRows(table: PrintedTable): string[][] {
  const rows: string[][] = table.map(() => Array.from({ length: WIDTH }, () => ''))
  const taken = new Set<string>()
  table.forEach((row, down) => {
    let across = 0
    for (const { text, rows: tall, columns } of row) {
      while (taken.has(`${down} ${across}`)) across++
      const line = rows[down]
      if (line) line[across] = text
      for (let y = down; y < down + tall; y++) {
        for (let x = across; x < across + columns; x++) taken.add(`${y} ${x}`)
      }
    }
  })
  return rows
}
