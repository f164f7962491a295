import type { ReportEdition } from '@/domain/indicator'
import type { Cell, Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import { blockCode, blockValue, buildColumn } from './column'
import {
  editions,
  scopes,
  SEGMENT_ROWS,
  type Origin,
  type Segment,
  type SourceTable,
  type ToldText,
} from './segment'

/** What is known of a report before its cells. */
export interface ReportStart {
  readonly unit: UnitId
  readonly year: number
  readonly scope: Scope
  readonly edition: ReportEdition
  /** Id of the source it was read from. */
  readonly source: string
  /** Only for origin `rows`: its source row (from 1) and the number that `addLayout` gave. */
  readonly row?: number
  readonly layout?: number
}

/** Only for origin `cells`: where the cell stood. Rows and columns count from 1. */
export interface CellPlace {
  readonly table: SourceTable
  readonly row: number
  readonly column: number
}

/** Takes reports cell by cell and makes segments of them. */
export interface SegmentBuilder {
  /**
   * For origin `rows`: the source column (from 1) of every indicator of a table, and which table it
   * is where the source has several.
   */
  addLayout(columns: ReadonlyMap<string, number>, table?: SourceTable): number
  startReport(start: ReportStart): void
  /**
   * A cell of the report started last; one that is never set is `absent`. `raw` is the text as
   * written and is kept where the cell does not print back to it.
   */
  setCell(indicator: string, cell: Cell, raw: string, place?: CellPlace): void
  /** What the running text of the report started last says. */
  setTold(told: ToldText): void
  /** All segments; the builder is of no use after it. */
  finish(): Segment[]
}

/** Origin `rows` for wide tables (a source row a report), `cells` for every other layout. */
export function createSegmentBuilder(origin: Origin['kind']): SegmentBuilder {
  const layouts: Layout[] = []
  const done: Segment[] = []
  let open = new OpenSegment(origin)
  return {
    addLayout: (columns, table = {}) => layouts.push({ columns, table }) - 1,
    startReport(start) {
      if (open.rows === SEGMENT_ROWS) {
        done.push(open.close(layouts))
        open = new OpenSegment(origin)
      }
      open.startReport(start)
    },
    setCell(indicator, cell, raw, place) {
      open.setCell(indicator, cell, raw, place)
    },
    setTold(told) {
      open.setTold(told)
    },
    finish() {
      if (open.rows > 0) done.push(open.close(layouts))
      return done
    },
  }
}

/** Whether a cell says all that its raw text said, so that the text need not be kept. */
export function printsBack(cell: Cell, raw: string): boolean {
  if (cell.kind === 'value') return !cell.approximate && String(cell.value) === raw
  return raw === '' && (cell.kind === 'blank' || cell.kind === 'absent')
}

/** Numbers a list of texts or objects in order of first appearance. */
class Dictionary<T> {
  readonly items: T[] = []
  readonly #indexes = new Map<string, number>()

  indexOf(key: string, item: T): number {
    const known = this.#indexes.get(key)
    if (known !== undefined) return known
    this.#indexes.set(key, this.items.length)
    return this.items.push(item) - 1
  }
}

interface Layout {
  readonly columns: ReadonlyMap<string, number>
  readonly table: SourceTable
}

interface OpenColumn {
  /** Grows with the rows, so that a file of one report stays small. */
  block: Float64Array
  readonly approximate: Set<number>
  readonly raw: Map<number, string>
  /** Empty for origin `rows`. */
  readonly places: Map<number, CellPlace>
}

class OpenSegment {
  rows = 0
  readonly #origin: Origin['kind']
  readonly #units = new Dictionary<UnitId>()
  readonly #sources = new Dictionary<string>()
  readonly #tables = new Dictionary<SourceTable>()
  readonly #unit = new Uint16Array(SEGMENT_ROWS)
  readonly #year = new Uint16Array(SEGMENT_ROWS)
  readonly #scope = new Uint8Array(SEGMENT_ROWS)
  readonly #edition = new Uint8Array(SEGMENT_ROWS)
  readonly #source = new Uint16Array(SEGMENT_ROWS)
  readonly #row = new Uint32Array(SEGMENT_ROWS)
  readonly #layout = new Uint16Array(SEGMENT_ROWS)
  readonly #columns = new Map<string, OpenColumn>()
  readonly #told = new Map<number, ToldText>()

  constructor(origin: Origin['kind']) {
    this.#origin = origin
  }

  startReport(start: ReportStart): void {
    const row = this.rows++
    this.#unit[row] = this.#units.indexOf(start.unit, start.unit)
    this.#year[row] = start.year
    this.#scope[row] = scopes.indexOf(start.scope)
    this.#edition[row] = editions.indexOf(start.edition)
    this.#source[row] = this.#sources.indexOf(start.source, start.source)
    if (this.#origin === 'cells') return
    if (start.row === undefined || start.layout === undefined)
      throw new Error('A report of origin `rows` needs its row and layout')
    this.#row[row] = start.row
    this.#layout[row] = start.layout
  }

  setTold(told: ToldText): void {
    this.#told.set(this.rows - 1, told)
  }

  setCell(indicator: string, cell: Cell, raw: string, place: CellPlace | undefined): void {
    const row = this.rows - 1
    const column = this.#column(indicator)
    if (row >= column.block.length) column.block = grown(column.block, row + 1)
    column.block[row] = blockValue(cell)
    if (cell.kind === 'value' && cell.approximate) column.approximate.add(row)
    else column.approximate.delete(row)
    if (printsBack(cell, raw)) column.raw.delete(row)
    else column.raw.set(row, raw)
    if (this.#origin === 'rows') return
    if (place === undefined) throw new Error('A cell of origin `cells` needs its place')
    column.places.set(row, place)
  }

  close(layouts: readonly Layout[]): Segment {
    const rows = this.rows
    const open = [...this.#columns.values()]
    return {
      rows,
      units: this.#units.items,
      unit: this.#unit.slice(0, rows),
      year: this.#year.slice(0, rows),
      scope: this.#scope.slice(0, rows),
      edition: this.#edition.slice(0, rows),
      columns: [...this.#columns].map(([indicator, { block }]) =>
        buildColumn(
          indicator,
          (block.length < rows ? grown(block, rows) : block).subarray(0, rows),
        ),
      ),
      sources: this.#sources.items,
      origin: this.#origin === 'rows' ? this.#rowOrigin(layouts) : this.#cellOrigin(open),
      tables: this.#tables.items,
      approximate: Uint32Array.from(
        open.flatMap((column, position) =>
          ascending(column.approximate).map((row) => position * rows + row),
        ),
      ),
      raw: new Map(
        open.flatMap((column, position) =>
          ascending(column.raw.keys()).map(
            (row) => [position * rows + row, column.raw.get(row) ?? ''] as const,
          ),
        ),
      ),
      decision: null,
      ...(this.#told.size === 0
        ? {}
        : { told: Array.from({ length: rows }, (_, row) => this.#told.get(row) ?? null) }),
    }
  }

  #column(indicator: string): OpenColumn {
    const known = this.#columns.get(indicator)
    if (known !== undefined) return known
    const column = {
      block: new Float64Array(FIRST_ROWS).fill(blockCode('absent')),
      approximate: new Set<number>(),
      raw: new Map<number, string>(),
      places: new Map<number, CellPlace>(),
    }
    this.#columns.set(indicator, column)
    return column
  }

  #rowOrigin(layouts: readonly Layout[]): Origin {
    const indicators = [...this.#columns.keys()]
    const used = [...new Set(this.#layout.subarray(0, this.rows))]
    return {
      kind: 'rows',
      source: this.#source.slice(0, this.rows),
      row: this.#row.slice(0, this.rows),
      layouts: used.map((layout) =>
        indicators.map((indicator) => layouts[layout]?.columns.get(indicator) ?? NO_PLACE),
      ),
      layoutTables: used.map((layout) => this.#tableIndex(layouts[layout]?.table ?? {})),
      layout: this.#layout.slice(0, this.rows).map((layout) => used.indexOf(layout)),
    }
  }

  #tableIndex(table: SourceTable): number {
    return Object.keys(table).length === 0 ? -1 : this.#tables.indexOf(tableKey(table), table)
  }

  #cellOrigin(open: readonly OpenColumn[]): Origin {
    const rows = this.rows
    const cells = open.length * rows
    const origin = {
      kind: 'cells' as const,
      source: this.#source.slice(0, rows),
      table: new Uint16Array(cells),
      row: new Uint32Array(cells),
      column: new Uint32Array(cells),
    }
    for (const [position, { places }] of open.entries()) {
      for (const [row, place] of places) {
        const cell = position * rows + row
        origin.table[cell] = this.#tables.indexOf(tableKey(place.table), place.table)
        origin.row[cell] = place.row
        origin.column[cell] = place.column
      }
    }
    return origin
  }
}

const FIRST_ROWS = 16

function grown(block: Float64Array, rows: number): Float64Array {
  const wider = new Float64Array(Math.min(SEGMENT_ROWS, 2 * rows))
  wider.fill(blockCode('absent'), block.length)
  wider.set(block)
  return wider
}

/** Rows and columns count from 1; 0 stands for a cell that the source does not have. */
const NO_PLACE = 0

function tableKey({ sheet, table, page }: SourceTable): string {
  return JSON.stringify([sheet, table, page])
}

function ascending(rows: Iterable<number>): number[] {
  return [...rows].sort((a, b) => a - b)
}
