import type { UnitLabel } from '@/analysis/answer'
import type { Batch } from '@/data/batch'
import type { SheetAnswer } from '@/exports/readCheckSheet'

/** What the pages may ask of returned 退回核对表; part of `EngineApi`. */
export interface SheetApi {
  /** Those of the draft that have not been dealt with, read against the data as they are. */
  returnedSheets(): Promise<ReturnedSheet[]>
  /**
   * Records the chosen answers of a sheet: corrections as one batch, then 处置 of the findings that
   * still stand. The sheet leaves the draft, unless an answer became a conflict meanwhile.
   */
  applySheet(source: string, chosen: ChosenAnswers): Promise<AppliedSheet>
  /** Leaves a sheet without taking anything from it. */
  dropSheet(source: string): Promise<void>
}

export interface ReturnedSheet {
  /** Id of the file in the draft. */
  readonly source: string
  readonly path: string
  readonly answers: readonly SheetAnswer[]
  /** Units that the answers speak of. */
  readonly labels: readonly UnitLabel[]
}

/** By position in `ReturnedSheet.answers`. */
export interface ChosenAnswers {
  readonly answers: readonly number[]
  /** Conflicts in which the user lets the county's number count all the same. */
  readonly conflicts: readonly number[]
}

export interface AppliedSheet {
  /** Null without corrections. */
  readonly batch: Batch | null
  readonly dispositions: number
  /** Findings that the corrections settled: they need no word any more. */
  readonly settled: number
}
