import type { Batch, Correction, ReportKey } from '@/data/batch'
import { acceptImport, correctCell } from '@/data/corrections'
import { correctionKey } from '@/data/cube'
import type { EngineCore } from './engineCore'
import { EngineFailure } from './failure'
import type { Holdings } from './holdings'
import { exportedLedger, ledgerOf } from './ledger'
import { blankCells, correctionsFor, prepareCorrections } from './prepareCorrection'
import type { CellCorrection, CorrectionApi } from './correctionProtocol'

const ZERO = { kind: 'value', value: 0, approximate: false } as const

/** Corrections by hand: making them, deciding their conflicts, and the ledger of all. */
export function correctionActions(core: EngineCore): CorrectionApi {
  async function add(
    holdings: Holdings,
    prepare: () => readonly Correction[],
  ): Promise<Batch | null> {
    const at = core.surroundings.now()
    const change = await holdings.change(() => prepareCorrections(holdings, prepare(), at))
    return change?.putBatches?.[0]?.batch ?? null
  }

  return {
    correct: (cells, reason) =>
      core.run(({ holdings }) => add(holdings, () => correctionsFor(holdings, cells, reason))),
    blankCells: (key) => core.run(({ holdings }) => blankCells(holdings, key)),
    zeroBlanks: (key, reason) =>
      core.run(({ holdings }) =>
        add(holdings, () => correctionsFor(holdings, zeroesOf(holdings, key), reason)),
      ),
    corrections: () => core.run(({ holdings }) => ledgerOf(holdings)),
    correctionConflicts: () => core.run(({ holdings }) => holdings.cube.conflicts.length),
    keepCorrection: (key, indicator) =>
      core.run(({ holdings }) => add(holdings, () => [rebased(holdings, key, indicator)])),
    takeImport: (key, indicator, reason) =>
      core.run(({ holdings }) =>
        add(holdings, () => {
          conflictOf(holdings, key, indicator)
          return [acceptImport(holdings.cube, key, { indicator, reason })]
        }),
      ),
    exportCorrections: () => core.run(({ holdings }) => exportedLedger(holdings)),
  }
}

function zeroesOf(holdings: Holdings, key: ReportKey): CellCorrection[] {
  return blankCells(holdings, key).map((indicator) => ({ ...key, indicator, value: ZERO }))
}

/** The correction made anew on what the imports say now. */
function rebased(holdings: Holdings, key: ReportKey, indicator: string): Correction {
  const { value, reason } = conflictOf(holdings, key, indicator)
  return correctCell(holdings.cube, key, { indicator, value, reason })
}

function conflictOf({ cube }: Holdings, key: ReportKey, indicator: string): Correction {
  const conflict = cube.conflicts.find(
    ({ correction }) =>
      correctionKey(correction, correction.indicator) === correctionKey(key, indicator),
  )
  if (conflict === undefined) throw new EngineFailure('not-found', `conflict of ${indicator}`)
  return conflict.correction
}
