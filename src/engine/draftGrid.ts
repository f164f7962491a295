import { blockOf, startsOf } from '@/data/cube'
import { cellAt } from '@/data/column'
import { keyAt, type Comparison } from '@/data/compare'
import { decisions } from '@/data/segment'
import { indicatorPosition } from '@/domain/catalogue'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { ComparedFile, ComparedPart } from './draft'
import { readKey } from './draftFixes'
import { placeFindings } from './placedFindings'
import type { DraftCellKey, DraftReportKey } from './reviewProtocol'

export type PartFix = ComparedPart['fixes'][number]

/** A part of the draft with what the grid knows of it. */
export interface GridPart extends ComparedPart {
  readonly file: ComparedFile
  readonly rows: number
  /** Position in the segment of every column of the grid, or -1. */
  readonly positions: Int32Array
  /** By row × columns of the grid + column. */
  readonly fixesAt: ReadonlyMap<number, PartFix>
  /** Contradicted corrections by hand: cells of the segment. */
  readonly conflictsAt: ReadonlySet<number>
}

/** Where a row of the grid stands. */
export interface GridRow {
  readonly part: GridPart
  readonly row: number
}

/** How a cell of the grid stands against the data. */
export interface CellStanding {
  readonly standing: keyof Comparison | null
  readonly conflicts: boolean
  readonly takesFile: boolean
}

const SAME = decisions.indexOf('same')
const REFUSED = decisions.indexOf('refused')
const CHOSEN = decisions.indexOf('chosen')
const ABSENT: Cell = { kind: 'absent' }

/** All reports of the files that are taken in, one a row, by all indicators that any of them has. */
export class DraftGrid {
  readonly indicators: readonly string[]
  readonly parts: readonly GridPart[]
  readonly rows: number
  readonly #starts: Uint32Array
  readonly #columns: ReadonlyMap<string, number>

  constructor(compared: readonly ComparedFile[]) {
    const taken = compared.filter(({ file }) => !file.leftOut)
    this.indicators = indicatorsOf(taken)
    this.#columns = new Map(this.indicators.map((indicator, column) => [indicator, column]))
    this.parts = taken.flatMap((file) => file.parts.map((part) => this.#partOf(file, part)))
    this.#starts = startsOf(this.parts)
    this.rows = this.#starts[this.parts.length] ?? 0
  }

  /** Where a row of the grid stands. */
  rowAt(row: number): GridRow {
    const number = blockOf(this.#starts, row)
    const part = this.parts[number]
    if (part === undefined) throw new Error(`The grid has no row ${row}`)
    return { part, row: row - (this.#starts[number] ?? 0) }
  }

  /** The first row of a part. */
  startOf(part: GridPart): number {
    return this.#starts[this.parts.indexOf(part)] ?? 0
  }

  columnOf(indicator: string): number {
    return this.#columns.get(indicator) ?? -1
  }

  /** The report of a row, as the draft calls it. */
  keyOf({ part, row }: GridRow): DraftReportKey {
    const { source, segments } = part.file.file.draft
    return { ...readKey(segments, part.from, row), source }
  }

  fixAt({ part, row }: GridRow, column: number): PartFix | null {
    return part.fixesAt.get(row * this.indicators.length + column) ?? null
  }

  /** The cell as it was read. */
  readAt({ part, row }: GridRow, column: number): Cell {
    const position = part.positions[column] ?? -1
    return position < 0 ? ABSENT : cellAt(part.compared.segment, position, row)
  }

  /** What is to be said of the cell as it was read. */
  findingsAt({ part, row }: GridRow, column: number): readonly Finding[] {
    const position = part.positions[column] ?? -1
    if (position < 0) return []
    const { cells } = placeFindings(part.file.file.draft)
    const read = part.file.file.draft.segments[part.from.segment]
    const at = position * (read?.rows ?? 0) + (part.from.rows?.[row] ?? row)
    return cells[part.from.segment]?.get(at) ?? []
  }

  rowFindingsAt({ part, row }: GridRow): readonly Finding[] {
    const { rows } = placeFindings(part.file.file.draft)
    return rows[part.from.segment]?.get(part.from.rows?.[row] ?? row) ?? []
  }

  standingAt(place: GridRow, column: number): CellStanding {
    const { part, row } = place
    const fix = this.fixAt(place, column)
    if (fix !== null) {
      const { standing, conflicts, taken } = fix
      return { standing, conflicts, takesFile: taken && standing !== 'added' }
    }
    const { segment } = part.compared
    const position = part.positions[column] ?? -1
    const read = this.readAt(place, column)
    if (read.kind === 'absent') return { standing: null, conflicts: false, takesFile: false }
    const cell = position * segment.rows + row
    const decision = segment.decision?.[cell] ?? 0
    if (decision === SAME) return { standing: 'same', conflicts: false, takesFile: false }
    if (decision !== REFUSED && decision !== CHOSEN)
      return { standing: 'added', conflicts: false, takesFile: false }
    const before = this.onRecord(place, column)
    return {
      standing: before.kind === 'value' && read.kind !== 'value' ? 'blanked' : 'changed',
      conflicts: part.conflictsAt.has(cell),
      takesFile: decision === CHOSEN,
    }
  }

  /** What is on record for the cell, corrections by hand included. */
  onRecord({ part, row }: GridRow, column: number): Cell {
    const key = keyAt(part.compared.segment, row)
    return part.file.base.cellAt(key, this.indicators[column] ?? '')?.cell ?? ABSENT
  }

  /** The place of a cell in the grid, or null. */
  find(key: DraftCellKey): { readonly place: GridRow; readonly column: number } | null {
    const column = this.columnOf(key.indicator)
    if (column < 0) return null
    for (const part of this.parts) {
      if (part.file.file.draft.source !== key.source) continue
      const row = this.#findRow(part, key)
      if (row >= 0) return { place: { part, row }, column }
    }
    return null
  }

  #findRow(part: GridPart, key: DraftCellKey): number {
    const read = part.file.file.draft.segments[part.from.segment]
    const unit = read?.units.indexOf(key.unit) ?? -1
    if (read === undefined || unit < 0) return -1
    for (let row = 0; row < part.rows; row++) {
      const at = part.from.rows?.[row] ?? row
      if (read.unit[at] !== unit || read.year[at] !== key.year) continue
      if (readKey([read], { segment: 0, rows: null }, at).scope === key.scope) return row
    }
    return -1
  }

  #partOf(file: ComparedFile, part: ComparedPart): GridPart {
    const { segment, conflicts } = part.compared
    const positions = new Int32Array(this.indicators.length).fill(-1)
    for (const [position, { indicator }] of segment.columns.entries())
      positions[this.columnOf(indicator)] = position
    const fixesAt = new Map(
      part.fixes.map((fix) => [
        fix.row * this.indicators.length + this.columnOf(fix.indicator),
        fix,
      ]),
    )
    const { rows } = segment
    return { ...part, file, rows, positions, fixesAt, conflictsAt: new Set(conflicts) }
  }
}

/** In the order of the catalogue, those of the user's own behind. */
function indicatorsOf(files: readonly ComparedFile[]): string[] {
  const found = new Set<string>()
  for (const { parts } of files) {
    for (const { compared, fixes } of parts) {
      for (const { indicator } of compared.segment.columns) found.add(indicator)
      for (const { indicator } of fixes) found.add(indicator)
    }
  }
  const place = (indicator: string) => {
    const position = indicatorPosition(indicator)
    return position < 0 ? Infinity : position
  }
  // The sort is stable; the difference of two infinities is no number.
  return [...found].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}
