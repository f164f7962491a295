import {
  circleThrough,
  compileMeasure,
  ownMeasureId,
  usersOf,
  type OwnMeasure,
} from '@/domain/ownMeasure'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import type { MeasureApi, MeasureDraft } from './measureProtocol'
import { asSettings } from './settings'
import { changeOf } from './storeChange'
import { newUnitId } from './unitViews'

/** The user's own measures are changed among the settings; `Holdings` makes them known. */
export function measureActions(core: EngineCore): MeasureApi {
  return {
    saveMeasure: (draft) => core.run(({ holdings }) => saveMeasure(holdings, draft)),
    removeMeasure: (id) =>
      core.run(async ({ holdings }) => {
        await changeMeasures(holdings, (measures) => {
          if (usersOf(id, measures).length > 0)
            throw new EngineFailure('unknown', 'Other measures refer to this one')
          return measures.filter((one) => one.id !== id)
        })
      }),
  }
}

async function saveMeasure(holdings: Holdings, draft: MeasureDraft): Promise<OwnMeasure> {
  const saved: OwnMeasure = {
    ...draft,
    id: draft.id ?? ownMeasureId(newUnitId()),
    name: draft.name.trim(),
    unit: draft.unit.trim(),
  }
  if (saved.name === '' || compileMeasure(saved) === null)
    throw new EngineFailure('unknown', 'A measure needs a name and a formula')
  await changeMeasures(holdings, (measures) => {
    if (circleThrough(saved.id, saved.formula, measures) !== null)
      throw new EngineFailure('unknown', 'A measure must not refer to itself')
    if (draft.id === null) return [...measures, saved]
    if (!measures.some(({ id }) => id === draft.id)) throw new EngineFailure('not-found', draft.id)
    return measures.map((one) => (one.id === saved.id ? saved : one))
  })
  return saved
}

/** Changes the measures as they are stored now, so that two tabs do not undo each other's. */
async function changeMeasures(
  holdings: Holdings,
  change: (measures: readonly OwnMeasure[]) => readonly OwnMeasure[],
): Promise<void> {
  await holdings.change(() => {
    const { snapshot } = holdings
    const settings = asSettings(snapshot.settings)
    const measures = change(settings.measures)
    return { change: changeOf(snapshot, { settings: { ...settings, measures } }) }
  })
}
