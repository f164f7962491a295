import {
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Tab,
  Table,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { PrintedCell, PrintedTable } from './formTables'
import type { Piece } from './houseStyles'
import { wordTable } from './renderDocx'

/** How offices lay out the same report as a Word file. */
export const wordStyles = [
  'nested',
  'runs',
  'paragraphs',
  'repeatedHeader',
  'cut',
  'cutWithHeader',
  'landscape',
  'contentControls',
  'textBoxes',
  'tabStops',
] as const
export type WordStyle = (typeof wordStyles)[number]

/** A report as a Word file of such an office. `at` chooses where a table is cut. */
export async function renderWord(
  all: readonly Piece[],
  style: WordStyle,
  at = 0,
): Promise<Uint8Array> {
  const file = new Document({ sections: sectionsOf(all, style, at) })
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file))
  if (style === 'contentControls') return rewritten(bytes, inControls)
  return style === 'textBoxes' ? rewritten(bytes, inTextBoxes) : bytes
}

function sectionsOf(all: readonly Piece[], style: WordStyle, at: number): ISectionOptions[] {
  const blocks = all.map((piece) =>
    typeof piece === 'string' ? [paragraph(piece, style)] : blocksOf(piece, style, at),
  )
  if (style !== 'landscape') return [{ children: blocks.flat() }]
  return blocks.map((children, place) => ({
    children,
    ...(typeof all[place] === 'string'
      ? {}
      : { properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } } }),
  }))
}

function blocksOf(table: PrintedTable, style: WordStyle, at: number): (Table | Paragraph)[] {
  const body = headRows(table)
  const cut = body + (at % Math.max(1, table.length - body))
  switch (style) {
    case 'nested':
      return [wordTable([[frame]], () => [styled(table, style), paragraph('', style)])]
    case 'cut':
      return parted(table, cut).flatMap((part) => [styled(part, style), paragraph('', style)])
    case 'cutWithHeader': {
      const [first = [], rest = []] = parted(table, cut)
      const second = rest.length === 0 ? [] : [...table.slice(0, body), ...rest]
      return [first, second]
        .filter((part) => part.length > 0)
        .flatMap((part) => [styled(part, style), paragraph('（续表）', style)])
    }
    case 'repeatedHeader': {
      const [first = [], rest = []] = parted(table, cut)
      return [styled([...first, ...table.slice(0, body), ...rest], style)]
    }
    case 'tabStops':
      return table.map((row) => paragraph(row.map(({ text }) => text).join('\t'), style))
    default:
      return [styled(table, style)]
  }
}

/** Rows at the top without a figure's place; as many as the cells that begin in them reach down. */
function headRows(table: PrintedTable): number {
  const first = table.findIndex((row) => row.some(({ text }) => /^[+-]?\d|^\/$|^$/.test(text)))
  return Math.max(0, first)
}

/** Cut before a row; what reached over the cut begins anew below it, without its text. */
export function parted(table: PrintedTable, cut: number): PrintedTable[] {
  if (cut <= 0 || cut >= table.length) return [table]
  const open: { column: number; rows: number; columns: number }[] = []
  const above: PrintedCell[][] = []
  const taken = new Map<number, number>()
  let below: (PrintedCell & { column: number })[] = []
  table.slice(0, cut + 1).forEach((row, at) => {
    let column = 0
    const placed = row.map((cell) => {
      while ((taken.get(column) ?? 0) > at) column++
      const own = { ...cell, column }
      for (let right = column; right < column + cell.columns; right++)
        taken.set(right, at + cell.rows)
      column += cell.columns
      return own
    })
    if (at === cut) {
      below = placed
      return
    }
    above.push(placed.map((cell) => ({ ...cell, rows: Math.min(cell.rows, cut - at) })))
    for (const { column: from, rows, columns } of placed) {
      if (at + rows > cut) open.push({ column: from, rows: at + rows - cut, columns })
    }
  })
  const first = [...below, ...open.map((each) => ({ ...each, text: '' }))].toSorted(
    (a, b) => a.column - b.column,
  )
  return [above, [first, ...table.slice(cut + 1)]]
}

function paragraph(text: string, style: WordStyle): Paragraph {
  return new Paragraph({ children: runs(text, style) })
}

const fonts = ['仿宋_GB2312', '宋体', 'Times New Roman']

/** A word processor cuts a text in runs where a font or a spelling mark changes. */
function runs(text: string, style: WordStyle): TextRun[] {
  if (style !== 'runs') {
    return text.split('\t').map((part, at) => {
      const children = at > 0 ? [new Tab(), part] : [part]
      return new TextRun({ children, font: 'Noto Sans CJK SC', size: 18 })
    })
  }
  return Array.from(text, (sign, at) => {
    const font = fonts[at % fonts.length] ?? '宋体'
    return new TextRun({ text: sign, font, size: 18 + (at % 3), characterSpacing: at % 2 })
  })
}

/** Labels four signs a line, as in narrow columns. */
function cellParagraphs(text: string, style: WordStyle): Paragraph[] {
  const lines =
    style === 'paragraphs' && !/\d/.test(text) ? (text.match(/.{1,4}/gu) ?? ['']) : [text]
  return lines.map((line) => paragraph(line, style))
}

const frame: PrintedCell = { text: '', rows: 1, columns: 1 }

function styled(table: PrintedTable, style: WordStyle): Table {
  return wordTable(table, (text) => cellParagraphs(text, style))
}

const DOCUMENT = 'word/document.xml'

function rewritten(bytes: Uint8Array, rewrite: (xml: string) => string): Uint8Array {
  const files = unzipSync(bytes)
  const xml = rewrite(strFromU8(files[DOCUMENT] ?? new Uint8Array()))
  return zipSync({ ...files, [DOCUMENT]: strToU8(xml) })
}

/** Forms filled in with WPS: the table, its rows, its cells and what is in them are content controls. */
function inControls(xml: string): string {
  const wrap = (part: string) =>
    `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${part}</w:sdtContent></w:sdt>`
  let at = 0
  return xml
    .replace(/<w:r>.*?<\/w:r>/gs, (run) => (at++ % 2 === 0 ? wrap(run) : run))
    .replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => (at++ % 5 === 0 ? wrap(cell) : cell))
    .replace(/<w:tr>.*?<\/w:tr>/gs, (row) => (at++ % 4 === 0 ? wrap(row) : row))
    .replace(/<w:tbl>.*?<\/w:tbl>/gs, wrap)
}

/** A table in a text box, as a drawing with its older likeness. */
function inTextBoxes(xml: string): string {
  return xml.replace(
    /<w:tbl>.*?<\/w:tbl>/gs,
    (table) =>
      `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>${table}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
  )
}
