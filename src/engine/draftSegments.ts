import { scopes, type Origin, type Segment } from '@/data/segment'
import type { Finding } from '@/domain/finding'
import type { UnitId } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'

/** What the user said of unit texts that were not clear, by placeholder. */
export interface UnitDecisions {
  readonly resolved: ReadonlyMap<UnitId, UnitId>
  /** Their reports are left out. */
  readonly skipped: ReadonlySet<UnitId>
}

export interface DecidedSegments {
  readonly segments: readonly Segment[]
  /** Where the rows of each stood in the segments as they were read. */
  readonly from: readonly ReadRows[]
  /** Reports that turned out to be in the file twice once their units were known. */
  readonly findings: readonly Finding[]
}

/** Rows of a segment as it was read; null: all of them. */
export interface ReadRows {
  /** Index in the segments of the file. */
  readonly segment: number
  readonly rows: Uint32Array | null
}

/**
 * The segments of a file with its placeholders replaced. Reports of skipped units are left out; of
 * reports that turn out to be of one unit, year and scope the first stands, as in reading.
 */
export function decideUnits(file: FileDraft, decisions: UnitDecisions): DecidedSegments {
  const decided = file.openUnits.some(
    ({ placeholder }) => decisions.resolved.has(placeholder) || decisions.skipped.has(placeholder),
  )
  if (!decided) {
    const from = file.segments.map((_, segment) => ({ segment, rows: null }))
    return { segments: file.segments, from, findings: [] }
  }
  const firstRows = new Map<string, number>()
  const findings: Finding[] = []
  const kept = file.segments.map((segment, index) => {
    const units = segment.units.map((unit) => decisions.resolved.get(unit) ?? unit)
    const keep = new Uint8Array(segment.rows)
    for (let row = 0; row < segment.rows; row++) {
      const unit = units[segment.unit[row] ?? 0] ?? ''
      if (decisions.skipped.has(unit)) continue
      const year = segment.year[row] ?? 0
      const scope = scopes[segment.scope[row] ?? 0] ?? 'whole'
      const key = JSON.stringify([unit, year, scope])
      const first = firstRows.get(key)
      const sourceRow = segment.origin.kind === 'rows' ? (segment.origin.row[row] ?? 0) : 0
      if (first === undefined) {
        firstRows.set(key, sourceRow)
        keep[row] = 1
      } else findings.push(duplicate(file.name, { unit, year, scope, row: sourceRow, first }))
    }
    const rows = Uint32Array.from(keep.keys()).filter((row) => keep[row] === 1)
    return {
      segment: withUnits(keepRows(segment, keep), units),
      from: { segment: index, rows },
    }
  })
  const left = kept.filter(({ segment }) => segment.rows > 0)
  return {
    segments: left.map(({ segment }) => segment),
    from: left.map(({ from }) => from),
    findings,
  }
}

interface Duplicate {
  readonly unit: UnitId
  readonly year: number
  readonly scope: string
  readonly row: number
  readonly first: number
}

function duplicate(file: string, { unit, year, scope, row, first }: Duplicate): Finding {
  return {
    code: 'report-duplicate',
    severity: 'error',
    place: row > 0 ? { file, row } : { file },
    unit,
    year,
    detail: { firstRow: first, scope },
  }
}

/** The segment with other unit ids at the same indexes, each id once. */
function withUnits(segment: Segment, ids: readonly UnitId[]): Segment {
  const used = new Map<UnitId, number>()
  const unit = segment.unit.map((index) => {
    const id = ids[index] ?? ''
    const known = used.get(id) ?? used.size
    used.set(id, known)
    return known
  })
  return { ...segment, units: [...used.keys()], unit }
}

/** The segment without the rows whose entry in `keep` is 0. */
export function keepRows(segment: Segment, keep: Uint8Array): Segment {
  if (!keep.includes(0)) return segment
  const { rows } = segment
  const moved = new Int32Array(rows).fill(-1)
  let kept = 0
  for (let row = 0; row < rows; row++) if (keep[row] === 1) moved[row] = kept++
  const ofRow = (_: number, row: number) => keep[row] === 1
  const ofCell = (_: number, cell: number) => keep[cell % rows] === 1
  /** Where a cell comes to stand, or -1. */
  const placeOf = (cell: number) => {
    const row = moved[cell % rows] ?? -1
    return row < 0 ? -1 : Math.floor(cell / rows) * kept + row
  }
  return {
    ...segment,
    rows: kept,
    unit: segment.unit.filter(ofRow),
    year: segment.year.filter(ofRow),
    scope: segment.scope.filter(ofRow),
    edition: segment.edition.filter(ofRow),
    columns: segment.columns.map(({ indicator, values, states }) => ({
      indicator,
      values: values.filter(ofRow),
      states: states?.filter(ofRow) ?? null,
    })),
    origin: keepOrigin(segment.origin, ofRow, ofCell),
    approximate: segment.approximate.map(placeOf).filter((cell) => cell !== NOT_KEPT),
    raw: new Map(
      [...segment.raw].flatMap(([cell, text]) =>
        placeOf(cell) < 0 ? [] : [[placeOf(cell), text] as const],
      ),
    ),
    decision: segment.decision?.filter(ofCell) ?? null,
    ...(segment.told === undefined
      ? {}
      : { told: segment.told.filter((_, row) => keep[row] === 1) }),
  }
}

/** -1 in a Uint32Array. */
const NOT_KEPT = 0xffffffff

type Filter = (value: number, index: number) => boolean

function keepOrigin(origin: Origin, ofRow: Filter, ofCell: Filter): Origin {
  if (origin.kind === 'rows') {
    return {
      ...origin,
      source: origin.source.filter(ofRow),
      row: origin.row.filter(ofRow),
      layout: origin.layout.filter(ofRow),
    }
  }
  return {
    kind: 'cells',
    source: origin.source.filter(ofRow),
    table: origin.table.filter(ofCell),
    row: origin.row.filter(ofCell),
    column: origin.column.filter(ofCell),
  }
}
