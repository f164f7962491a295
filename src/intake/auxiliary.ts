import { blockValue, buildColumn, cellAt, sameCell } from '@/data/column'
import { keyAt } from '@/data/compare'
import { editions, scopes, type Origin, type Segment } from '@/data/segment'
import { placeAt, rawAt } from '@/data/traceCell'
import { isAuxiliary } from '@/domain/auxiliary'
import type { Finding } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { FindingList } from './readers/findings'
import { placeIn } from './recognisers/recognition'

const AUXILIARY = scopes.indexOf('auxiliary')
const ABSENT: Cell = { kind: 'absent' }
const UNKNOWN = editions.indexOf('unknown')

/** What is said of an auxiliary figure, and where it was said first. */
interface Said {
  readonly cell: Cell
  readonly raw: string
  readonly row: number
}

/**
 * Parts the auxiliary figures from the reports that they were read beside: their cells go into rows of
 * the scope `auxiliary`, with the same places. A row that has nothing else is no report. Of a figure
 * that a file has twice (beside the report of the county and that of its office) the first stands; a
 * second that differs is a finding, as is a figure of the form in a row of auxiliary figures.
 */
export function splitAuxiliary(
  segments: readonly Segment[],
  file: string,
  findings: FindingList,
): readonly Segment[] {
  if (!segments.some(hasAuxiliary)) return segments
  const splitting = new Splitting(file, findings)
  return segments.flatMap((segment) => splitting.split(segment))
}

function hasAuxiliary({ columns, scope }: Segment): boolean {
  return columns.some(({ indicator }) => isAuxiliary(indicator)) || scope.includes(AUXILIARY)
}

class Splitting {
  readonly #file: string
  readonly #findings: FindingList
  readonly #said = new Map<string, Said>()

  constructor(file: string, findings: FindingList) {
    this.#file = file
    this.#findings = findings
  }

  split(segment: Segment): Segment[] {
    if (!hasAuxiliary(segment)) return [segment]
    const positions = [...segment.columns.keys()]
    const isOfOthers = (column: number) => isAuxiliary(segment.columns[column]?.indicator ?? '')
    const beside = positions.filter(isOfOthers)
    const own = positions.filter((column) => !isOfOthers(column))
    const isPresent = (row: number, columns: readonly number[]) =>
      columns.some((column) => cellAt(segment, column, row).kind !== 'absent')
    const reports: number[] = []
    const others: number[] = []
    const standing = new Set<number>()
    for (let row = 0; row < segment.rows; row++) {
      const hasOthers = isPresent(row, beside)
      const stands = beside.filter((column) => this.#stands(segment, row, column))
      for (const column of stands) standing.add(column * segment.rows + row)
      if (segment.scope[row] === AUXILIARY) this.#refuseFigures(segment, row, own)
      else if (isPresent(row, own) || !hasOthers) reports.push(row)
      if (stands.length > 0) others.push(row)
    }
    const parts = [
      taken(segment, reports, own, (row, column) => cellAt(segment, column, row)),
      asAuxiliary(
        taken(segment, others, beside, (row, column) =>
          standing.has(column * segment.rows + row) ? cellAt(segment, column, row) : ABSENT,
        ),
      ),
    ]
    return parts.filter(({ rows }) => rows > 0)
  }

  /** Whether there is a cell that counts: the file has not said the same figure before. */
  #stands(segment: Segment, row: number, column: number): boolean {
    const cell = cellAt(segment, column, row)
    if (cell.kind === 'absent') return false
    const { unit, year } = keyAt(segment, row)
    const indicator = segment.columns[column]?.indicator ?? ''
    const key = JSON.stringify([unit, year, indicator])
    const place = placeAt(segment, column, row)
    const raw = rawAt(segment, column, row)
    const first = this.#said.get(key)
    if (first === undefined || first.cell.kind === 'blank') {
      this.#said.set(key, { cell, raw, row: place?.row ?? 0 })
      return true
    }
    if (cell.kind !== 'blank' && !sameCell(first.cell, cell))
      this.#add('figure-duplicate', segment, row, column, { firstRow: first.row, first: first.raw })
    return false
  }

