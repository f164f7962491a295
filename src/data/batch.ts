import type { Cell, Scope } from '@/domain/report'
import type { UnitId } from '@/domain/unit'
import type { Segment } from './segment'

/** One thing the user did to the data; the unit of undo. Immutable but for `active`. */
export interface Batch {
  /** A counter, never the clock: batches are ordered by it. */
  readonly id: number
  readonly kind: 'import' | 'correction'
  /** Samples are removed as a whole and never mixed with the user's data. */
  readonly sample: boolean
  readonly active: boolean
  /** Milliseconds since 1970, only shown, never compared. */
  readonly at: number
  /** 操作人, or empty. */
  readonly by: string
  readonly note: string
  readonly sources: readonly string[]
  readonly reports: number
  readonly cells: DecisionCounts
  /** Segments that belong to it, and the hash of their contents, checked at start. */
  readonly segments: number
  readonly contentHash: string
}

export interface DecisionCounts {
  readonly taken: number
  readonly same: number
  readonly refused: number
}

export interface ReportKey {
  readonly unit: UnitId
  readonly year: number
  readonly scope: Scope
}

/** A correction by hand: it holds only while the imports beneath still say `expected`. */
export interface Correction extends ReportKey {
  readonly indicator: string
  readonly expected: Cell
  readonly value: Cell
  readonly reason: string
}

/** A batch with what it holds: segments for an import, corrections for work by hand. */
export interface BatchContent {
  readonly batch: Batch
  readonly segments: readonly Segment[]
  readonly corrections: readonly Correction[]
}
