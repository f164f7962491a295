import type { TextClaim } from '@/domain/checks/textClaim'
import type { ReportEdition } from '@/domain/indicator'
import type { MissingState, Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'

/** Reports in one segment at most: written, read and asked in place. */
export const SEGMENT_ROWS = 2048

/**
 * Numbers of one indicator, a report a row, in the narrowest type that holds them. In the integer
 * types the four highest codes stand for the missing states (see `missingCode`); a Float64Array has
 * its states beside it.
 */
export type ColumnValues = Uint8Array | Uint16Array | Uint32Array | Float64Array

export interface SegmentColumn {
  readonly indicator: string
  readonly values: ColumnValues
  /** Only beside a Float64Array: 0 for a number, else 1 + index in `missingStates`. */
  readonly states: Uint8Array | null
}

/** The order is stored: never change it, only append. */
export const missingStates = [
  'blank',
  'notApplicable',
  'unreadable',
  'absent',
] as const satisfies readonly MissingState[]
export const scopes = ['whole', 'office', 'auxiliary'] as const satisfies readonly Scope[]
/** Scopes in which there are reports, by index: all but the last. */
export const REPORT_SCOPES = scopes.indexOf('auxiliary')
export const editions = ['unknown', '2019', '2021'] as const satisfies readonly ReportEdition[]

/**
 * What became of a cell when its batch was committed. `chosen` is `taken` by the user's word: only
 * then may a blank take the place of a number.
 */
export const decisions = ['taken', 'same', 'refused', 'chosen'] as const
export type Decision = (typeof decisions)[number]

/** Where the cells of a segment stood in their source. Rows and columns count from 1. */
export type Origin =
  /** Wide table: one source row a report, one source column an indicator. */
  | {
      readonly kind: 'rows'
      readonly source: Uint16Array
      /** Index in `sources`, a report. */
      readonly row: Uint32Array
      /** One array of source columns a layout; `layout` says which one a report uses. */
      readonly layouts: readonly (readonly number[])[]
      readonly layout: Uint16Array
      /** Index in `tables`, a layout, where the source has several tables; -1 for none. */
      readonly layoutTables?: readonly number[]
    }
  /** Any other layout: every cell has its own place. Index = column × rows + row. */
  | {
      readonly kind: 'cells'
      readonly source: Uint16Array
      readonly table: Uint16Array
      readonly row: Uint32Array
      readonly column: Uint32Array
    }

/** A table within a source, as a person would name it: a sheet, a printed table, a page. */
export interface SourceTable {
  readonly sheet?: string
  readonly table?: string
  readonly page?: number
}

/** What the running text of a report says, as it was read, and which table of the source it is. */
export interface ToldText {
  readonly table: SourceTable
  readonly claims: readonly TextClaim[]
}

/** A few thousand reports of one batch, by columns. Immutable. */
export interface Segment {
  readonly rows: number
  /** Unit ids used here; `unit` holds indexes into it. */
  readonly units: readonly UnitId[]
  readonly unit: Uint16Array
  readonly year: Uint16Array
  /** Index in `scopes`. */
  readonly scope: Uint8Array
  /** Index in `editions`. */
  readonly edition: Uint8Array
  readonly columns: readonly SegmentColumn[]
  /** Ids of the sources that `origin` speaks of, and the tables in them. */
  readonly sources: readonly string[]
  readonly tables: readonly SourceTable[]
  readonly origin: Origin
  /** Cells (column × rows + row, ascending) marked 约. */
  readonly approximate: Uint32Array
  /** Text as written, for cells whose number does not print back to it (`1,077.9`, `12a`, `/`). */
  readonly raw: ReadonlyMap<number, string>
  /** Index in `decisions`, a cell (column × rows + row); null while all are `taken`. */
  readonly decision: Uint8Array | null
  /**
   * What the text of each report says; null for one whose source has no running text. Left out where
   * none has.
   */
  readonly told?: readonly (ToldText | null)[]
}
