import { coverageOf, recordedIndicators } from '@/analysis/coverage'
import { askMatrix } from '@/analysis/matrix'
import type { Unit } from '@/domain/unit'
import { sourceView } from './documentActions'
import type { EngineCore } from './engineCore'
import { exportedReports } from './exportReports'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import type { EngineApi, NewUnit } from './protocol'
import { allFactsOf } from './reportFacts'
import { asSettings } from './settings'
import { patched } from './status'
import { changeOf } from './storeChange'
import { traceItem } from './trace'
import { answerContext, newUnitId, unitView, unitViews } from './unitViews'

type QuestionActions = Pick<
  EngineApi,
  'ask' | 'coverage' | 'trace' | 'reportFacts' | 'source' | 'exportReports'
>

/** What is asked of the data. */
export function questionActions(core: EngineCore): QuestionActions {
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
    exportReports: (format) => core.run(({ holdings }) => exportedReports(holdings, format)),
  }
}

type UnitActions = Pick<
  EngineApi,
  'saveSettings' | 'searchUnits' | 'unitsByIds' | 'childUnits' | 'addUnit' | 'ownUnits'
>

/** Settings and units. */
export function unitActions(core: EngineCore): UnitActions {
  return {
    saveSettings: (patch) =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => {
          const { snapshot } = holdings
          const settings = patched(asSettings(snapshot.settings), patch)
          return { change: changeOf(snapshot, { settings }) }
        })
        return asSettings(holdings.snapshot.settings)
      }),
    searchUnits: (text, limit) =>
      core.run(({ holdings: { registry } }) =>
        registry.search(text, limit).map((unit) => unitView(registry, unit)),
      ),
    unitsByIds: (ids) => core.run(({ holdings }) => unitViews(holdings.registry, ids)),
    childUnits: (id) =>
      core.run(({ holdings: { registry } }) =>
        registry.childrenOf(id).map((unit) => unitView(registry, unit)),
      ),
    addUnit: (unit) => core.run(({ holdings }) => addUnit(holdings, unit)),
    ownUnits: () =>
      core.run(({ holdings }) => holdings.snapshot.units.map(({ unit }): Unit => unit)),
  }
}

async function addUnit(holdings: Holdings, wanted: NewUnit) {
  const name = wanted.name.trim()
  if (name === '') throw new EngineFailure('unknown', 'A unit needs a name')
  if (holdings.registry.byId(wanted.parent) === undefined)
    throw new EngineFailure('not-found', wanted.parent)
  const unit: Unit = {
    id: newUnitId(),
    code: null,
    name,
    kind: wanted.kind,
    parent: wanted.parent,
    formerCodes: [],
    formerNames: [],
  }
  let added = unit
  await holdings.change((): PreparedChange | null => {
    const same = holdings.snapshot.units.find(
      ({ unit: known }) => known.name === name && known.parent === wanted.parent,
    )
    if (same !== undefined) {
      added = same.unit
      return null
    }
    const putUnits = [{ id: unit.id, unit, sample: false }]
    return { change: changeOf(holdings.snapshot, { putUnits }) }
  })
  return unitView(holdings.registry, added)
}
