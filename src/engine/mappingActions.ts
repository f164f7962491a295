import { noAnswers } from '@/intake/fileAnswers'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import { rememberedOf } from './mappingOffers'
import type { MappingApi } from './mappingProtocol'
import { asSettings } from './settings'
import { changeOf } from './storeChange'

/** What the user says of headers: kept, offered, taken back. */
export function mappingActions(core: EngineCore): MappingApi {
  return {
    draftSources: (sources) =>
      core.run(({ desk }) => {
        const wanted = sources === null ? null : new Set(sources)
        return (desk.draft?.files ?? []).flatMap(({ draft, content }) => {
          const { source, name, path, answers = noAnswers, repairs = [] } = draft
          if (wanted?.has(source) === false) return []
          return [{ source, name, path, content, answers, repairs }]
        })
      }),
    mappings: () => core.run(({ holdings }) => [...holdings.snapshot.mappings]),
    rememberMapping: (source) =>
      core.run(async ({ holdings, desk }) => {
        const file = desk.draft?.files.find(({ draft }) => draft.source === source)
        if (file === undefined) throw new EngineFailure('not-found', source)
        const by = asSettings(holdings.snapshot.settings).operator
        const mapping = rememberedOf(file.draft, { at: core.surroundings.now(), by })
        if (mapping !== null)
          await holdings.change(() => ({
            change: changeOf(holdings.snapshot, { putMappings: [mapping] }),
          }))
        return mapping
      }),
    forgetMapping: (id) =>
      core.run(async ({ holdings }) => {
        await holdings.change(() =>
          holdings.snapshot.mappings.some((mapping) => mapping.id === id)
            ? { change: changeOf(holdings.snapshot, { removeMappings: [id] }) }
            : null,
        )
      }),
  }
}
