import type { MatrixQuestion } from '@/analysis/answer'
import { coverageOf } from '@/analysis/coverage'
import { askMatrix } from '@/analysis/matrix'
import type { UnitId } from '@/domain/unit'
import type { UnitGroup } from '@/domain/unitGroup'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { GroupApi, GroupDraft, RollUp } from './groupProtocol'
import type { Holdings } from './holdings'
import { peersOf } from './peerActions'
import { asSettings } from './settings'
import { changeOf } from './storeChange'
import { unitSetOf } from './unitSets'
import { answerContext, newUnitId, unitLabel } from './unitViews'

/** What is asked of sets of units, and the user's own groups. */
export function groupActions(core: EngineCore): GroupApi {
  return {
    unitSet: (set) => core.run(({ holdings }) => unitSetOf(holdings, set)),
    peers: (question) => core.run(({ holdings }) => peersOf(holdings, question)),
    rollUps: (question) => core.run(({ holdings }) => rollUpsOf(holdings, question)),
    saveGroup: (group) => core.run(({ holdings }) => saveGroup(holdings, group)),
    removeGroup: (id) =>
      core.run(async ({ holdings }) => {
        await changeGroups(holdings, (groups) => groups.filter((group) => group.id !== id))
      }),
  }
}

async function saveGroup(holdings: Holdings, draft: GroupDraft): Promise<UnitGroup> {
  const name = draft.name.trim()
  const units = [...new Set(draft.units)]
  if (name === '' || units.length === 0) throw new EngineFailure('unknown', 'A group needs a name')
  const saved: UnitGroup = { id: draft.id ?? newUnitId(), name, units }
  await changeGroups(holdings, (groups) => {
    if (draft.id === null) return [...groups, saved]
    if (!groups.some(({ id }) => id === draft.id)) throw new EngineFailure('not-found', draft.id)
    return groups.map((group) => (group.id === saved.id ? saved : group))
  })
  return saved
}

/** Changes the groups as they are stored now, so that two tabs do not undo each other's. */
async function changeGroups(
  holdings: Holdings,
  change: (groups: readonly UnitGroup[]) => readonly UnitGroup[],
): Promise<void> {
  await holdings.change(() => {
    const { snapshot } = holdings
    const settings = asSettings(snapshot.settings)
    const groups = change(settings.groups)
    return { change: changeOf(snapshot, { settings: { ...settings, groups } }) }
  })
}

/** A sum for every unit above those asked for, in the order in which they first come. */
function rollUpsOf(holdings: Holdings, question: MatrixQuestion): RollUp[] {
  const { cube, registry, dataVersion } = holdings
  const years = yearsOf(holdings, question)
  const below = new Map<UnitId | null, UnitId[]>()
  for (const unit of question.units ?? coverageOf(cube, question.scope).units) {
    const above = registry.byId(unit)?.parent ?? null
    below.set(above, [...(below.get(above) ?? []), unit])
  }
  return [...below].map(([above, units]) => {
    const asked = { ...question, units, years }
    const answer = askMatrix(cube, asked, { ...answerContext(registry), dataVersion })
    return { above: above === null ? null : unitLabel(registry, above), answer }
  })
}

/** The years of the whole question, which each part is asked for. */
function yearsOf({ cube }: Holdings, { years, scope }: MatrixQuestion): MatrixQuestion['years'] {
  const recorded = coverageOf(cube, scope).years
  const [first, last] = [recorded[0], recorded.at(-1)]
  if (years !== null || first === undefined || last === undefined) return years
  return [first, last]
}
