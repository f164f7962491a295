import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import { hasOwnData, prepareRemoval, prepareSample } from './samples'
import { asSettings } from './settings'
import { patched } from './status'
import type { StatusApi } from './statusProtocol'
import { changeOf } from './storeChange'

/** The store as a whole: opening, settings, samples, and the way on after a loss. */
export function statusActions(core: EngineCore): StatusApi {
  const { surroundings } = core
  return {
    open: (sentinel) => core.open(sentinel),
    status: () => core.status(),
    onChange: (listener) => {
      core.onChange(listener)
      return Promise.resolve()
    },
    saveSettings: (patch) =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => {
          const { snapshot } = holdings
          const settings = patched(asSettings(snapshot.settings), patch)
          return { change: changeOf(snapshot, { settings }) }
        })
        return asSettings(holdings.snapshot.settings)
      }),
    loadSample: (sample) =>
      core.run(async ({ holdings }) => {
        if (hasOwnData(holdings.snapshot)) throw new EngineFailure('own-data', sample)
        const reading = await surroundings.readSample(sample)
        await holdings.change(() =>
          prepareSample(holdings.snapshot, sample, reading, surroundings.now()),
        )
      }),
    removeSamples: () =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => prepareRemoval(holdings.snapshot))
      }),
    acceptLoss: () =>
      core.run(async ({ holdings }) => {
        await holdings.change(() => prepareAcceptance(holdings, core.sentinel?.sequence ?? 0))
        core.expectPresent(holdings)
        return core.status()
      }),
  }
}

/** Removes damaged batches, and makes what remains the state that the next start expects. */
function prepareAcceptance({ snapshot, damaged }: Holdings, noted: number): PreparedChange {
  const left = snapshot.batches.filter(({ id }) => !damaged.includes(id))
  const sample = left.some(({ batch }) => batch.sample) ? snapshot.meta.sample : 'none'
  const highest = Math.max(0, ...snapshot.batches.map(({ id }) => id))
  return {
    change: changeOf(
      snapshot,
      { removeBatches: damaged },
      {
        sequence: Math.max(snapshot.meta.sequence, noted) + 1,
        nextBatch: Math.max(snapshot.meta.nextBatch, highest + 1),
        sample,
      },
    ),
  }
}
