import { coverageOf, recordedIndicators } from '@/analysis/coverage'
import { askMatrix } from '@/analysis/matrix'
import { sourceView } from './documentActions'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { QuestionApi } from './questionProtocol'
import { allFactsOf } from './reportFacts'
import { traceItem } from './trace'
import { answerContext, unitViews } from './unitViews'

/** What is asked of the data. */
export function questionActions(core: EngineCore): QuestionApi {
  return {
    ask: (question) =>
      core.run(({ holdings: { cube, registry, dataVersion } }) =>
        askMatrix(cube, question, { ...answerContext(registry), dataVersion }),
      ),
    coverage: () =>
      core.run(({ holdings: { cube, registry } }) => {
        const { units, years } = coverageOf(cube, null)
        return { units: unitViews(registry, units), years, indicators: recordedIndicators(cube) }
      }),
    trace: (key, item) => core.run(({ holdings }) => traceItem(holdings, key, item)),
    reportFacts: (key) => core.run(({ holdings }) => allFactsOf(holdings.cube, key)),
    source: (id) =>
      core.run(async ({ holdings }) => {
        const record = await holdings.store.source(id)
        if (record === undefined) throw new EngineFailure('not-found', `source ${id}`)
        return sourceView(record)
      }),
  }
}
