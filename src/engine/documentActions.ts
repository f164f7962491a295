import type { UnitId } from '@/domain/unit'
import type { CellFix, DocumentApi, SourceReports } from './documentProtocol'
import { decideDraft } from './decideDraft'
import { filesWithCounts, withCount, withoutCount } from './draftCounts'
import type { DraftDesk } from './draftDesk'
import { fixesBySource, readKey, reportText, withFix } from './draftFixes'
import { decideUnits } from './draftSegments'
import { encodingOf } from '@/intake/readers/encoding/encodings'
import type { SourceRecord } from '@/storage/store'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import type { SourceView } from './questionProtocol'
import { sourceReportsIn } from './sourceReports'

/** What is asked of a document to look at it beside its form as read, and the user's word on it. */
export function documentActions(core: EngineCore): DocumentApi {
  return {
    sourceReports: (source) =>
      core.run(
        async ({ holdings, desk }) =>
          draftReports(desk, holdings, source) ?? (await storedReports(holdings, source)),
      ),
    original: (source) =>
      core.run(
        async ({ holdings, desk }) =>
          draftContent(desk, source) ?? (await storedContent(holdings, source)),
      ),
    fixCells: (report, cells, reason) =>
      decideDraft(core, (draft) => {
        const stated = reason.trim()
        if (stated === '') throw new EngineFailure('reason-missing', 'fix')
        const fixed = cells.map((cell) => ({ ...report, ...cell }))
        return { ...draft, fixes: withFix(draft.fixes, fixed, stated) }
      }),
    takeCount: (report, count) => decideDraft(core, (draft) => withCount(draft, report, count)),
    giveBackCount: (report, indicator) =>
      decideDraft(core, (draft) => withoutCount(draft, report, indicator)),
  }
}

function draftReports(
  { draft }: DraftDesk,
  { registry }: Holdings,
  source: string,
): SourceReports | null {
  if (draft === null) return null
  const file = filesWithCounts(draft).find((each) => each.draft.source === source)
  if (file === undefined) return null
  const { name, openUnits, findings, segments: asRead } = file.draft
  const open = new Map(openUnits.map(({ placeholder, text }) => [placeholder, text.name]))
  const { segments, from } = decideUnits(file.draft, draft)
  const fixes = fixesBySource(draft.fixes).get(source)
  const reports = sourceReportsIn(segments, {
    source,
    file: name,
    unitName: (id: UnitId) => registry.byId(id)?.name ?? open.get(id) ?? id,
    readKey: (segment, row) => readKey(asRead, from[segment] ?? { segment, rows: null }, row),
    fixesOf: (read) =>
      new Map(
        [...(fixes?.get(reportText(read)) ?? [])].map(([indicator, { fix, value }]) => [
          indicator,
          { id: fix.id, value, reason: fix.reason },
        ]),
      ),
  })
  return { source, name, where: 'draft', findings, reports }
}

/** Of a source that was imported more than once the latest import, with the fixes of its review. */
async function storedReports({ store, contents, registry }: Holdings, source: string) {
  const record = await store.source(source)
  const content = contents.findLast(({ batch }) => batch.sources.includes(source))
  if (record === undefined) throw new EngineFailure('not-found', `source ${source}`)
  const segments = content?.segments ?? []
  const reports = sourceReportsIn(segments, {
    source,
    file: record.name,
    unitName: (id: UnitId) => registry.byId(id)?.name ?? id,
    readKey: (segment, row) => readKey(segments, { segment, rows: null }, row),
    fixesOf: (_, decided) =>
      new Map(
        (content?.corrections ?? [])
          .filter((correction) => reportText(correction) === reportText(decided))
          .map(({ indicator, value, reason }): [string, CellFix] => [
            indicator,
            { id: null, value, reason },
          ]),
      ),
  })
  return { source, name: record.name, where: 'data', findings: [], reports } as const
}

function draftContent({ draft }: DraftDesk, source: string): SourceView | null {
  const file = draft?.files.find((each) => each.draft.source === source)
  if (file === undefined) return null
  const { content, reading } = file
  const { name, path, size, answers } = file.draft
  return { id: source, name, path, size, content, reading, ...encodingOf(answers ?? {}) }
}

/** A source of the data, with what was kept of its reading. */
export function sourceView({ reading, ...source }: SourceRecord): SourceView {
  return { ...source, reading: reading ?? null }
}

async function storedContent({ store }: Holdings, source: string): Promise<SourceView> {
  const record = await store.source(source)
  if (record === undefined) throw new EngineFailure('not-found', `source ${source}`)
  return sourceView(record)
}
