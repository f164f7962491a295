import type { UnitId } from '@/domain/unit'
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

type Numbers = ColumnValues
type NumbersType<T extends Numbers> = new (buffer: ArrayBuffer, offset: number, length: number) => T

/** Every array begins at a multiple of it, so that its view is possible without a copy. */
const ALIGNMENT = 8

/** Packs a segment; the segment stays as it is. Equal segments give equal bytes. */
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
  const arrays = arraysOf(segment)
  const buffer = new ArrayBuffer(arrays.reduce((end, array) => end + padded(array.byteLength), 0))
  let offset = 0
  for (const array of arrays) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    new Uint8Array(buffer).set(bytes, offset)
    offset += padded(array.byteLength)
  }
  return { header: JSON.stringify(header), buffer }
}

/** The segment as views of the buffer: nothing is copied or widened. */
export function unpackSegment({ header, buffer }: PackedSegment): Segment {
  const head = JSON.parse(header) as Header
  const { rows } = head
  const cells = rows * head.indicators.length
  const told = asTold(head.told, rows)
  const reader = new ArrayReader(buffer)
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

/** All arrays of a segment in the order in which `unpackSegment` takes them. */
function arraysOf(segment: Segment): Numbers[] {
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
    Uint32Array.from(segment.raw.keys()),
    ...(segment.decision === null ? [] : [segment.decision]),
    ...segment.columns.flatMap(({ values, states }) =>
      states === null ? [values] : [values, states],
    ),
  ]
}

class ArrayReader {
  #offset = 0
  readonly #buffer: ArrayBuffer

  constructor(buffer: ArrayBuffer) {
    this.#buffer = buffer
  }

  take<T extends Numbers>(type: NumbersType<T>, length: number): T {
    const array = new type(this.#buffer, this.#offset, length)
    this.#offset += padded(array.byteLength)
    return array
  }
}

function takeOrigin(
  reader: ArrayReader,
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

function takeRaw(reader: ArrayReader, texts: readonly string[]): ReadonlyMap<number, string> {
  const cells = reader.take(Uint32Array, texts.length)
  return new Map(texts.map((text, i) => [cells[i] as number, text]))
}

function takeColumn(
  reader: ArrayReader,
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

function padded(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}
