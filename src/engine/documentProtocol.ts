import type { Finding, Place } from '@/domain/finding'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell, Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { DraftSummary } from './draftProtocol'
import type { SourceView } from './questionProtocol'
import type { DraftReportKey } from './reviewProtocol'

/** What the pages may ask of a document beside its form as read; part of `EngineApi`. */
export interface DocumentApi {
  /**
   * The reports that a source holds, cell by cell with their places: as they are in the draft if it
   * has the source, else as they were taken into the data. Rejects with `not-found`.
   */
  sourceReports(source: string): Promise<SourceReports>
  /** The file itself, of the draft or of the data. Rejects with `not-found`. */
  original(source: string): Promise<SourceView>
  /** Gives cells of a report in the draft other values, as one fix. Rejects with `reason-missing`. */
  fixCells(
    report: DraftReportKey,
    cells: readonly FixedFigure[],
    reason: string,
  ): Promise<DraftSummary>
  /** Takes a counted phrase of a document in the draft as a figure of the user's own. */
  takeCount(report: DraftReportKey, count: TakenCount): Promise<DraftSummary>
  /** Leaves it again. */
  giveBackCount(report: DraftReportKey, indicator: string): Promise<DraftSummary>
}

export interface FixedFigure {
  readonly indicator: string
  readonly value: Cell
}

/** A number that a text counts, with the name and the unit of measure it is kept under. */
export interface TakenCount {
  readonly name: string
  /** Empty where it has none. */
  readonly unit: string
  readonly cell: Cell
  /** The sentence that tells it. */
  readonly raw: string
  readonly place: Place
}

export interface SourceReports {
  readonly source: string
  readonly name: string
  /** In the data nothing can be fixed or accepted any more. */
  readonly where: 'draft' | 'data'
  readonly reports: readonly SourceReport[]
  /** Of the draft: what was said of the file; of the data: nothing. */
  readonly findings: readonly Finding[]
}

/** A report as one source has it. */
export interface SourceReport {
  /** As the file says it: the unit may be a placeholder. */
  readonly key: DraftReportKey
  readonly unit: UnitId
  readonly unitName: string
  readonly year: number
  readonly scope: Scope
  readonly edition: ReportEdition
  /** The file of an archive that it stands in; null outside of archives. */
  readonly document: string | null
  /** In the order of the file; cells that it does not have are left out. */
  readonly cells: readonly SourceCellView[]
}

export interface SourceCellView {
  readonly indicator: string
  readonly cell: Cell
  /** As written; empty for a cell that the file does not have. */
  readonly raw: string
  /** Null for a cell that the document lost. */
  readonly place: Place | null
  /** What the review made of it; null: nothing. */
  readonly fix: CellFix | null
}

export interface CellFix {
  /** Of the fix in the draft; null once it is part of the data. */
  readonly id: number | null
  readonly value: Cell
  readonly reason: string
}
