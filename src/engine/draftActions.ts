import type { DraftSink } from './intakeProtocol'
import { prepareImport } from './commit'
import { decideDraft } from './decideDraft'
import { openPlaceholders, type Draft } from './draft'
import type { DraftDesk } from './draftDesk'
import { withoutFile } from './draftChoices'
import type { DraftApi } from './draftProtocol'
import { draftQuestions } from './draftQuestions'
import { draftSummary } from './draftSummary'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import { mustBeAnswered } from './mustBeAnswered'
import { asSettings } from './settings'

/** From the first file read to the batch. */
export function draftActions(core: EngineCore): DraftApi & { newSink(): Promise<DraftSink> } {
  return {
    newSink: () => core.run(({ desk }) => desk.newSink()),
    draft: () =>
      core.run(({ holdings, desk }) => (desk.draft === null ? null : draftSummary(desk, holdings))),
    resolveUnit: (placeholder, unit) =>
      decideDraft(core, (draft, _, { registry }) => {
        if (registry.byId(unit) === undefined) throw new EngineFailure('not-found', unit)
        const skipped = new Set(draft.skipped)
        skipped.delete(placeholder)
        return { ...draft, skipped, resolved: new Map(draft.resolved).set(placeholder, unit) }
      }),
    skipUnit: (placeholder) =>
      decideDraft(core, (draft) => {
        const resolved = new Map(draft.resolved)
        resolved.delete(placeholder)
        return { ...draft, resolved, skipped: new Set(draft.skipped).add(placeholder) }
      }),
    setOverwrite: (source, overwrite) =>
      decideDraft(core, (draft) => ({
        ...withFile(draft, source, { overwrite }),
        choices: withoutFile(draft.choices, source),
      })),
    leaveOut: (source, leftOut) =>
      decideDraft(core, (draft) => withFile(draft, source, { leftOut })),
    discardDraft: () => core.run(({ desk }) => desk.discard()),
    commitDraft: () =>
      core.run(({ holdings, desk }) => desk.withoutSaving(() => commit(core, holdings, desk))),
  }
}

async function commit(core: EngineCore, holdings: Holdings, desk: DraftDesk) {
  const change = await holdings.change(() => {
    const { meta, settings } = holdings.snapshot
    if (meta.sample !== 'none') throw new EngineFailure('sample-loaded', meta.sample)
    const compared = desk.compared()
    const open = desk.draft === null ? [] : [...openPlaceholders(desk.draft)]
    if (open.length > 0) throw new EngineFailure('open-units', open.join(' '))
    if (draftQuestions(compared, holdings.cube, holdings.registry).some(mustBeAnswered))
      throw new EngineFailure('open-questions', '')
    const facts = { at: core.surroundings.now(), by: asSettings(settings).operator }
    return prepareImport(holdings, compared, facts)
  })
  await desk.keepOnly((file) => file.draft.returned !== undefined)
  return change?.putBatches?.[0]?.batch ?? null
}

function withFile(
  draft: Draft,
  source: string,
  change: { readonly overwrite: boolean } | { readonly leftOut: boolean },
): Draft {
  const files = draft.files.map((file) =>
    file.draft.source === source ? { ...file, ...change } : file,
  )
  return { ...draft, files }
}
