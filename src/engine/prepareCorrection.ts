import type { Batch, Correction, ReportKey } from '@/data/batch'
import { batchHash } from '@/data/contentHash'
import { figureKey } from '@/data/figureKey'
import { correctCell } from '@/data/corrections'
import { sameCell } from '@/data/column'
import { indicators } from '@/domain/catalogue'
import { drawSet, type SourceRecord } from '@/storage/store'
import { EngineFailure } from './failure'
import type { Holdings, PreparedChange } from './holdings'
import type { CellCorrection } from './correctionProtocol'
import { asSettings } from './settings'
import { changeOf } from './storeChange'

/** The file that corrections were asked for in; it is kept with them. */
export interface CorrectionSource {
  readonly note: string
  readonly source: SourceRecord
}

/** A change that adds corrections as one batch; null without any. The note is their reason, or `note`. */
export function prepareCorrections(
  { snapshot }: Holdings,
  corrections: readonly Correction[],
  at: number,
  from: CorrectionSource | null = null,
): PreparedChange | null {
  const [first] = corrections
  if (first === undefined) return null
  const { meta, settings } = snapshot
  const reports = new Set(
    corrections
      .filter(({ scope }) => scope !== 'auxiliary')
      .map((each) => [each.unit, each.year, each.scope].join(' ')),
  )
  const batch: Batch = {
    id: meta.nextBatch,
    kind: 'correction',
    // What is corrected in a sample goes with it.
    sample: meta.sample !== 'none',
    active: true,
    at,
    by: asSettings(settings).operator,
    note: from?.note ?? first.reason,
    sources: from === null ? [] : [from.source.id],
    reports: reports.size,
    cells: { taken: corrections.length, same: 0, refused: 0 },
    segments: 0,
    contentHash: batchHash([], corrections),
  }
  const record = { id: batch.id, batch, corrections, set: drawSet() }
  const putSources = from === null ? [] : [from.source]
  const parts = { putBatches: [record], putSources }
  return { change: changeOf(snapshot, parts, { nextBatch: batch.id + 1 }) }
}

/**
 * The corrections that give cells of reports on record other values than they have. Throws `not-found`
 * for a report that is not there, and `reason-missing` without a reason.
 */
export function correctionsFor(
  { cube }: Holdings,
  cells: readonly CellCorrection[],
  reason: string,
): Correction[] {
  const given = reason.trim()
  if (given === '') throw new EngineFailure('reason-missing', '')
  return cells.flatMap(({ indicator, value, ...report }) => {
    const key = figureKey(report, indicator)
    const current = cube.cellAt(key, indicator)
    if (current === null) throw new EngineFailure('not-found', `${key.unit} ${key.year}`)
    if (sameCell(current.cell, value)) return []
    return [correctCell(cube, key, { indicator, value, reason: given })]
  })
}

/** The figures of the three tables that a report leaves blank. */
export function blankCells({ cube }: Holdings, key: ReportKey): string[] {
  return indicators
    .filter(({ table }) => table === '2' || table === '3' || table === '4')
    .map(({ id }) => id)
    .filter((id) => cube.cellAt(key, id)?.cell.kind === 'blank')
}
