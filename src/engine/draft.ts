import type { Batch, BatchContent } from '@/data/batch'
import { compareSegment, type CellDifference, type Comparison } from '@/data/compare'
import type { Cube } from '@/data/cube'
import { foldBatches } from '@/data/fold'
import type { Segment } from '@/data/segment'
import type { Finding } from '@/domain/finding'
import type { UnitId } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import { decideUnits, type UnitDecisions } from './draftSegments'

/** A file of the draft, and what the user said of it. */
export interface DraftFile {
  readonly draft: FileDraft
  readonly content: Blob
  readonly overwrite: boolean
  readonly leftOut: boolean
}

/** What was read and is under review. Immutable: every decision makes a new one. */
export interface Draft extends UnitDecisions {
  readonly files: readonly DraftFile[]
}

/** A file of the draft against the data and the files before it. */
export interface ComparedFile {
  readonly file: DraftFile
  /** With the decisions; empty where the file is left out. */
  readonly segments: readonly Segment[]
  readonly comparison: Comparison
  readonly changes: readonly CellDifference[]
  readonly findings: readonly Finding[]
  readonly reports: number
}

export const emptyDraft: Draft = { files: [], resolved: new Map(), skipped: new Set() }

/** First differences of a file that are shown. */
const CHANGES_SHOWN = 200

/**
 * Compares the files in their order with the data, each also with those before it in the draft where
 * they speak of the same reports: so two files that contradict each other show as a change.
 */
export function compareDraft(
  draft: Draft,
  contents: readonly BatchContent[],
  cube: Cube,
): ComparedFile[] {
  const compared: ComparedFile[] = []
  const seen = new SeenReports(draft.files.length > 1)
  for (const file of draft.files) {
    const { segments, findings } = decideUnits(file.draft, draft)
    const base = seen.hasAnyOf(segments)
      ? foldBatches([...contents, draftContent(compared.flatMap((before) => before.segments))])
      : cube
    compared.push(compareFile(file, segments, findings, base))
    if (!file.leftOut) seen.add(segments)
  }
  return compared
}

/** Placeholders without a decision, in files that are not left out. */
export function openPlaceholders(draft: Draft): Set<UnitId> {
  const open = new Set<UnitId>()
  for (const { draft: file, leftOut } of draft.files) {
    if (leftOut) continue
    for (const { placeholder } of file.openUnits)
      if (!draft.resolved.has(placeholder) && !draft.skipped.has(placeholder)) open.add(placeholder)
  }
  return open
}

function compareFile(
  file: DraftFile,
  segments: readonly Segment[],
  findings: readonly Finding[],
  base: Cube,
): ComparedFile {
  const compared = segments.map((segment) => compareSegment(base, segment, file.overwrite))
  const comparison = { added: 0, same: 0, changed: 0, blanked: 0 }
  for (const { comparison: one } of compared) {
    comparison.added += one.added
    comparison.same += one.same
    comparison.changed += one.changed
    comparison.blanked += one.blanked
  }
  return {
    file,
    segments: file.leftOut ? [] : compared.map(({ segment }) => segment),
    comparison,
    changes: compared.flatMap(({ changes }) => changes).slice(0, CHANGES_SHOWN),
    findings: [...file.draft.findings, ...findings],
    reports: segments.reduce((sum, { rows }) => sum + rows, 0),
  }
}

/** The reports of the files so far; a single file needs no such account. */
class SeenReports {
  readonly #keys = new Set<string>()
  readonly #needed: boolean

  constructor(needed: boolean) {
    this.#needed = needed
  }

  hasAnyOf(segments: readonly Segment[]): boolean {
    if (this.#keys.size === 0) return false
    for (const key of this.#keysOf(segments)) if (this.#keys.has(key)) return true
    return false
  }

  add(segments: readonly Segment[]): void {
    if (this.#needed) for (const key of this.#keysOf(segments)) this.#keys.add(key)
  }

  *#keysOf(segments: readonly Segment[]): Generator<string> {
    for (const { rows, units, unit, year, scope } of segments) {
      for (let row = 0; row < rows; row++)
        yield `${units[unit[row] ?? 0] ?? ''} ${year[row] ?? 0} ${scope[row] ?? 0}`
    }
  }
}

/** Segments of the draft as a batch after all others. */
function draftContent(segments: readonly Segment[]): BatchContent {
  const batch: Batch = {
    id: Number.MAX_SAFE_INTEGER,
    kind: 'import',
    sample: false,
    active: true,
    at: 0,
    by: '',
    note: '',
    sources: [],
    reports: 0,
    cells: { taken: 0, same: 0, refused: 0 },
    segments: segments.length,
    contentHash: '',
  }
  return { batch, segments, corrections: [] }
}
