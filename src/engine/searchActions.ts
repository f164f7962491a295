import { searchNumber } from '@/analysis/numberSearch'
import type { EngineCore } from './engineCore'
import type { SearchApi } from './searchProtocol'
import { answerContext } from './unitViews'

/** What is looked up in all that is on record. */
export function searchActions(core: EngineCore): SearchApi {
  return {
    searchNumber: (question) =>
      core.run(({ holdings: { cube, registry } }) => {
        const { label } = answerContext(registry)
        const { matches, ...counted } = searchNumber(cube, question, registry)
        return {
          ...counted,
          matches: matches.map((match) => ({
            ...match,
            unit: match.unit === null ? null : label(match.unit),
          })),
        }
      }),
  }
}