  /** A row of auxiliary figures has no figures of the form; that it had some is said. */
  #refuseFigures(segment: Segment, row: number, columns: readonly number[]): void {
    for (const column of columns) {
      const { kind } = cellAt(segment, column, row)
      if (kind !== 'absent' && kind !== 'blank')
        this.#add('figure-in-auxiliary', segment, row, column, {})
    }
  }

  #add(
    code: Finding['code'],
    segment: Segment,
    row: number,
    column: number,
    detail: NonNullable<Finding['detail']>,
  ): void {
    const place = placeAt(segment, column, row)
    this.#findings.add({
      code,
      severity: 'error',
      place: placeIn(this.#file, place?.sheet ?? '', place?.row ?? 0, place?.column),
      raw: rawAt(segment, column, row),
      unit: nameOf(keyAt(segment, row).unit),
      year: segment.year[row] ?? 0,
      indicators: [segment.columns[column]?.indicator ?? ''],
      detail,
    })
  }
}

/** Of an open unit, what was written. */
function nameOf(unit: UnitId): string {
  return unit.replace(/^\?\d*\|?/, '')
}

/** Some rows and columns of a segment, with their places; `cell` gives a cell by its old position. */
function taken(
  segment: Segment,
  rows: readonly number[],
  columns: readonly number[],
  cell: (row: number, column: number) => Cell,
): Segment {
  const used = [...new Set(rows.map((row) => segment.unit[row] ?? 0))]
  const newUnit = new Map(used.map((unit, index) => [unit, index]))
  const count = rows.length
  const cells = columns.flatMap((column) => rows.map((row) => ({ row, column })))
  const kept = cells.map(({ row, column }) => cell(row, column))
  const marked = new Set(segment.approximate)
  return {
    ...segment,
    rows: count,
    units: used.map((unit) => segment.units[unit] ?? ''),
    unit: Uint16Array.from(rows, (row) => newUnit.get(segment.unit[row] ?? 0) ?? 0),
    year: Uint16Array.from(rows, (row) => segment.year[row] ?? 0),
    scope: Uint8Array.from(rows, (row) => segment.scope[row] ?? 0),
    edition: Uint8Array.from(rows, (row) => segment.edition[row] ?? 0),
    columns: columns.map((column, at) => {
      const block = Float64Array.from({ length: count }, (_, row) =>
        blockValue(kept[at * count + row] ?? { kind: 'absent' }),
      )
      return buildColumn(segment.columns[column]?.indicator ?? '', block)
    }),
    origin: takenOrigin(segment, rows, columns),
    approximate: Uint32Array.from(
      [...cells.keys()].filter((at) => {
        const { row, column } = cells[at] ?? { row: 0, column: 0 }
        return kept[at]?.kind === 'value' && marked.has(column * segment.rows + row)
      }),
    ),
    raw: new Map(
      cells.flatMap(({ row, column }, at) => {
        const text = segment.raw.get(column * segment.rows + row)
        const isGone = kept[at]?.kind === 'absent'
        return text === undefined || isGone ? [] : [[at, text] as const]
      }),
    ),
    decision: null,
  }
}

function takenOrigin(
  { origin, rows: before }: Segment,
  rows: readonly number[],
  columns: readonly number[],
): Origin {
  const source = Uint16Array.from(rows, (row) => origin.source[row] ?? 0)
  if (origin.kind === 'rows') {
    return {
      ...origin,
      source,
      row: Uint32Array.from(rows, (row) => origin.row[row] ?? 0),
      layout: Uint16Array.from(rows, (row) => origin.layout[row] ?? 0),
      layouts: origin.layouts.map((layout) => columns.map((column) => layout[column] ?? 0)),
    }
  }
  const cells = columns.flatMap((column) => rows.map((row) => column * before + row))
  return {
    kind: 'cells',
    source,
    table: Uint16Array.from(cells, (cell) => origin.table[cell] ?? 0),
    row: Uint32Array.from(cells, (cell) => origin.row[cell] ?? 0),
    column: Uint32Array.from(cells, (cell) => origin.column[cell] ?? 0),
  }
}

function asAuxiliary(segment: Segment): Segment {
  return {
    ...segment,
    scope: segment.scope.map(() => AUXILIARY),
    edition: segment.edition.map(() => UNKNOWN),
  }
}
