import type { MatrixAnswer, MatrixQuestion } from '@/analysis/answer'
import type { Batch, Correction, ReportKey } from '@/data/batch'
import type { ContentComparison } from '@/data/compareContents'
import type { CorrectionStanding } from '@/data/correctionStandings'
import type { SwitchEffect } from '@/data/switchEffect'
import type { Cell } from '@/domain/report'
import type { Place } from '@/domain/finding'
import type { OwnMeasure } from '@/domain/ownMeasure'
import type { Unit, UnitId, UnitKind } from '@/domain/unit'
import type { TimeNote } from '@/domain/timeNote'
import type { UnitGroup } from '@/domain/unitGroup'
import type { FileDraft, OpenUnit } from '@/intake/draft'
import type { GivenFile } from '@/intake/intakeFile'
import type { KeptSource } from '@/intake/keptReading'
import type { SourceExcerpt } from '@/intake/sourceExcerpt'
import type { OriginalDocument } from '@/intake/original/original'
import type { BatchReading } from './batchReading'
import type { BoundaryApi, BoundarySetting } from './boundaryProtocol'
import type { CheckApi } from './checkProtocol'
import type { DocumentApi } from './documentProtocol'
import type { FileApi } from './fileProtocol'
import type { SheetApi } from './sheetProtocol'
import type { GroupApi } from './groupProtocol'
import type { MeasureApi } from './measureProtocol'
import type { DraftQuestion, MappingApi, MappingOffer } from './mappingProtocol'
import type { RepairApi } from './repairProtocol'
import type { ReviewApi } from './reviewProtocol'
import type { SearchApi } from './searchProtocol'
import type { SentAnswer } from './sentAnswer'
import type { ReportFacts } from './reportFacts'

/**
 * What the pages may ask of the engine, the worker that owns the data. Every method may reject with
 * an `EngineError`; nothing else is thrown across.
 */
export interface EngineApi
  extends
    BoundaryApi,
    CheckApi,
    DocumentApi,
    FileApi,
    GroupApi,
    MappingApi,
    MeasureApi,
    ReviewApi,
    SearchApi,
    SheetApi {
  /** Opens the store. `sentinel` is what was noted beside it after the last change (see `Sentinel`). */
  open(sentinel: Sentinel | null): Promise<StoreStatus>
  status(): Promise<StoreStatus>
  /** Called after every change of the data or settings, also one made in another tab. */
  onChange(listener: (status: StoreStatus) => void): Promise<void>
  /**
   * After a loss or damage: go on with what is there. Damaged batches are removed (their sources
   * stay), and what remains is what the next start expects.
   */
  acceptLoss(): Promise<StoreStatus>

  saveSettings(patch: Partial<Settings>): Promise<Settings>
  searchUnits(text: string, limit: number): Promise<UnitView[]>
  unitsByIds(ids: readonly UnitId[]): Promise<UnitView[]>
  childUnits(id: UnitId): Promise<UnitView[]>
  addUnit(unit: NewUnit): Promise<UnitView>
  /** The user's own units, for the intake worker's registry. */
  ownUnits(): Promise<Unit[]>

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

  batches(): Promise<Batch[]>
  /** What was read for a batch, file by file; null where it was not kept. */
  batchReading(id: number): Promise<BatchReading | null>
  setBatchActive(id: number, active: boolean): Promise<void>
  /** What `setBatchActive` would do; nothing is written. */
  previewBatchActive(id: number, active: boolean): Promise<SwitchPreview>
  /** What two batches say of the same cells, also where the one or the other was refused. */
  compareBatches(first: number, second: number): Promise<BatchComparison>
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
  loadSample(sample: 'real' | 'fictional'): Promise<void>
  removeSamples(): Promise<void>

  ask(question: MatrixQuestion): Promise<MatrixAnswer>
  /** What is on record: for filters and for the coverage. */
  coverage(): Promise<Coverage>
  trace(key: ReportKey, item: string): Promise<Trace>
  /** When and where the reports of a unit were made public, by year. */
  reportFacts(key: Omit<ReportKey, 'year'>): Promise<ReportFacts[]>
  source(id: string): Promise<SourceView>
  exportReports(format: 'csv' | 'json' | 'long'): Promise<Blob>
  /** All batches and sources as one file; notes the time as that of the last backup. */
  exportPackage(): Promise<Blob>
  /** Verifies a package and says what it holds; changes nothing. */
  inspectPackage(file: Blob): Promise<PackageSummary>
  /** Verifies a package, then puts it in the place of everything that is stored, in one transaction. */
  importPackage(file: Blob): Promise<void>
}

