import type { UnitId } from '@/domain/unit'
import { ArrayRoom, padded } from './arrayRoom'
import { asTold } from './asTold'
import type { ColumnValues, Origin, Segment, SegmentColumn, SourceTable } from './segment'

/** A segment as it is stored and posted: one buffer of numbers, and a JSON text for the rest. */
export interface PackedSegment {
  readonly header: string
  readonly buffer: ArrayBuffer
}

/** What of a segment is not numbers. Its order of keys is part of the content hash. */
interface Header {
  readonly rows: number
  readonly units: readonly UnitId[]
  readonly indicators: readonly string[]
  /** Bytes an entry, a column: 1, 2, 4, or 8 for Float64 with states. */
  readonly widths: readonly number[]
  readonly sources: readonly string[]
  readonly tables: readonly SourceTable[]
  /** Null for an origin of kind `cells`. */
  readonly layouts: readonly (readonly number[])[] | null
  readonly layoutTables: readonly number[] | null
  readonly approximate: number
  readonly raw: readonly string[]
  readonly decided: boolean
  /** Left out where no report has a text: so segments from before it was kept have the same bytes. */
  readonly told?: unknown
}

/**
 * Packs a segment; the segment stays as it is, and where its arrays stand in one buffer in their order,
 * that is the buffer. Equal segments give equal bytes.
 */
export function packSegment(segment: Segment): PackedSegment {
  const { origin } = segment
  const header: Header = {
    rows: segment.rows,
    units: segment.units,
    indicators: segment.columns.map(({ indicator }) => indicator),
    widths: segment.columns.map(({ values }) => values.BYTES_PER_ELEMENT),
    sources: segment.sources,
    tables: segment.tables,
    layouts: origin.kind === 'rows' ? origin.layouts : null,
    layoutTables: (origin.kind === 'rows' ? origin.layoutTables : undefined) ?? null,
    approximate: segment.approximate.length,
    raw: [...segment.raw.values()],
    decided: segment.decision !== null,
    ...(segment.told === undefined ? {} : { told: segment.told }),
  }
  const keys = Uint32Array.from(segment.raw.keys())
  const arrays = arraysOf(segment, keys)
  const buffer = bufferInPlace(arrays, keys) ?? joined(arrays)
  return { header: JSON.stringify(header), buffer }
}

/** The segment as views of the buffer: nothing is copied or widened. */
export function unpackSegment({ header, buffer }: PackedSegment): Segment {
  const head = JSON.parse(header) as Header
  const { rows } = head
  const cells = rows * head.indicators.length
  const told = asTold(head.told, rows)
  const reader = new ArrayRoom(buffer)
  return {
    rows,
    units: head.units,
    unit: reader.take(Uint16Array, rows),
    year: reader.take(Uint16Array, rows),
    scope: reader.take(Uint8Array, rows),
    edition: reader.take(Uint8Array, rows),
    sources: head.sources,
    tables: head.tables,
    origin: takeOrigin(reader, head, cells),
    approximate: reader.take(Uint32Array, head.approximate),
    raw: takeRaw(reader, head.raw),
    decision: head.decided ? reader.take(Uint8Array, cells) : null,
    columns: head.indicators.map((indicator, position) =>
      takeColumn(reader, indicator, head.widths[position] as number, rows),
    ),
    ...(told === null ? {} : { told }),
  }
}

/** The buffer of a segment that was made where it is to be packed, or null. */
function bufferInPlace(arrays: readonly ColumnValues[], keys: Uint32Array): ArrayBuffer | null {
  const buffer = arrays[0]?.buffer
  if (!(buffer instanceof ArrayBuffer)) return null
  let offset = 0
  for (const array of arrays) {
    const isThere = array.buffer === buffer && array.byteOffset === offset
    if (!isThere && array.byteLength > 0 && (array !== keys || !isAt(buffer, offset, keys))) {
      return null
    }
    offset += padded(array.byteLength)
  }
  return offset === buffer.byteLength ? buffer : null
}

/** Whether a buffer holds these numbers: those of a map have no place of their own. */
function isAt(buffer: ArrayBuffer, offset: number, keys: Uint32Array): boolean {
  if (offset + keys.byteLength > buffer.byteLength) return false
  const there = new Uint32Array(buffer, offset, keys.length)
  return keys.every((key, index) => key === there[index])
}

function joined(arrays: readonly ColumnValues[]): ArrayBuffer {
  const bytes = new Uint8Array(arrays.reduce((end, array) => end + padded(array.byteLength), 0))
  let offset = 0
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), offset)
    offset += padded(byteLength)
  }
  return bytes.buffer
}

/** All arrays of a segment in the order in which `unpackSegment` takes them. */
function arraysOf(segment: Segment, keys: Uint32Array): ColumnValues[] {
  const { origin } = segment
  return [
    segment.unit,
    segment.year,
    segment.scope,
    segment.edition,
    ...(origin.kind === 'rows'
      ? [origin.source, origin.row, origin.layout]
      : [origin.source, origin.table, origin.row, origin.column]),
    segment.approximate,
    keys,
    ...(segment.decision === null ? [] : [segment.decision]),
    ...segment.columns.flatMap(({ values, states }) =>
      states === null ? [values] : [values, states],
    ),
  ]
}

function takeOrigin(
  reader: ArrayRoom,
  { rows, layouts, layoutTables }: Header,
  cells: number,
): Origin {
  const source = reader.take(Uint16Array, rows)
  if (layouts === null) {
    const table = reader.take(Uint16Array, cells)
    const row = reader.take(Uint32Array, cells)
    return { kind: 'cells', source, table, row, column: reader.take(Uint32Array, cells) }
  }
  const row = reader.take(Uint32Array, rows)
  const layout = reader.take(Uint16Array, rows)
  const tables = layoutTables === null ? {} : { layoutTables }
  return { kind: 'rows', source, row, layouts, layout, ...tables }
}

function takeRaw(reader: ArrayRoom, texts: readonly string[]): ReadonlyMap<number, string> {
  const cells = reader.take(Uint32Array, texts.length)
  return new Map(texts.map((text, i) => [cells[i] as number, text]))
}

function takeColumn(
  reader: ArrayRoom,
  indicator: string,
  width: number,
  rows: number,
): SegmentColumn {
  if (width === 1) return { indicator, values: reader.take(Uint8Array, rows), states: null }
  if (width === 2) return { indicator, values: reader.take(Uint16Array, rows), states: null }
  if (width === 4) return { indicator, values: reader.take(Uint32Array, rows), states: null }
  const values = reader.take(Float64Array, rows)
  return { indicator, values, states: reader.take(Uint8Array, rows) }
}
