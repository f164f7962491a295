import { packSegment, unpackSegment } from '@/data/packSegment'
import type { UnitId } from '@/domain/unit'
import type { FileDraft } from '@/intake/draft'
import type { DraftRecord } from '@/storage/store'
import type { Draft, DraftFile } from './draft'

/** Goes up when what is written here changes its shape; an older draft is then given up. */
const VERSION = 1
/** Above this a draft is not kept over a reload: writing it would cost more than reading it again. */
const KEPT_BYTES = 48 * 2 ** 20

interface Head {
  readonly version: number
  readonly files: readonly HeadFile[]
  readonly resolved: readonly (readonly [UnitId, UnitId])[]
  readonly skipped: readonly UnitId[]
}

interface HeadFile extends Pick<DraftFile, 'overwrite' | 'leftOut'> {
  /** Its segments are stored as buffers, not here. */
  readonly facts: FileDraft
}

/** A draft as it is stored, or null where it is too big to be kept over a reload. */
export function recordOfDraft(draft: Draft): DraftRecord | null {
  const bytes = draft.files.reduce((sum, { content }) => sum + content.size, 0)
  if (bytes > KEPT_BYTES) return null
  const head: Head = {
    version: VERSION,
    files: draft.files.map(({ draft: file, overwrite, leftOut }) => ({
      facts: { ...file, segments: [] },
      overwrite,
      leftOut,
    })),
    resolved: [...draft.resolved],
    skipped: [...draft.skipped],
  }
  return {
    head: JSON.stringify(head),
    segments: draft.files.map(({ draft: { segments } }) => segments.map(packSegment)),
    contents: draft.files.map(({ content }) => content),
  }
}

/** The draft that was stored; null where another version of the program wrote it. */
export function draftOfRecord({ head: text, segments, contents }: DraftRecord): Draft | null {
  const head = JSON.parse(text) as Head
  if (head.version !== VERSION || head.files.length !== contents.length) return null
  const files = head.files.flatMap(({ facts, overwrite, leftOut }, index) => {
    const content = contents[index]
    if (content === undefined) return []
    const draft = { ...facts, segments: (segments[index] ?? []).map(unpackSegment) }
    return [{ draft, content, overwrite, leftOut }]
  })
  return { files, resolved: new Map(head.resolved), skipped: new Set(head.skipped) }
}
