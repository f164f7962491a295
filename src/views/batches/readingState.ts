import type { Severity } from '@/domain/finding'
import { firstText, type Query } from '../compare/viewState'

/** Which batch's files and findings are shown, and which of them. */
export interface ReadingState {
  readonly batch: number | null
  readonly severity: Severity | 'all'
  /** Path of the only file; empty for all. */
  readonly file: string
}

/** Reads a query; what makes no sense is as at the start. */
export function parseReadingState(query: Query): ReadingState {
  const batch = Number(firstText(query.batch))
  const severity = firstText(query.severity)
  const isSeverity = severity === 'error' || severity === 'warning' || severity === 'info'
  return {
    batch: Number.isInteger(batch) && batch > 0 ? batch : null,
    severity: isSeverity ? severity : 'all',
    file: firstText(query.file),
  }
}

/** The shortest query that reads back as the state. */
export function formatReadingState({
  batch,
  severity,
  file,
}: ReadingState): Record<string, string> {
  if (batch === null) return {}
  return {
    batch: String(batch),
    ...(severity === 'all' ? {} : { severity }),
    ...(file === '' ? {} : { file }),
  }
}
