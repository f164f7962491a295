import type { PrintedCell, PrintedForm, PrintedTable } from './formTables'

/** A whole number from 0 up to but without `below`. */
export type Draw = (below: number) => number

/** mulberry32: the same numbers for the same seed. */
export function drawFrom(seed: number): Draw {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

type Row = PrintedCell[]

type Spoil = (table: Row[], at: number, draw: Draw) => void

/** What conversions and copying do to a row, by name. */
const kinds: readonly (readonly [name: string, spoil: Spoil])[] = [
  ['delete a cell', onFigure((row, value) => row.splice(value, 1))],
  ['empty a cell', onFigure((row, value) => row.splice(value, 1, text('')))],
  ['delete a label', deleteLabel],
  ['delete a row', (table, at) => table.splice(at, 1)],
  ['merge two cells', onFigure(mergeCells)],
  ['split a cell', onFigure(splitCell)],
  ['shift a row', onFigure((row, value) => row.splice(value, 0, text('')))],
  ['strew in a page number', (table, at, draw) => table.splice(at, 0, [text(pageNumber(draw))])],
]

/** One random damage to a random row below the headers. */
export function damage(form: PrintedForm, draw: Draw): { form: PrintedForm; kind: string } {
  const names = ['two', 'three', 'three', 'three', 'four'] as const
  const name = names[draw(names.length)] ?? 'three'
  const table = form[name].map((row) => [...row])
  const first = name === 'two' ? 2 : 3
  const at = first + draw(Math.max(1, table.length - first))
  const [kind, spoil] = kinds[draw(kinds.length)] ?? ['', () => undefined]
  spoil(table, at, draw)
  return { form: { ...form, [name]: table satisfies PrintedTable }, kind: `${name}: ${kind}` }
}

/** Does something to a random figure of the row, if it has any. */
function onFigure(spoil: (row: Row, value: number, draw: Draw) => void): Spoil {
  return (table, at, draw) => {
    const row = table[at] ?? []
    const figures = row.flatMap((cell, column) => (isFigure(cell) ? [column] : []))
    const value = figures[draw(Math.max(1, figures.length))]
    if (value !== undefined) spoil(row, value, draw)
  }
}

function deleteLabel(table: Row[], at: number): void {
  const row = table[at] ?? []
  const label = row.findLastIndex((cell) => !isFigure(cell) && cell.text !== '')
  const cell = row[label]
  if (cell) row[label] = { ...cell, text: '' }
}

function mergeCells(row: Row, value: number): void {
  const next = row[value + 1]
  if (next) row.splice(value, 2, text((row[value]?.text ?? '') + next.text))
}

function splitCell(row: Row, value: number, draw: Draw): void {
  const whole = row[value]?.text ?? ''
  if (whole.length < 2) return
  const cut = 1 + draw(whole.length - 1)
  row.splice(value, 1, text(whole.slice(0, cut)), text(whole.slice(cut)))
}

function pageNumber(draw: Draw): string {
  const number = String(1 + draw(9))
  return [number, `- ${number} -`, `— ${number} —`, `第 ${number} 页`][draw(4)] ?? number
}

function isFigure({ text: written }: PrintedCell): boolean {
  return /^[+-]?\d[\d.]*$/.test(written)
}

function text(written: string): PrintedCell {
  return { text: written, rows: 1, columns: 1 }
}
