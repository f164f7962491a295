import type { Unit } from '@/domain/unit'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import { changeOf } from './storeChange'
import type { NewUnit, UnitApi } from './unitProtocol'
import { newUnitId, unitView, unitViews } from './unitViews'

/** Units looked up, and units of the user's own. */
export function unitActions(core: EngineCore): UnitApi {
  return {
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
