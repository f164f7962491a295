import type { Batch, ReportKey } from '@/data/batch'
import type { ContentComparison } from '@/data/compareContents'
import type { SwitchEffect } from '@/data/switchEffect'
import type { Cell } from '@/domain/report'
import type { BatchReading } from './batchReading'

/** What is done with whole batches. */
export interface BatchApi {
  batches(): Promise<Batch[]>
  /** What was read for a batch, file by file; null where it was not kept. */
  batchReading(id: number): Promise<BatchReading | null>
  setBatchActive(id: number, active: boolean): Promise<void>
  /** What `setBatchActive` would do; nothing is written. */
  previewBatchActive(id: number, active: boolean): Promise<SwitchPreview>
  /** What two batches say of the same cells, also where the one or the other was refused. */
  compareBatches(first: number, second: number): Promise<BatchComparison>
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
