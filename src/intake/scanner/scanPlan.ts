import type { IndicatorKind } from '@/domain/indicator'
import { isCounter } from '../cell/measureUnit'
import type { FigureColumn } from '../recognisers/mapColumns'
import type { TableHeader } from '../recognisers/tableHeader'

/** How each column of a wide CSV is scanned. */
export interface ScanPlan {
  readonly width: number
  readonly figures: readonly FigureColumn[]
  /** Columns (from 0) before this one are keys or not read; the keys are all among them. */
  readonly firstFigure: number
  /**
   * Per column: the index in `figures`, `UNREAD`, or, where even a plain number needs a further look
   * (its header states another unit, or it holds days or texts), `UNREAD - 1 - index`.
   */
  readonly figureAt: Int32Array
  /** Per figure: whether a plain decimal needs no further look. */
  readonly decimal: Uint8Array
  /** Per figure: whether a negative number needs no further look. */
  readonly signed: Uint8Array
}

/** In `figureAt`: the column is not read. */
export const UNREAD = -1

/** Digits of such a cell are no number. */
function isFact(kind: IndicatorKind): boolean {
  return kind === 'date' || kind === 'address'
}

/** The plan for a header, or null where a key column stands behind the first figure. */
export function scanPlan(header: TableHeader, figures: readonly FigureColumn[]): ScanPlan | null {
  const lastKey = Math.max(...header.keys.values())
  const firstFigure = Math.min(header.width, ...figures.map(({ index }) => index))
  if (lastKey >= firstFigure) return null
  const figureAt = new Int32Array(header.width).fill(UNREAD)
  for (const [position, { index, measure }] of figures.entries()) {
    const isPlain = measure.statedUnit === undefined && !isFact(measure.kind)
    figureAt[index] = isPlain ? position : UNREAD - 1 - position
  }
  const decimal = Uint8Array.from(figures, ({ measure }) => Number(!isCounter(measure.unit)))
  const signed = Uint8Array.from(figures, ({ measure: { kind, unit, statedUnit } }) => {
    const mayBeNegative = kind === 'signed' || kind === 'percent' || unit === ''
    return Number(mayBeNegative && statedUnit === undefined)
  })
  return { width: header.width, figures, firstFigure, figureAt, decimal, signed }
}
