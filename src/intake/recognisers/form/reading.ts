import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { CellNote } from '../../parseCell'
import { parseCell } from '../../parseCell'
import { indicatorById } from '@/domain/catalogue'
import type { FormCell, FormLine } from './formLine'
import type { DoubtfulRow } from './proposeRows'
import type { StatedMoney } from './statedMoney'

/** A figure of the form as read, with its place. */
export interface FormFigure {
  readonly cell: Cell
  readonly raw: string
  /** Index of the grid, source row and column from 1; null for a cell that the document lost. */
  readonly place: FigurePlace | null
}

export interface FigurePlace {
  readonly grid: number
  readonly row: number
  readonly column: number
}

/** Something noticed while reading, before file and table names are known. */
export interface FormNote extends CellNote {
  readonly code: Finding['code']
  readonly place: FigurePlace | null
  readonly raw?: string
  readonly indicators: readonly string[]
}

/** What one table of the form gave. */
export interface TableReading {
  readonly figures: ReadonlyMap<string, FormFigure>
  readonly notes: readonly FormNote[]
  /** Rows whose cells cannot be told apart, or one of which is blank. */
  readonly doubtful: readonly DoubtfulRow[]
}

/** Amounts whose unit of money the statutory form itself prints in their header. */
const STATED_BY_FORM: ReadonlySet<string> = new Set(['fees.amount'])

/** Collects the figures of one table. */
export class TableReader {
  readonly figures = new Map<string, FormFigure>()
  readonly notes: FormNote[] = []
  readonly doubtful: DoubtfulRow[] = []

  /** Reads a cell as the figure of an indicator. */
  take(indicator: string, cell: FormCell, grid: number, statedUnit?: string): void {
    const known = indicatorById(indicator)
    const kind = known?.kind ?? 'count'
    const unit = known?.unit ?? ''
    const isOther = statedUnit !== undefined && statedUnit !== unit
    const parsed = parseCell(cell.text, { kind, unit, ...(isOther ? { statedUnit } : {}) })
    const place = { grid, row: cell.row, column: cell.column }
    this.figures.set(indicator, { cell: parsed.cell, raw: cell.text, place })
    for (const note of parsed.notes) {
      this.notes.push({ ...note, place, raw: cell.text, indicators: [indicator] })
    }
  }

  /** Reads an amount in the unit that the document states for it; what was assumed or converted is noted. */
  takeMoney(indicator: string, cell: FormCell, grid: number, stated: StatedMoney | null): void {
    this.take(indicator, cell, grid, stated?.unit)
    const read = this.figures.get(indicator)?.cell
    const unit = indicatorById(indicator)?.unit ?? ''
    const isBare = /^[\d\s.,，]+$/u.test(cell.text)
    if (read?.kind !== 'value' || read.value === 0 || !isBare) return
    const at = { cells: [cell], grid }
    if (stated === null && !STATED_BY_FORM.has(indicator)) {
      this.note('cell-unit-assumed', 'warning', [indicator], at, { unit, value: read.value })
    } else if (stated !== null && stated.unit !== unit) {
      const detail = { from: stated.unit, unit, value: read.value, words: stated.words }
      this.note('cell-converted', 'warning', [indicator], at, detail)
    }
  }

  /** Notes that the cells of a row may have slipped, as they stand. */
  doubt(indicators: readonly string[], cells: readonly FormCell[]): void {
    this.doubtful.push({ indicators, texts: cells.map(({ text }) => text) })
  }

  /** The document has the place but not the figures: what stands there cannot be told apart. */
  unreadable(indicators: readonly string[], cells: readonly FormCell[], grid: number): void {
    const raw = cells.map(({ text }) => text).join(' ')
    const [first] = cells
    const place = first ? { grid, row: first.row, column: first.column } : null
    for (const indicator of indicators) {
      this.figures.set(indicator, { cell: { kind: 'unreadable' }, raw, place })
    }
  }

  /** A row with figures of a column that cannot be told from those of the form: said once for its table. */
  unsureColumn(indicators: readonly string[], line: FormLine): void {
    const { cells, grid, values, unsure = '' } = line
    this.unreadable(indicators, values.length > 0 ? values : cells, grid)
    const at = this.notes.findIndex(
      ({ code, detail }) => code === 'form-column-unsure' && detail?.['name'] === unsure,
    )
    const before = this.notes[at]
    if (before === undefined)
      this.note('form-column-unsure', 'error', indicators, { cells, grid }, { name: unsure })
    else this.notes[at] = { ...before, indicators: [...before.indicators, ...indicators] }
  }

  /** The form has the figures, the document lost them or left them blank. */
  blank(indicators: readonly string[], place: FigurePlace | null): void {
    for (const indicator of indicators) {
      this.figures.set(indicator, { cell: { kind: 'blank' }, raw: '', place })
    }
  }

  note(
    code: Finding['code'],
    severity: Finding['severity'],
    indicators: readonly string[],
    at: { readonly cells: readonly FormCell[]; readonly grid: number } | null,
    detail?: Finding['detail'],
  ): void {
    const [first] = at?.cells ?? []
    this.notes.push({
      code,
      severity,
      indicators,
      place: at && first ? { grid: at.grid, row: first.row, column: first.column } : null,
      ...(at
        ? {
            raw: at.cells
              .map(({ text }) => text)
              .join(' ')
              .trim(),
          }
        : {}),
      ...(detail ? { detail } : {}),
    })
  }
}
