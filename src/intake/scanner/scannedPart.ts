import type { Segment } from '@/data/segment'

/**
 * Scans the lines of a file that begin behind the one in which the byte `from` falls, and tells how many
 * bytes it has scanned so far. Null: the part is not to be had without the one before it.
 */
export type ScanHelper = (
  from: number,
  progress: (bytes: number) => void,
) => Promise<ScannedPart | null>

/** A part of a file of which nothing is to be said, by itself. */
export interface ScannedPart {
  /** Their source rows count from the first line of the part. */
  readonly segments: readonly Segment[]
  readonly rows: number
  readonly reports: number
  /** Cells, as `countStates` counts them. */
  readonly byState: Float64Array
}
