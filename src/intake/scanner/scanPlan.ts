import { isCounter } from '../cell/measureUnit'
import type { FigureColumn } from '../recognisers/mapColumns'
import type { TableHeader } from '../recognisers/tableHeader'

/** How each column of a wide CSV is scanned. */
export interface ScanPlan {
  readonly width: number
  readonly figures: readonly FigureColumn[]
  /** Columns (from 0) before this one are keys or not read; the keys are all among them. */
  readonly firstFigure: number
  /** Per column from `firstFigure` on: the index in `figures`, or -1 for one that is not read. */
  readonly figureAt: Int32Array
  /** Per figure: what of a plain number needs no further look. */
  readonly plain: Uint8Array
  /** Per figure: whether a negative number needs no further look. */
  readonly signed: Uint8Array
}

/** Every plain number must be looked at (its header states another unit). */
export const PLAIN_NONE = 0
/** Whole numbers can be taken as they are. */
export const PLAIN_WHOLE = 1
/** Decimals too. */
export const PLAIN_DECIMAL = 2

/** The plan for a header, or null where a key column stands behind the first figure. */
export function scanPlan(header: TableHeader, figures: readonly FigureColumn[]): ScanPlan | null {
  const lastKey = Math.max(...header.keys.values())
  const firstFigure = Math.min(header.width, ...figures.map(({ index }) => index))
  if (lastKey >= firstFigure) return null
  const figureAt = new Int32Array(header.width).fill(-1)
  for (const [position, { index }] of figures.entries()) figureAt[index] = position
  const plain = Uint8Array.from(figures, ({ measure }) => {
    if (measure.statedUnit !== undefined) return PLAIN_NONE
    return isCounter(measure.unit) ? PLAIN_WHOLE : PLAIN_DECIMAL
  })
  const signed = Uint8Array.from(figures, ({ measure: { kind, unit } }) =>
    Number(kind === 'signed' || kind === 'percent' || unit === ''),
  )
  return { width: header.width, figures, firstFigure, figureAt, plain, signed }
}
