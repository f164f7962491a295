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

const kinds = [
  'delete a cell',
  'empty a cell',
  'delete a label',
  'delete a row',
  'merge two cells',
  'split a cell',
  'shift a row',
  'strew in a page number',
] as const

/** One random damage as conversions and copying do it, to a random row below the headers. */
export function damage(form: PrintedForm, draw: Draw): { form: PrintedForm; kind: string } {
  const names = ['two', 'three', 'three', 'three', 'four'] as const
  const name = names[draw(names.length)] ?? 'three'
  const table = form[name].map((row) => [...row])
  const kind = kinds[draw(kinds.length)] ?? 'delete a cell'
  const first = name === 'two' ? 2 : 3
  const at = first + draw(Math.max(1, table.length - first))
  spoil(table, at, kind, draw)
  return { form: { ...form, [name]: table satisfies PrintedTable }, kind: `${name}: ${kind}` }
}

function spoil(table: Row[], at: number, kind: (typeof kinds)[number], draw: Draw): void {
  const row = table[at]
  if (!row) return
  const value = pick(row, draw, (cell) => isFigure(cell))
  switch (kind) {
    case 'delete a row':
      table.splice(at, 1)
      return
    case 'strew in a page number':
      table.splice(at, 0, [text(pageNumber(draw))])
      return
    case 'delete a label': {
      const label = row.findLastIndex((cell) => !isFigure(cell) && cell.text !== '')
      if (label >= 0) row[label] = { ...(row[label] as PrintedCell), text: '' }
      return
    }
    case 'shift a row':
      row.splice(value < 0 ? 0 : value, 0, text(''))
      return
    case 'delete a cell':
      if (value >= 0) row.splice(value, 1)
      return
    case 'empty a cell':
      if (value >= 0) row[value] = text('')
      return
    case 'merge two cells': {
      const next = row[value + 1]
      if (value >= 0 && next) row.splice(value, 2, text((row[value]?.text ?? '') + next.text))
      return
    }
    case 'split a cell': {
      const whole = row[value]?.text ?? ''
      if (whole.length < 2) return
      const cut = 1 + draw(whole.length - 1)
      row.splice(value, 1, text(whole.slice(0, cut)), text(whole.slice(cut)))
    }
  }
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

function pick(row: Row, draw: Draw, fits: (cell: PrintedCell) => boolean): number {
  const fitting = row.flatMap((cell, at) => (fits(cell) ? [at] : []))
  return fitting[draw(Math.max(1, fitting.length))] ?? -1
}
