import type { Correction } from '@/data/batch'
import { correctionStandings, type LedgerCorrection } from '@/data/correctionStandings'
import { traceCell } from '@/data/traceCell'
import { allContents } from './batchContents'
import type { Holdings } from './holdings'
import type { LedgerEntry } from './correctionProtocol'
import { unitLabel } from './unitViews'

/** The ledger of corrections by hand, in the order they were made; those undone stay in it. */
export async function ledgerOf(holdings: Holdings): Promise<LedgerEntry[]> {
  const { cube, registry, snapshot } = holdings
  const records = snapshot.batches
    .filter(({ corrections }) => corrections.length > 0)
    .toSorted((a, b) => a.id - b.id)
  const entries = records.flatMap(({ batch, corrections }) =>
    corrections.map((correction) => ({ batch, correction })),
  )
  const ledger = entries.map(({ batch, correction }): LedgerCorrection => ({
    batch: batch.id,
    active: batch.active,
    correction,
  }))
  const standings = correctionStandings(cube, ledger)
  const sources = entries.map(({ batch, correction }) => sourceOf(holdings, correction, batch.id))
  const names = await sourceNames(holdings, sources)
  return entries.map(({ batch, correction }, at): LedgerEntry => {
    const { unit, year, scope, indicator } = correction
    return {
      ...correction,
      batch: { id: batch.id, at: batch.at, by: batch.by, kind: batch.kind },
      standing: standings[at] ?? 'undone',
      unitName: unitLabel(registry, unit).name,
      file: names.get(sources[at] ?? '') ?? '',
      imported: cube.importedCellAt({ unit, year, scope }, indicator) ?? { kind: 'absent' },
    }
  })
}

/** The ledger as CSV. */
export async function exportedLedger(holdings: Holdings): Promise<Blob> {
  const { correctionsLedger } = await import('@/exports/correctionsLedger')
  const names = await sourceNames(holdings, await holdings.store.sourceIds())
  const text = correctionsLedger(await allContents(holdings), {
    unitOf: (unit) => {
      const { code, name } = unitLabel(holdings.registry, unit)
      return { code: code ?? '', name }
    },
    sourceOf: (source) => names.get(source) ?? source,
  })
  return new Blob([text], { type: 'text/csv;charset=utf-8' })
}

/** The source that said what was corrected: the latest up to the correction's batch that has the cell. */
function sourceOf(
  { contents }: Holdings,
  correction: Correction,
  batch: number,
): string | undefined {
  const { history } = traceCell(contents, correction, correction.indicator)
  return history.findLast((each) => each.place !== null && each.batch.id <= batch)?.place?.source
}

async function sourceNames(
  { store }: Holdings,
  sources: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(sources)].filter((id) => id !== undefined)
  const records = await Promise.all(ids.map((id) => store.source(id)))
  return new Map(records.flatMap((each) => (each === undefined ? [] : [[each.id, each.name]])))
}
