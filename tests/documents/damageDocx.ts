import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Draw } from './damage'

const DOCUMENT = 'word/document.xml'
const TABLE = /<w:tbl>.*?<\/w:tbl>/gs
const ROW = /<w:tr(?: [^>]*)?>.*?<\/w:tr>/gs
const CELL = /<w:tc>.*?<\/w:tc>/gs
const TEXT = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/s

/** A table of a Word file: what stands before its rows, and the markup of their cells. */
interface WordTable {
  head: string
  rows: WordRow[]
}

interface WordRow {
  open: string
  cells: string[]
}

type Spoil = (table: WordTable, row: WordRow, draw: Draw) => void

/** What people and programs do to the tables of a Word file, by name. */
const kinds: readonly (readonly [name: string, spoil: Spoil])[] = [
  ['drop a cell', onFigure(({ cells }, at) => cells.splice(at, 1))],
  ['drop a row', (table, row) => table.rows.splice(table.rows.indexOf(row), 1)],
  ['move a row', moveRow],
  ['copy a cell', onFigure(({ cells }, at) => cells.splice(at, 0, cells[at] ?? ''))],
  [
    'lose a span',
    onCell(({ cells }, at) => {
      replace(cells, at, /<w:gridSpan[^>]*>/, '')
    }),
  ],
  [
    'lose a vertical merge',
    onCell(({ cells }, at) => {
      replace(cells, at, /<w:vMerge[^>]*>/, '')
    }),
  ],
  ['merge into the cell before', onFigure(mergeCells)],
  [
    'merge into the cell above',
    onFigure(({ cells }, at) => {
      addToProperties(cells, at, '<w:vMerge/>')
    }),
  ],
  ['split a number over two cells', onFigure(splitCell)],
  ['put a number into a table of its own', onFigure(nest)],
  ['begin a row one column later', beginLater],
  [
    'hide a number as deleted',
    onFigure(({ cells }, at) => {
      track(cells, at, 'del')
    }),
  ],
  [
    'insert a number under tracking',
    onFigure(({ cells }, at) => {
      track(cells, at, 'ins')
    }),
  ],
  ['split the table', splitTable],
]

/** Some random damages, one after the other, to the tables of a Word file as `renderDocx` makes it. */
export function damageDocx(
  bytes: Uint8Array,
  times: number,
  draw: Draw,
): { bytes: Uint8Array; kinds: string[] } {
  const files = unzipSync(bytes)
  let xml = strFromU8(files[DOCUMENT] ?? new Uint8Array())
  const done: string[] = []
  for (let round = 0; round < times; round++) {
    const [name, spoil] = kinds[draw(kinds.length)] ?? ['', () => undefined]
    xml = spoilt(xml, spoil, draw)
    done.push(name)
  }
  return { bytes: zipSync({ ...files, [DOCUMENT]: strToU8(xml) }), kinds: done }
}

/** Table 三 is the largest, and is hit most. */
function spoilt(xml: string, spoil: Spoil, draw: Draw): string {
  const tables = xml.match(TABLE) ?? []
  const rows = tables.flatMap((table) => (table.match(ROW) ?? []).map(() => table))
  const hit = rows[draw(Math.max(1, rows.length))]
  if (hit === undefined) return xml
  const table: WordTable = {
    head: hit.slice(0, hit.search(ROW)),
    rows: (hit.match(ROW) ?? []).map((row) => ({
      open: row.slice(0, row.search(CELL)),
      cells: row.match(CELL) ?? [],
    })),
  }
  const row = table.rows[draw(table.rows.length)]
  if (row !== undefined) spoil(table, row, draw)
  return xml.replace(hit, () => markup(table))
}

function markup({ head, rows }: WordTable): string {
  const inside = rows.map(({ open, cells }) => `${open}${cells.join('')}</w:tr>`)
  return `${head}${inside.join('')}</w:tbl>`
}

function onCell(spoil: (row: WordRow, at: number, draw: Draw) => unknown): Spoil {
  return (_, row, draw) => {
    if (row.cells.length > 0) spoil(row, draw(row.cells.length), draw)
  }
}

function onFigure(spoil: (row: WordRow, at: number, draw: Draw) => unknown): Spoil {
  return (_, row, draw) => {
    const figures = row.cells.flatMap((cell, at) => (/^[+-]?\d/.test(textOf(cell)) ? [at] : []))
    const at = figures[draw(Math.max(1, figures.length))]
    if (at !== undefined) spoil(row, at, draw)
  }
}

function textOf(cell: string | undefined): string {
  return TEXT.exec(cell ?? '')?.[1] ?? ''
}

function withText(cell: string, text: string): string {
  return cell.replace(TEXT, () => `<w:t>${text}</w:t>`)
}

function replace(cells: string[], at: number, from: RegExp, to: string): void {
  cells[at] = (cells[at] ?? '').replace(from, () => to)
}

function addToProperties(cells: string[], at: number, property: string): void {
  replace(cells, at, /<\/w:tcPr>/, `${property}</w:tcPr>`)
}

function moveRow(table: WordTable, row: WordRow, draw: Draw): void {
  table.rows.splice(table.rows.indexOf(row), 1)
  table.rows.splice(draw(table.rows.length + 1), 0, row)
}

/** Word keeps both paragraphs in the cell that is left. */
function mergeCells({ cells }: WordRow, at: number): void {
  if (at === 0) return
  const paragraphs = /<w:p[ >].*<\/w:p>/s.exec(cells[at] ?? '')?.[0] ?? ''
  replace(cells, at - 1, /<\/w:tc>$/, `${paragraphs}</w:tc>`)
  addToProperties(cells, at - 1, '<w:gridSpan w:val="2"/>')
  cells.splice(at, 1)
}

function splitCell({ cells }: WordRow, at: number, draw: Draw): void {
  const cell = cells[at] ?? ''
  const text = textOf(cell)
  if (text.length < 2) return
  const cut = 1 + draw(text.length - 1)
  cells.splice(at, 1, withText(cell, text.slice(0, cut)), withText(cell, text.slice(cut)))
}

function nest({ cells }: WordRow, at: number): void {
  const cell = cells[at] ?? ''
  const inner = `<w:tbl><w:tr><w:tc>${/<w:p[ >].*<\/w:p>/s.exec(cell)?.[0] ?? ''}</w:tc></w:tr></w:tbl><w:p/>`
  replace(cells, at, /<w:p[ >].*<\/w:p>/s, inner)
}

function beginLater(_: WordTable, row: WordRow): void {
  row.open += '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
  row.cells.splice(0, 1)
}

/** A deleted number is no longer part of the text, an inserted one is. */
function track(cells: string[], at: number, how: 'del' | 'ins'): void {
  const run = /<w:r>.*<\/w:r>/s.exec(cells[at] ?? '')?.[0] ?? ''
  const inside =
    how === 'ins' ? run : run.replaceAll('w:t>', 'w:delText>').replaceAll('<w:t ', '<w:delText ')
  replace(cells, at, /<w:r>.*<\/w:r>/s, `<w:${how} w:id="1" w:author="a">${inside}</w:${how}>`)
}

/** The rest of the table goes on in another one; merges that began above it begin nowhere. */
function splitTable(table: WordTable, row: WordRow): void {
  const at = table.rows.indexOf(row)
  if (at === 0) return
  row.open = `</w:tbl><w:p/>${table.head}${row.open}`
}
