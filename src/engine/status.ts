import { coverageOf } from '@/analysis/coverage'
import { healthOf, sentinelOf } from './health'
import type { Holdings } from './holdings'
import type { Sentinel, Settings, StoreStatus } from './statusProtocol'
import type { UnitView } from './unitProtocol'
import { asSettings } from './settings'
import { firstYearIn, rosterOf, unitViews } from './unitViews'

/** What the status says beside what the holdings know. */
export interface StatusFacts {
  readonly superseded: boolean
  readonly sentinel: Sentinel | null
  readonly usage: StoreStatus['usage']
  readonly persisted: boolean
}

export function statusOf(holdings: Holdings, facts: StatusFacts): StoreStatus {
  const { snapshot, cube, damaged, store, dataVersion } = holdings
  const { meta } = snapshot
  const settings = asSettings(snapshot.settings)
  return {
    health: healthOf({ ...facts, mode: store.mode, snapshot, damaged }),
    settings,
    roster:
      meta.sample === 'none'
        ? rosterOf(holdings.registry, settings, firstYearIn(cube))
        : sampleRoster(holdings),
    reports: cube.reports,
    batches: snapshot.batches.length,
    sample: meta.sample,
    dataVersion,
    persisted: facts.persisted,
    usage: facts.usage,
    lastImportAt: meta.lastImportAt,
    lastBackupAt: meta.lastBackupAt,
    sentinel: sentinelOf(snapshot),
  }
}

/** A sample is watched as a whole; the user's own city and zones have no reports in it. */
function sampleRoster({ registry, cube }: Holdings): UnitView[] {
  return unitViews(registry, coverageOf(cube, null).units)
}

/** The settings with a patch; a unit twice in a list counts once. */
export function patched(settings: Settings, patch: Partial<Settings>): Settings {
  const { rosterAdded, rosterRemoved, ...rest } = { ...settings, ...patch }
  return {
    ...rest,
    rosterAdded: [...new Set(rosterAdded)],
    rosterRemoved: [...new Set(rosterRemoved)],
  }
}
