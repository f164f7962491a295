import { packSegment, unpackSegment } from '@/data/packSegment'
import type { UnitId } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import type { DraftRecord } from '@/storage/store'
import type { Draft, DraftFile } from './draft'
import type { DraftCount } from './draftCounts'
import type { ReviewFix } from './draftFixes'

/** Goes up when what is written here changes its shape; an older draft is then given up. */
const VERSION = 1
/** Above this a draft is not kept over a reload: writing it would cost more than reading it again. */
const KEPT_BYTES = 48 * 2 ** 20

interface Head {
  readonly version: number
  readonly files: readonly {
    /** Its segments are stored as buffers, and its columns once for all files that share them. */
    readonly facts: FileDraft
    /** Index in `columns`. */
    readonly columns?: number
  }[]
  /** Left out by earlier programs, which wrote the columns of every file into its facts. */
  readonly columns?: readonly FileDraft['columns'][]
}

/** What the user said; earlier programs wrote it into the head, without fixes, choices and counts. */
interface Decisions {
  readonly files: readonly Pick<DraftFile, 'overwrite' | 'leftOut'>[]
  readonly resolved: readonly (readonly [UnitId, UnitId])[]
  readonly skipped: readonly UnitId[]
  readonly fixes?: readonly ReviewFix[]
  readonly choices?: readonly (readonly [string, boolean])[]
  readonly counts?: readonly DraftCount[]
}

/** Whether the draft is small enough to be kept over a reload. */
export function fitsRecord({ files }: Draft): boolean {
  return files.reduce((sum, { content }) => sum + content.size, 0) <= KEPT_BYTES
}

/** A draft as it is stored. */
export function recordOfDraft(draft: Draft): DraftRecord {
  const columns = [...new Set(draft.files.map(({ draft: file }) => file.columns))]
  const places = new Map(columns.map((list, place) => [list, place]))
  const head: Head = {
    version: VERSION,
    files: draft.files.map(({ draft: file }) => ({
      facts: { ...file, segments: [], columns: [] },
      columns: places.get(file.columns) ?? -1,
    })),
    columns,
  }
  return {
    head: JSON.stringify(head),
    decisions: decisionsText(draft),
    segments: draft.files.map(({ draft: { segments } }) => segments.map(packSegment)),
    contents: draft.files.map(({ content }) => content),
    readings: draft.files.map(({ reading }) => reading),
  }
}

/** What the user said of a draft, as it is stored beside what was read. */
export function decisionsText(draft: Draft): string {
  const decisions: Decisions = {
    files: draft.files.map(({ overwrite, leftOut }) => ({ overwrite, leftOut })),
    resolved: [...draft.resolved],
    skipped: [...draft.skipped],
    fixes: draft.fixes,
    choices: [...draft.choices],
    counts: draft.counts,
  }
  return JSON.stringify(decisions)
}

/** The draft that was stored; null where another version of the program wrote it. */
export function draftOfRecord(record: DraftRecord): Draft | null {
  const { segments, contents, readings } = record
  const head = JSON.parse(record.head) as Head
  if (head.version !== VERSION || head.files.length !== contents.length) return null
  const decisions = JSON.parse(record.decisions ?? record.head) as Decisions
  const files = head.files.flatMap(({ facts, columns: place = -1 }, index) => {
    const content = contents[index]
    const said = decisions.files[index]
    if (content === undefined || said === undefined) return []
    const columns = head.columns?.[place] ?? facts.columns
    const draft = { ...facts, columns, segments: (segments[index] ?? []).map(unpackSegment) }
    const reading = readings[index] ?? null
    return [{ draft, content, reading, overwrite: said.overwrite, leftOut: said.leftOut }]
  })
  return {
    files,
    resolved: new Map(decisions.resolved),
    skipped: new Set(decisions.skipped),
    fixes: decisions.fixes ?? [],
    choices: new Map(decisions.choices),
    counts: decisions.counts ?? [],
  }
}
