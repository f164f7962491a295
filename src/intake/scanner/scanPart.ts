import type { Segment } from '@/data/segment'
import type { GivenBytes } from '../givenBytes'
import { beginScan, unlessNotClean, type BeginOptions } from './beginScan'
import { LF } from './lines'
import { RowScanner } from './rowScanner'
import { SLICE, wholeLines } from './wholeLines'
import type { ScannedPart } from './scannedPart'

interface PartOptions extends BeginOptions {
  readonly progress?: (bytes: number) => void
  /** Bytes read at once; tests choose few. */
  readonly slice?: number
}

/** What a `ScanHelper` is asked for. Rejects as `scanWideCsv` does. */
export async function scanPart(
  file: GivenBytes,
  from: number,
  { slice = SLICE, progress, ...options }: PartOptions,
): Promise<ScannedPart | null> {
  return unlessNotClean(async () => {
    const scan = await beginScan(file, options)
    if (scan === null) return null
    const { table, keys, findings } = scan
    const said = findings.count
    const segments: Segment[] = []
    const scanner = new RowScanner(table, 0, (segment) => segments.push(segment))
    let isWithin = false
    let done = 0
    for await (const lines of wholeLines(file, { from, until: file.size, slice }, table.lineEnd)) {
      const first: number = isWithin ? 0 : lines.indexOf(LF) + 1
      isWithin ||= first > 0
      if (isWithin) scanner.scan(lines, first)
      // What is to be said needs the rows of the whole file.
      if (findings.count > said || keys.openUnits().length > 0) return null
      done += lines.length
      progress?.(done)
    }
    scanner.finish()
    const { rows, reports, byState } = scanner
    return { segments, rows, reports, byState }
  })
}