/** What only the client of a page asks of the engine. */
export interface EngineWorkerApi extends EngineApi {
  /** `ask`, with labels left out that this page has. */
  askSent(question: MatrixQuestion): Promise<SentAnswer>
  /** Takes one import from an intake worker; a later port or `discardDraft` makes it deaf. */
  listen(port: MessagePort): Promise<void>
}

/** What the intake worker gives the engine, over a port of their own. */
export interface DraftSink {
  /** Starts a new draft and drops what an unfinished one had. */
  begin(): Promise<void>
  /** `reading` is what is kept of its reading, as `keepReading` makes it. */
  addFile(file: FileDraft, content: Blob, reading: Blob | null): Promise<void>
  /** Puts a file that was read again in the place of what was read of it before. */
  replaceFile(file: FileDraft): Promise<void>
  /** Adds a file to the draft that is under review. */
  insertFile(file: FileDraft, content: Blob): Promise<void>
  /** The draft is whole; now it is compared with the data. */
  finish(): Promise<void>
  abandon(): Promise<void>
}

/** The intake worker, one for an import; ended to cancel it. */
export interface IntakeApi extends RepairApi {
  /** The port whose other end the engine listens to; once, before `read`. */
  connect(port: MessagePort): Promise<void>
  /** Hands over some of the files that `read` will read. */
  give(files: readonly File[]): Promise<void>
  read(
    ownUnits: readonly Unit[],
    within: UnitId | null,
    onProgress: (progress: IntakeProgress) => void,
  ): Promise<void>
  /** Reads a source again, to be drawn; it stays open for `page`. */
  openOriginal(source: KeptSource): Promise<readonly OriginalDocument[]>
  /** A page (from 1) of the PDF that is open as a picture, `scale` pixels a point. */
  page(document: string, number: number, scale: number): Promise<ImageBitmap>
  /** Reads files of the draft again, with what the user said of them. */
  readAgain(
    files: readonly GivenFile[],
    ownUnits: readonly Unit[],
    within: UnitId | null,
  ): Promise<void>
  /** Reads a source again and cuts out what stands around a place; null when it is not found. */
  excerpt(source: KeptSource, place: Place): Promise<SourceExcerpt | null>
}

export interface IntakeProgress {
  readonly file: string
  readonly fileIndex: number
  readonly files: number
  readonly bytesDone: number
  readonly bytesTotal: number
}

export interface EngineError {
  readonly code:
    | 'quota-exceeded'
    | 'storage-unavailable'
    | 'newer-version'
    | 'package-invalid'
    | 'nothing-to-commit'
    | 'open-units'
    /** Something about the files was asked and not answered. */
    | 'open-questions'
    /** Own data cannot join a sample: remove the sample first. */
    | 'sample-loaded'
    /** A sample cannot join own data. */
    | 'own-data'
    /** Another tab or a newer program owns the store: nothing can be written here. */
    | 'read-only'
    /** No such unit, batch or source. */
    | 'not-found'
    /** A correction needs a reason. */
    | 'reason-missing'
    /** A worker ended without an answer. */
    | 'worker-ended'
    | 'unknown'
  readonly detail: string
}

export interface Settings {
  /** 本市: its counties are the roster. */
  readonly city: UnitId | null
  /** Units of the roster beside the city's counties, and counties taken off it. */
  readonly rosterAdded: readonly UnitId[]
  readonly rosterRemoved: readonly UnitId[]
  /** The user's own groups, in the order they were made. */
  readonly groups: readonly UnitGroup[]
  /** The user's own measures, in the order they were made. */
  readonly measures: readonly OwnMeasure[]
  /** The file that maps are drawn from. */
  readonly boundary: BoundarySetting | null
  /** The user's own notes on the time axis, in the order they were made. */
  readonly notes: readonly TimeNote[]
  /** 操作人. */
  readonly operator: string
  readonly theme: 'light' | 'dark' | 'system'
}

