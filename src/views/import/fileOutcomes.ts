import type { Finding } from '@/domain/finding'
import type { DraftFileView } from '@/engine/draftProtocol'
import { notReportText } from '@/wording/notReport'
import { differing } from './draftEffect'

/** What became of one file of an import. */
export interface FileOutcome {
  readonly path: string
  readonly kind: 'taken' | 'unchanged' | 'leftOut' | 'unread'
  readonly reports: number
  /** Cells written. */
  readonly written: number
  /** Cells that differ from the data, which were kept. */
  readonly refused: number
  /** The gravest finding, which says why nothing was read; null for a file that was. */
  readonly reason: Finding | null
}

export type OutcomeFile = Pick<
  DraftFileView,
  'path' | 'kind' | 'layout' | 'leftOut' | 'reports' | 'compare' | 'replaced' | 'findings'
> &
  // Kept readings of a batch do not list their reports.
  Partial<Pick<DraftFileView, 'listed'>>

/**
 * The result list of an import: every file given, in the order of the draft, and below an archive each
 * of its files that gave no report.
 */
export function fileOutcomes(files: readonly OutcomeFile[]): readonly FileOutcome[] {
  return files.flatMap((file) => [outcomeOf(file), ...unreadInside(file)])
}

function outcomeOf(file: OutcomeFile): FileOutcome {
  const { path, reports, compare, replaced, findings } = file
  const isRead = file.layout !== null && reports > 0
  if (!isRead) return untouched(path, 'unread', 0, gravest(findings))
  if (file.leftOut) return untouched(path, 'leftOut', reports, null)
  const written = compare.added + replaced
  const refused = differing(compare) - replaced
  const kind = written > 0 ? 'taken' : 'unchanged'
  return { path, kind, reports, written, refused, reason: null }
}

/** Each file of an archive that gave no report, as far as its findings say so. */
export function unreadInside({ kind, path, listed = [], findings }: OutcomeFile): FileOutcome[] {
  if (kind !== 'zip') return []
  const read = new Set(listed.map(({ document }) => document))
  const inside = new Set(findings.map(({ place }) => place.file))
  return [...inside].flatMap((file) => {
    const own = findings.filter(({ place }) => place.file === file)
    if (file === path || read.has(file) || !tellsOfWholeFile(own)) return []
    return [untouched(file, 'unread', 0, gravest(own))]
  })
}

/** Whether something is wrong with a file rather than with a cell or a sum in it. */
function tellsOfWholeFile(findings: readonly Finding[]): boolean {
  if (notReportText(findings) !== null) return true
  return findings.some(
    ({ severity, indicators, place: { row, column } }) =>
      severity === 'error' && indicators === undefined && row === undefined && column === undefined,
  )
}

function untouched(
  path: string,
  kind: 'unread' | 'leftOut',
  reports: number,
  reason: Finding | null,
): FileOutcome {
  return { path, kind, reports, written: 0, refused: 0, reason }
}

function gravest(findings: readonly Finding[]): Finding | null {
  const find = (severity: Finding['severity']) =>
    findings.find((finding) => finding.severity === severity)
  return find('error') ?? find('warning') ?? findings[0] ?? null
}
