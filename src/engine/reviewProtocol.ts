import type { ReportKey } from '@/data/batch'
import type { Comparison } from '@/data/compare'
import type { Finding, FindingCode, Place, Severity } from '@/domain/finding'
import type { ReportEdition } from '@/domain/indicator'
import type { Cell } from '@/domain/report'
import type { FixRule } from '@/intake/fixRule'
import type { DraftSummary } from './draftProtocol'

/** What the pages may ask of the cells of a draft; part of `EngineApi`. */
export interface ReviewApi {
  /** The axes of the grid and its counts; null without a draft. */
  reviewGrid(filter: GridFilter): Promise<ReviewGrid | null>
  /** The cells of a part of the grid. */
  reviewWindow(filter: GridFilter, range: GridRange): Promise<ReviewWindow>
  /** The next cell that the filter is about, after (or before) a place; null beyond the last. */
  nextMarked(filter: GridFilter, from: GridPlace, backwards: boolean): Promise<GridPlace | null>
  /** All that is to be known of one cell. Rejects with `not-found`. */
  reviewCell(key: DraftCellKey): Promise<ReviewCell>
  /** Gives a cell another value or state. Rejects with `reason-missing` without a reason. */
  fixCell(key: DraftCellKey, value: Cell, reason: string): Promise<DraftSummary>
  /** Texts that were not read as plain numbers, by what is written, the most frequent first. */
  alikeGroups(): Promise<readonly AlikeGroup[]>
  previewAlike(group: AlikeKey, rule: FixRule): Promise<AlikePreview>
  /** Gives all cells alike what the rule makes of them; those it cannot read stay. */
  fixAlike(group: AlikeKey, rule: FixRule, reason: string): Promise<DraftSummary>
  /** The fixes of the draft, the latest first. */
  reviewFixes(): Promise<readonly ReviewFixView[]>
  /** Takes a fix back, or one cell of it. */
  takeBackFix(id: number, key: DraftCellKey | null): Promise<DraftSummary>
  /**
   * For cells that differ from the data: take the file's value or keep the other. The last word that
   * covers a cell counts, be it on the cell, its report or its file (`setOverwrite`).
   */
  chooseCells(of: DraftReportKey | DraftCellKey, takesFile: boolean): Promise<DraftSummary>
  /** Writes what was decided at once, as when the page is about to go. */
  flushDraft(): Promise<void>
}

/** A report of a file under review; its unit may still be a placeholder. */
export interface DraftReportKey extends ReportKey {
  readonly source: string
}

export interface DraftCellKey extends DraftReportKey {
  readonly indicator: string
}

/** Which cells the grid is about; its rows and columns are those that have one. */
export interface GridFilter {
  readonly show: GridSubject
  /** Only findings of this code; for `problems`. */
  readonly code: FindingCode | null
  /** Only this file. */
  readonly source: string | null
}

/**
 * `problems`: findings that are errors or doubts and are not fixed. `differing`: cells whose value on
 * record is another one.
 */
export const gridSubjects = ['all', 'problems', 'differing', 'conflicts', 'fixed'] as const
export type GridSubject = (typeof gridSubjects)[number]

/** A place in the grid as it is filtered. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

/** First, and one past the last. */
export interface GridRange {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

export interface ReviewGrid {
  readonly rows: number
  readonly columns: readonly GridColumn[]
  /** Reports and indicators without the filter. */
  readonly allRows: number
  readonly allColumns: number
  /** Cells that the filter is about. */
  readonly marked: number
  readonly counts: GridCounts
}

export interface GridColumn {
  readonly indicator: string
  /** Cells that the filter is about. */
  readonly marked: number
}

/** Of all files that are taken in, whatever the filter. */
export interface GridCounts {
  readonly kinds: readonly FindingCount[]
  readonly problems: number
  readonly differing: number
  readonly conflicts: number
  readonly fixed: number
}

export interface FindingCount {
  readonly code: FindingCode
  readonly severity: Severity
  readonly cells: number
}

/** Marks of a cell of the grid, to be added up. */
export const gridMarks = {
  error: 1,
  warning: 2,
  info: 4,
  fixed: 8,
  added: 16,
  differs: 32,
  conflicts: 64,
  takesFile: 128,
  approximate: 256,
} as const

export interface ReviewWindow {
  readonly range: GridRange
  readonly heads: readonly GridRowHead[]
  /** Row by row. */
  readonly values: Float64Array
  /** 0 for a number, else 1 + index in `missingStates`. */
  readonly states: Uint8Array
  readonly marks: Uint16Array
  /** Why cells are marked, for those that are. */
  readonly remarks: readonly GridRemark[]
}

export interface GridRowHead {
  readonly key: DraftReportKey
  readonly unitName: string
  readonly edition: ReportEdition
  readonly file: string
  /** What was found of the report as a whole. */
  readonly findings: readonly Finding[]
}

export interface GridRemark {
  /** Index in `values`. */
  readonly at: number
  readonly findings: readonly Finding[]
  /** As written. */
  readonly raw: string
  /** Of a cell that holds a text. */
  readonly text?: string
  /** What is on record, where it differs. */
  readonly before: Cell | null
}

export interface ReviewCell {
  readonly key: DraftCellKey
  readonly unitName: string
  readonly edition: ReportEdition
  readonly file: string
  /** As written; it stays, whatever is fixed. */
  readonly raw: string
  readonly read: Cell
  readonly value: Cell
  readonly place: Place | null
  readonly findings: readonly Finding[]
  readonly standing: keyof Comparison | null
  readonly before: Cell
  readonly conflicts: boolean
  readonly takesFile: boolean
  readonly fix: { readonly id: number; readonly reason: string; readonly cells: number } | null
  /** Other cells of the draft with the same text; null where it is a plain number. */
  readonly alike: AlikeGroup | null
}

/** What cells have in common: what is written in them. */
export interface AlikeKey {
  /** Without what a parser looks past: width of signs, spaces. */
  readonly text: string
  /** `text`: the same text; `shape`: texts that differ in their digits alone, as `12元` and `3元`. */
  readonly by: 'text' | 'shape'
}

export interface AlikeGroup extends AlikeKey {
  readonly cells: number
  /** How it is read, if all are read alike. */
  readonly read: Cell['kind']
  readonly code: FindingCode | null
}

export interface AlikePreview {
  /** Cells that would change, and cells that the rule leaves as they are. */
  readonly cells: number
  readonly left: number
  /** The first of them. */
  readonly examples: readonly AlikeExample[]
}

export interface AlikeExample {
  readonly key: DraftCellKey
  readonly unitName: string
  readonly raw: string
  readonly before: Cell
  readonly after: Cell
}

export interface ReviewFixView {
  readonly id: number
  readonly reason: string
  readonly cells: number
  /** The first cells of it. */
  readonly examples: readonly AlikeExample[]
}
