import type { WorkSheet } from '@e965/xlsx'
import { isZip } from '../../zip/directory'
import type { OpenedWorkbook } from '../openWorkbook'
import { hiddenInOds, type HiddenInOds } from './hiddenInOds'
import type { HiddenSpans, Span } from './hiddenSpans'
import { hiddenColumnsInXlsb } from './hiddenInXlsb'
import { hiddenInXlsx } from './hiddenInXlsx'

/** Names of hidden sheets, and hidden rows and columns by the names of their sheets. */
export type HiddenParts = HiddenInOds

/** What a workbook hides, of every kind that is read. */
export function hiddenInWorkbook(
  { workbook, xlsColumns }: OpenedWorkbook,
  bytes: Uint8Array,
): HiddenParts {
  if (workbook.bookType === 'ods') return hiddenInOds(bytes)
  const listed = workbook.Workbook?.Sheets ?? []
  const sheets = new Set(workbook.SheetNames.filter((_, index) => (listed[index]?.Hidden ?? 0) > 0))
  const inXml = isZip(bytes) ? hiddenInXlsx(bytes) : null
  if (inXml !== null && inXml.size > 0) return { sheets, spans: inXml }
  const inBinary = isZip(bytes) ? hiddenColumnsInXlsb(bytes) : null
  const spans = workbook.SheetNames.map((name, index): [string, HiddenSpans] => {
    const known = knownSpans(workbook.Sheets[name])
    const binary = inBinary?.get(name) ?? xlsColumns[index] ?? []
    return [name, { ...known, columns: [...known.columns, ...binary] }]
  })
  return { sheets, spans: new Map(spans) }
}

/** What the library knows of a sheet. */
function knownSpans(sheet: WorkSheet | undefined): HiddenSpans {
  return { rows: spansOf(sheet?.['!rows'] ?? []), columns: spansOf(sheet?.['!cols'] ?? []) }
}

function spansOf(all: readonly ({ readonly hidden?: boolean } | undefined)[]): Span[] {
  const spans: Span[] = []
  // The lists may have holes, which `flatMap` and the like pass over.
  all.forEach((each, at) => {
    if (each?.hidden === true) spans.push({ from: at, to: at })
  })
  return spans
}
