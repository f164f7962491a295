import type { Batch, BatchContent, Correction } from '@/data/batch'
import {
  compareSegment,
  keyAt,
  type CellDifference,
  type ComparedSegment,
  type Comparison,
  type TakesFile,
} from '@/data/compare'
import { compareFixes, type ComparedFix } from '@/data/compareFixes'
import { cellAt } from '@/data/column'
import type { Cube } from '@/data/cube'
import { foldBatches } from '@/data/fold'
import { countReports } from '@/data/reportedRows'
import { decisions, type Segment } from '@/data/segment'
import type { Finding } from '@/domain/finding'
import type { UnitId } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import { filesWithCounts, type DraftCount } from './draftCounts'
import { choicesOf, isChosenAlone, type DraftChoices } from './draftChoices'
import { fixesBySource, placedFixes, readKey, type FileFixes, type ReviewFix } from './draftFixes'
import {
  decideUnits,
  type DecidedSegments,
  type ReadRows,
  type UnitDecisions,
} from './draftSegments'

/** A file of the draft, and what the user said of it. */
export interface DraftFile {
  readonly draft: FileDraft
  readonly content: Blob
  /** What is kept of its reading, as `keepReading` makes it. */
  readonly reading: Blob | null
  readonly overwrite: boolean
  readonly leftOut: boolean
}

/** What was read and is under review. Immutable: every decision makes a new one. */
export interface Draft extends UnitDecisions {
  readonly files: readonly DraftFile[]
  /** In the order they were made; the latest word on a cell counts. */
  readonly fixes: readonly ReviewFix[]
  readonly choices: DraftChoices
  /** Counts of texts that are kept as figures. */
  readonly counts: readonly DraftCount[]
}

/** A file of the draft against the data and the files before it. */
export interface ComparedFile {
  readonly file: DraftFile
  /** With the decisions; empty where the file is left out. */
  readonly segments: readonly Segment[]
  readonly parts: readonly ComparedPart[]
  /** What the fixes, and the words on corrections, add to the batch; empty where the file is left out. */
  readonly corrections: readonly Correction[]
  readonly comparison: Comparison
  /** Cells that differ and take the file's value, and cells that contradict a correction by hand. */
  readonly replaced: number
  readonly conflicts: number
  readonly fixed: number
  /** What it was compared with. */
  readonly base: Cube
  readonly changes: readonly CellDifference[]
  readonly findings: readonly Finding[]
  readonly reports: number
}

/** A segment of a file, decided and compared. */
export interface ComparedPart {
  readonly compared: ComparedSegment
  readonly from: ReadRows
  readonly fixes: readonly (ComparedFix & { readonly fix: ReviewFix })[]
}

export const emptyDraft: Draft = {
  files: [],
  resolved: new Map(),
  skipped: new Set(),
  fixes: [],
  choices: new Map(),
  counts: [],
}

/** First differences of a file that are shown. */
const CHANGES_SHOWN = 200
const CHOSEN = decisions.indexOf('chosen')

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
  const fixes = fixesBySource(draft.fixes)
  for (const file of filesWithCounts(draft)) {
    const decided = decideUnits(file.draft, draft)
    const base = seen.hasAnyOf(decided.segments)
      ? foldBatches([...contents, draftContent(compared)])
      : cube
    const fixesOfFile = fixes.get(file.draft.source) ?? null
    compared.push(compareFile(draft, file, decided, fixesOfFile, base))
    if (!file.leftOut) seen.add(decided.segments)
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
  draft: Draft,
  file: DraftFile,
  { segments, from, findings }: DecidedSegments,
  fixes: FileFixes | null,
  base: Cube,
): ComparedFile {
  const parts = segments.map((segment, index) =>
    comparePart(draft, file, segment, from[index] ?? { segment: index, rows: null }, fixes, base),
  )
  const compared = parts.map((part) => part.compared)
  return {
    file,
    segments: file.leftOut ? [] : compared.map(({ segment }) => segment),
    parts,
    corrections: file.leftOut ? [] : parts.flatMap((part) => correctionsOf(draft, file, part)),
    comparison: sumOf(compared),
    replaced: compared.reduce((sum, { replaced }) => sum + replaced, 0),
    conflicts: compared.reduce((sum, { conflicts }) => sum + conflicts.length, 0),
    fixed: parts.reduce((sum, part) => sum + part.fixes.length, 0),
    base,
    changes: compared.flatMap(({ changes }) => changes).slice(0, CHANGES_SHOWN),
    findings: [...file.draft.findings, ...findings],
    reports: countReports(segments),
  }
}

function comparePart(
  draft: Draft,
  { draft: { source, segments }, overwrite }: DraftFile,
  segment: Segment,
  from: ReadRows,
  fileFixes: FileFixes | null,
  base: Cube,
): ComparedPart {
  const choices = choicesOf(draft, source, overwrite)
  const takesFile: TakesFile =
    choices === null
      ? overwrite
      : (row, indicator) => choices(readKey(segments, from, row), indicator)
  const compared = compareSegment(base, segment, takesFile)
  if (fileFixes === null) return { compared, from, fixes: [] }
  const placed = placedFixes(fileFixes, segments, from, segment.rows)
  if (placed.length === 0) return { compared, from, fixes: [] }
  const laid = compareFixes(base, compared, placed, takesFile)
  const fixes = laid.fixes.flatMap((one, index) => {
    const fix = placed[index]?.fix
    return fix === undefined ? [] : [{ ...one, fix }]
  })
  return { compared: laid.compared, from, fixes }
}

/** The reason noted where the user took a file's value in the place of a correction. */
export const TAKEN_IN_REVIEW = '审阅时选用文件的值'

/**
 * The corrections of a part: its fixes, and for each correction by hand that the user gave up for just
 * this cell the word that the file counts, so that it is no conflict any more.
 */
function correctionsOf(
  draft: Draft,
  { draft: { source, segments } }: DraftFile,
  { compared: { segment, conflicts }, from, fixes }: ComparedPart,
): Correction[] {
  const fixed = new Set(fixes.map(({ row, indicator }) => `${row} ${indicator}`))
  const given = conflicts.flatMap((cell): Correction[] => {
    const row = cell % segment.rows
    const column = Math.floor(cell / segment.rows)
    const indicator = segment.columns[column]?.indicator ?? ''
    if (segment.decision?.[cell] !== CHOSEN || fixed.has(`${row} ${indicator}`)) return []
    if (!isChosenAlone(draft, { ...readKey(segments, from, row), source, indicator })) return []
    const value = cellAt(segment, column, row)
    const key = keyAt(segment, row)
    return [{ ...key, indicator, expected: value, value, reason: TAKEN_IN_REVIEW }]
  })
  return [...fixes.flatMap(({ correction }) => correction ?? []), ...given]
}

function sumOf(compared: readonly ComparedSegment[]): Comparison {
  const sum = { added: 0, same: 0, changed: 0, blanked: 0 }
  for (const { comparison } of compared) {
    sum.added += comparison.added
    sum.same += comparison.same
    sum.changed += comparison.changed
    sum.blanked += comparison.blanked
  }
  return sum
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

/** The files of the draft so far as a batch after all others. */
function draftContent(compared: readonly ComparedFile[]): BatchContent {
  const segments = compared.flatMap((file) => file.segments)
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
  return { batch, segments, corrections: compared.flatMap((file) => file.corrections) }
}
