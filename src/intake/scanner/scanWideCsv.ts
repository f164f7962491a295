import type { Segment } from '@/data/segment'
import { moneyUnitOf } from '../cell/measureUnit'
import { cellCounts } from '../cellCounts'
import type { CellCounts, ColumnMapping, OpenUnit } from '../draft'
import type { GivenBytes } from '../givenBytes'
import type { FindingList } from '../readers/findings'
import { beginScan, unlessNotClean, type BeginOptions, type Scan } from './beginScan'
import { NotClean } from './lines'
import { RowScanner } from './rowScanner'
import type { ScanHelper, ScannedPart } from './scannedPart'
import { SLICE, wholeLines } from './wholeLines'

/** Bytes from which it is worth while to have the last part of a file scanned beside the first. */
const SHARED = 2 * SLICE

export interface ScanOptions extends BeginOptions {
  readonly progress?: (bytes: number) => void
  readonly signal?: AbortSignal | undefined
  /** Scans the last part of a large file at the same time. */
  readonly helper?: ScanHelper | undefined
  /** Bytes read at once; tests choose few. */
  readonly slice?: number
  /** Bytes from which the helper is asked; tests choose few. */
  readonly shared?: number
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
export async function scanWideCsv(file: GivenBytes, options: ScanOptions): Promise<Scanned | null> {
  const help = helpWith(file, options)
  return unlessNotClean(async () => {
    const scan = await beginScan(file, options)
    return scan === null ? null : await run(file, scan, help, options)
  })
}

/** The last part of a file, which is being scanned elsewhere. */
interface Help {
  readonly from: number
  readonly part: Promise<ScannedPart | null>
  /** Bytes scanned so far. */
  done: number
}

/** Asks for help at once: whether a file is for the scanner, both find out at the same time. */
function helpWith(file: GivenBytes, { helper, shared = SHARED }: ScanOptions): Help | null {
  if (helper === undefined || file.size < shared) return null
  const from = Math.floor(file.size / 2)
  const asked = helper(from, (bytes) => {
    help.done = bytes
  })
  // A helper that fails is no help, and nothing else.
  const help: Help = { from, part: asked.catch(() => null), done: 0 }
  return help
}

async function run(
  file: GivenBytes,
  { table, keys, findings, columns, start, line }: Scan,
  help: Help | null,
  { progress, signal, slice = SLICE }: ScanOptions,
): Promise<Scanned> {
  const segments: Segment[] = []
  const scanner = new RowScanner(table, line, (segment) => segments.push(segment))
  let reached = start
  const scanUntil = async (until: number) => {
    if (reached >= file.size) return
    for await (const lines of wholeLines(file, { from: reached, until, slice }, table.lineEnd)) {
      signal?.throwIfAborted()
      scanner.scan(lines, 0)
      reached = Math.min(file.size, reached + lines.length)
      progress?.(Math.min(file.size, reached + (until === file.size ? 0 : (help?.done ?? 0))))
    }
  }
  if (help !== null && help.from >= start) {
    await scanUntil(help.from)
    const part = await help.part
    if (part !== null && keys.areFree(part.segments)) {
      reached = file.size
      scanner.append(part)
    }
  }
  await scanUntil(file.size)
  scanner.finish()
  if (scanner.rows === 0) throw new NotClean('no rows')
  // A note below the rows may state their unit of money, and then every one of them is another number.
  if (findings.list().some(({ raw = '' }) => moneyUnitOf(raw) !== null)) throw new NotClean('unit')
  const openUnits = keys.openUnits()
  const { rows, reports } = scanner
  const cells = cellCounts(scanner.byState)
  return { columns, segments, openUnits, findings, rows, reports, cells }
}
