import type { Batch, Correction, ReportKey } from '@/data/batch'
import type { CorrectionStanding } from '@/data/correctionStandings'
import type { Cell } from '@/domain/report'

/** Corrections by hand, and their ledger. */
export interface CorrectionApi {
  /**
   * Gives cells of reports on record other values, with a reason, as one batch; null when they have
   * them already. Rejects with `reason-missing` without a reason.
   */
  correct(cells: readonly CellCorrection[], reason: string): Promise<Batch | null>
  /** The figures of the three tables that a report leaves blank. */
  blankCells(key: ReportKey): Promise<string[]>
  /** 本报告空格按 0: corrects them all to 0, as one batch. */
  zeroBlanks(key: ReportKey, reason: string): Promise<Batch | null>
  /** The ledger, in the order the corrections were made; those undone stay in it. */
  corrections(): Promise<LedgerEntry[]>
  /** The number of corrections that the imports contradict by now. */
  correctionConflicts(): Promise<number>
  /** Settles a conflict: the correction is made anew on what the imports say now. */
  keepCorrection(key: ReportKey, indicator: string): Promise<Batch | null>
  /** Settles a conflict: what the imports say counts. */
  takeImport(key: ReportKey, indicator: string, reason: string): Promise<Batch | null>
  /** The ledger as CSV. */
  exportCorrections(): Promise<Blob>
}

/** Another value, or another state, for a cell of a report on record. */
export interface CellCorrection extends ReportKey {
  readonly indicator: string
  readonly value: Cell
}

/** One correction by hand: what was there, what is there instead, why, by whom and when. */
export interface LedgerEntry extends Correction {
  readonly unitName: string
  readonly batch: Pick<Batch, 'id' | 'at' | 'by' | 'kind'>
  readonly standing: CorrectionStanding
  /** The file that said what was corrected; empty where none did. */
  readonly file: string
  /** What the imports say now. */
  readonly imported: Cell
}
