import { isAuxiliary } from '@/domain/auxiliary'
import type { Segment } from '@/data/segment'
import type { UnitId, UnitRegistry } from '@/domain/unit'
import { cellCounts } from '../cellCounts'
import { moneyUnitOf } from '../cell/measureUnit'
import type { CellCounts, ColumnMapping, OpenUnit } from '../draft'
import type { AnswerBook } from '../fileAnswers'
import { detectDialect } from '../readers/csv/dialect'
import { FindingList } from '../readers/findings'
import { mayHaveTextFaults } from '../readers/encoding/textFaults'
import { isComplete } from '../recognisers/keyColumns'
import { mapColumns } from '../recognisers/mapColumns'
import { ReportKeys } from '../recognisers/reportKeys'
import { findHeader } from '../recognisers/tableHeader'
import { TableRows } from '../recognisers/tableRows'
import { namedColumns } from '../recognisers/wide'
import { bomLength, CR, LF, NotClean, soundText } from './lines'
import { RowScanner, type ScanTable } from './rowScanner'
import { scanPlan } from './scanPlan'

/** Bytes read at once. */
const SLICE = 4 * 2 ** 20
/** Bytes from which dialect and header are told; as many characters as the tolerant reader takes. */
const SAMPLE = 256 * 2 ** 10

export interface ScanOptions {
  readonly name: string
  readonly registry: UnitRegistry
  readonly within: UnitId | null
  readonly answers?: AnswerBook | undefined
  readonly progress?: (bytes: number) => void
  readonly signal?: AbortSignal | undefined
  /** Bytes read at once; tests choose few. */
  readonly slice?: number
}

/** What a scan gives; the sources of its segments are still to be named. */
export interface Scanned {
  readonly columns: readonly ColumnMapping[]
  readonly segments: readonly Segment[]
  readonly openUnits: readonly OpenUnit[]
  readonly findings: FindingList
  readonly rows: number
  readonly reports: number
  readonly cells: CellCounts
}

/**
 * Reads a wide CSV that is cleanly written (UTF-8, commas, no quotes, every row of one width) slice by
 * slice, without making text of its numbers, to the same result as the tolerant way. Null: it is not
 * so written, and nothing is said about it. Rejects when the file cannot be read or on `signal`.
 */
export async function scanWideCsv(file: Blob, options: ScanOptions): Promise<Scanned | null> {
  const first = new Uint8Array(await file.slice(0, options.slice ?? SLICE).arrayBuffer())
  const sample = new Uint8Array(await file.slice(0, SAMPLE).arrayBuffer())
  try {
    const scan = begin(sample, sample.length === file.size, options)
    return scan === null ? null : await run(file, first, scan, options)
  } catch (cause) {
    if (cause instanceof NotClean) return null
    throw cause
  }
}

interface Scan {
  readonly table: ScanTable
  readonly keys: ReportKeys
  readonly findings: FindingList
  readonly columns: readonly ColumnMapping[]
  /** Byte and line of the first row of data. */
  readonly start: number
  readonly line: number
}

/** Header and plan from the beginning of the file; null where it is not for the scanner. */
function begin(sample: Uint8Array, isWhole: boolean, options: ScanOptions): Scan | null {
  const bom = bomLength(sample)
  const end = isWhole ? sample.length : sample.lastIndexOf(LF) + 1
  const text = soundText(sample.subarray(bom, end))
  if (!isPlainText(text)) return null
  const lineEnd = text.includes('\r\n') ? CR : LF
  const lines = text.split(lineEnd === CR ? '\r\n' : '\n')
  const rows = lines.map((line) => (line === '' ? [] : line.split(',')))
  const grid = { name: '', rows }
  const findings = new FindingList()
  const { registry, within, answers, name: file } = options
  const context = { registry, within, source: '', file, findings, answers }
  const header = findHeader(grid, 0, context)
  if (header?.row !== 0 || !isComplete(header.keys)) return null
  if (header.keys.has('indicator') || header.keys.has('measure')) return null
  if (rows.slice(0, header.firstDataRow).some((row) => row.length !== header.width)) return null
  const named = namedColumns(grid, header, true)
  const place = { sheet: '', row: 1, moneyUnit: header.moneyUnit }
  const { figures, mappings } = mapColumns(named, place, context)
  const plan = scanPlan(header, figures)
  if (plan === null || figures.every(({ indicator }) => isAuxiliary(indicator))) return null
  const keys = new ReportKeys(context)
  const tableRows = new TableRows(context, keys, header, '')
  const headerBytes = lines
    .slice(0, header.firstDataRow)
    .reduce(
      (sum, line) => sum + new TextEncoder().encode(line).length + (lineEnd === CR ? 2 : 1),
      0,
    )
  return {
    table: { plan, keys: header.keys, header: rows[0] ?? [], rows: tableRows, context, lineEnd },
    ...{ keys, findings, columns: mappings },
    start: bom + headerBytes,
    line: header.firstDataRow,
  }
}

/** Whether the tolerant reader would find nothing to say about encoding, dialect or characters. */
function isPlainText(text: string): boolean {
  if (text.includes('"') || mayHaveTextFaults(text) || /\r(?!\n)/.test(text)) return false
  if (/[^\x00-\x7f]/.test(text) && !/[\u0800-\uffff]/.test(text)) return false
  if (text.includes('\r\n') && /[^\r]\n/.test(text)) return false
  const { delimiter, rival, quote, sepLine, skipSpace } = detectDialect(text)
  return delimiter === ',' && rival === null && quote === '"' && !sepLine && !skipSpace
}

async function run(
  file: Blob,
  first: Uint8Array,
  { table, keys, findings, columns, start, line }: Scan,
  { progress, signal, slice = SLICE }: ScanOptions,
): Promise<Scanned> {
  const segments: Segment[] = []
  const scanner = new RowScanner(table, line, (segment) => segments.push(segment))
  let bytes = first
  let from = start
  for (let offset = 0; offset < file.size; offset += slice) {
    signal?.throwIfAborted()
    const isLast = offset + slice >= file.size
    const next = isLast ? null : file.slice(offset + slice, offset + 2 * slice).arrayBuffer()
    const end = isLast ? bytes.length : bytes.lastIndexOf(LF) + 1
    const whole = isLast ? endedLine(bytes, table.lineEnd) : bytes.subarray(0, end)
    scanner.scan(whole, Math.min(from, whole.length))
    progress?.(Math.min(offset + slice, file.size))
    if (next === null) break
    const rest = bytes.subarray(end)
    from = Math.max(0, from - end)
    bytes = joined(rest, new Uint8Array(await next))
  }
  if (scanner.rows === 0) throw new NotClean('no rows')
  scanner.finish()
  // A note below the rows may state their unit of money, and then every one of them is another number.
  if (findings.list().some(({ raw = '' }) => moneyUnitOf(raw) !== null)) throw new NotClean('unit')
  const openUnits = keys.openUnits()
  const { rows, reports } = scanner
  const cells = cellCounts(scanner.byState)
  return { columns, segments, openUnits, findings, rows, reports, cells }
}

/** The last line, ended if it is not. */
function endedLine(bytes: Uint8Array, lineEnd: number): Uint8Array {
  if (bytes.length === 0 || bytes.at(-1) === LF) return bytes
  return joined(bytes, Uint8Array.from(lineEnd === CR ? [CR, LF] : [LF]))
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
