import type { UnitId } from '@/domain/unit'
import type { DocumentApi, SourceReports } from './documentProtocol'
import type { DraftDesk } from './draftDesk'
import { decideUnits } from './draftSegments'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import type { SourceView } from './protocol'
import { sourceReportsIn } from './sourceReports'

/** What is asked of a document to look at it beside its form as read. */
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
  }
}

function draftReports(
  { draft }: DraftDesk,
  { registry }: Holdings,
  source: string,
): SourceReports | null {
  const file = draft?.files.find((each) => each.draft.source === source)
  if (draft === null || file === undefined) return null
  const { name, openUnits, findings } = file.draft
  const open = new Map(openUnits.map(({ placeholder, text }) => [placeholder, text.name]))
  const { segments } = decideUnits(file.draft, draft)
  const unitName = (id: UnitId) => registry.byId(id)?.name ?? open.get(id) ?? id
  const reports = sourceReportsIn(segments, { source, file: name, unitName })
  return { source, name, where: 'draft', findings, reports }
}

/** Of a source that was imported more than once the latest import. */
async function storedReports({ store, contents, registry }: Holdings, source: string) {
  const record = await store.source(source)
  const content = contents.findLast(({ batch }) => batch.sources.includes(source))
  if (record === undefined) throw new EngineFailure('not-found', `source ${source}`)
  const unitName = (id: UnitId) => registry.byId(id)?.name ?? id
  const about = { source, file: record.name, unitName }
  const reports = sourceReportsIn(content?.segments ?? [], about)
  return { source, name: record.name, where: 'data', findings: [], reports } as const
}

function draftContent({ draft }: DraftDesk, source: string): SourceView | null {
  const file = draft?.files.find((each) => each.draft.source === source)
  if (file === undefined) return null
  const { name, size } = file.draft
  return { id: source, name, size, content: file.content }
}

async function storedContent({ store }: Holdings, source: string): Promise<SourceView> {
  const record = await store.source(source)
  if (record === undefined) throw new EngineFailure('not-found', `source ${source}`)
  const { name, size, content } = record
  return { id: source, name, size, content }
}