export interface StoreStatus {
  readonly health:
    | { readonly kind: 'ok' }
    /** The sentinel says there was data, and there is none, or less. */
    | { readonly kind: 'lost'; readonly expectedReports: number; readonly foundReports: number }
    | { readonly kind: 'damaged'; readonly batches: readonly number[] }
    /** IndexedDB cannot be used: everything lives in memory until the page is closed. */
    | { readonly kind: 'memory'; readonly reason: string }
    /** A newer version of the program wrote this store: it can be read here, not written. */
    | { readonly kind: 'newerVersion'; readonly stored: number; readonly known: number }
    /** A newer version of the program took the store over in another tab: reload this page. */
    | { readonly kind: 'superseded' }
  readonly settings: Settings
  readonly roster: readonly UnitView[]
  readonly reports: number
  readonly batches: number
  readonly sample: 'none' | 'real' | 'fictional'
  readonly dataVersion: string
  readonly persisted: boolean
  readonly usage: { readonly used: number; readonly quota: number } | null
  readonly lastImportAt: number | null
  readonly lastBackupAt: number | null
  /** To be noted outside the store after every change. */
  readonly sentinel: Sentinel
}

/**
 * What is in the store, noted where a loss of the store does not reach (localStorage): a store that
 * knows less than its sentinel was wiped or damaged.
 */
export interface Sentinel {
  /** Goes up with every change; the state with the higher one is the later. */
  readonly sequence: number
  readonly batches: number
  /** Reports of all batches together. */
  readonly reports: number
}

export interface PackageSummary {
  readonly createdAt: number
  readonly batches: number
  readonly reports: number
  readonly sources: number
  readonly ownUnits: number
  readonly sample: boolean
}

export interface UnitView {
  readonly id: UnitId
  readonly code: string | null
  readonly name: string
  /** e.g. 陕西省安康市汉阴县. */
  readonly fullName: string
  readonly kind: UnitKind
  readonly parent: UnitId | null
  readonly formerNames: readonly string[]
}

export interface NewUnit {
  readonly name: string
  readonly kind: 'zone' | 'department' | 'township'
  readonly parent: UnitId
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

export interface CellChange extends ReportKey {
  readonly unitName: string
  readonly indicator: string
  readonly before: Cell
  readonly after: Cell
}

export interface NamedReport extends ReportKey {
  readonly unitName: string
}

export interface SwitchPreview extends Omit<SwitchEffect, 'changes' | 'reports'> {
  readonly changes: readonly CellChange[]
  readonly reports: readonly NamedReport[]
}

/** `before` is what the first batch says, `after` what the second says. */
export interface BatchComparison extends Omit<ContentComparison, 'differences'> {
  readonly differences: readonly CellChange[]
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

export interface Coverage {
  readonly units: readonly UnitView[]
  readonly years: readonly number[]
  /** Indicators that some report has a column for, those of the user's own included. */
  readonly indicators: readonly string[]
}

/** Where a number comes from, down to its cells. */
export interface Trace {
  readonly unit: UnitView
  readonly year: number
  readonly item: string
  readonly value:
    Cell | { readonly kind: 'noReport' | 'notComputable' | 'zeroDenominator' | 'smallBase' }
  /** One for an indicator; every operand for a measure. */
  readonly cells: readonly TracedCell[]
  /** Of the report; null where there is none. */
  readonly facts: ReportFacts | null
}

export interface TracedCell {
  readonly indicator: string
  /** For 同比 there are cells of two years. */
  readonly year: number
  readonly cell: Cell
  /** As written in the source; empty for a cell that no source has. */
  readonly raw: string
  readonly place: Place | null
  readonly source: string | null
  readonly batch: Pick<Batch, 'id' | 'at' | 'by' | 'kind'> | null
  /** Only where a correction by hand counts: why, and what the imports say. */
  readonly correction?: TracedCorrection
}

export interface TracedCorrection {
  readonly reason: string
  readonly before: Cell
  /** As written in the source of the import; null where no import has the cell. */
  readonly raw: string
  readonly place: Place | null
  readonly source: string | null
}

export interface SourceView extends KeptSource {
  readonly id: string
  readonly size: number
}

export type { Batch }
