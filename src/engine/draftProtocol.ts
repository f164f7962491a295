import type { Batch } from '@/data/batch'
import type { UnitId } from '@/domain/unit'
import type { FileDraft, OpenUnit } from '@/intake/draft'
import type { CellChange } from './batchProtocol'
import type { DraftQuestion, MappingOffer } from './mappingProtocol'
import type { UnitView } from './unitProtocol'

/** From the first file read to the batch. */
export interface DraftApi {
  draft(): Promise<DraftSummary | null>
  /** Says which unit an unclear text means, for the whole draft. */
  resolveUnit(placeholder: UnitId, unit: UnitId): Promise<DraftSummary>
  /** Leaves the reports of an unclear text (e.g. 合计) out of the batch; `resolveUnit` takes them back. */
  skipUnit(placeholder: UnitId): Promise<DraftSummary>
  /** For every cell that already has another value: keep it (default) or take the file's. */
  setOverwrite(source: string, overwrite: boolean): Promise<DraftSummary>
  leaveOut(source: string, out: boolean): Promise<DraftSummary>
  discardDraft(): Promise<void>
  /** Null when the draft adds nothing: then there is no batch. */
  commitDraft(): Promise<Batch | null>
}

export interface DraftSummary {
  readonly files: readonly DraftFileView[]
  readonly openUnits: readonly OpenUnit[]
  /** Texts that were open and are decided. */
  readonly decidedUnits: readonly DecidedUnit[]
  readonly totals: CompareCounts
  /** Whether texts say what those on record do not: that is kept also where no figure is new. */
  readonly tellsMore: boolean
  /** Whether it survives a reload, or why not. */
  readonly keeping: DraftKeeping
  /** What only the user can tell of the files that are not left out. */
  readonly questions: readonly DraftQuestion[]
  /** Mappings of earlier files with the same headers. */
  readonly offers: readonly MappingOffer[]
}

/** `tooLarge`: its files are more than is kept; `refused`: the browser did not take it. */
export type DraftKeeping = 'kept' | 'tooLarge' | 'refused'

export interface DecidedUnit extends Pick<OpenUnit, 'placeholder' | 'text' | 'reports'> {
  /** Null: its reports are left out. */
  readonly unit: UnitView | null
}

/** A file of the draft without its columns, and how it compares with the data. */
export interface DraftFileView extends Omit<FileDraft, 'segments'> {
  readonly compare: CompareCounts
  /** Of the cells that differ, those that take the file's value. */
  readonly replaced: number
  /** Of the cells that differ, those where a correction by hand counts. */
  readonly conflicts: number
  /** Cells that were given another value in the review. */
  readonly fixed: number
  /** Positions in the findings of those that the review settled: all their cells were fixed. */
  readonly settled: readonly number[]
  /** Of a document with several reports each of them, in the order of `sourceReports`; else empty. */
  readonly listed: readonly ListedReportView[]
  readonly overwrite: boolean
  readonly leftOut: boolean
  readonly units: readonly UnitView[]
  /** The first few cells that differ from the data, and those of new reports are not among them. */
  readonly changes: readonly CellChange[]
}

export interface ListedReportView {
  readonly unitName: string
  readonly year: number
  /** The file of an archive that it stands in; null outside of archives. */
  readonly document: string | null
}

export interface CompareCounts {
  readonly added: number
  readonly same: number
  readonly changed: number
  /** A blank against a number on record: refused unless the user says otherwise. */
  readonly blanked: number
}
