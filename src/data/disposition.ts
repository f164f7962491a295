import type { Cell } from '@/domain/report'
import type { ReportKey } from './batch'
import { sameCell } from './column'

/** 处置 of a finding: 确认, 系口径不同, 已更正, 退回县局. The order is that of the page. */
export const dispositionKinds = ['confirmed', 'otherScope', 'corrected', 'returned'] as const
export type DispositionKind = (typeof dispositionKinds)[number]

/** A figure as it stood when the user decided. */
export interface DisposedFigure extends ReportKey {
  readonly indicator: string
  readonly cell: Cell
}

/** What a finding rests on: its figures, and facts that are no cells. */
export interface FindingBasis extends ReportKey {
  /** Id of the check, e.g. `T3-ROW:requests.new`. */
  readonly check: string
  readonly figures: readonly DisposedFigure[]
  readonly detail: Readonly<Record<string, string | number>>
}

/** What the user said of a finding; it holds while the finding rests on the same. */
export interface Disposition extends FindingBasis {
  readonly kind: DispositionKind
  readonly reason: string
  /** 操作人, or empty. */
  readonly by: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The user's word on a finding, with what it rests on now. */
export function disposeOf(
  finding: FindingBasis,
  word: Pick<Disposition, 'kind' | 'reason' | 'by' | 'at'>,
): Disposition {
  const { unit, year, scope, check, detail } = finding
  const figures = finding.figures.map(({ unit, year, scope, indicator, cell }): DisposedFigure => ({
    ...{ unit, year, scope },
    indicator,
    cell,
  }))
  return { unit, year, scope, check, figures, detail, ...word }
}

/**
 * Whether a disposition is of this finding and still holds: a re-import with the same figures keeps
 * it, any other figure ends it.
 */
export function dispositionHolds(disposition: Disposition, finding: FindingBasis): boolean {
  return (
    disposition.check === finding.check &&
    sameReport(disposition, finding) &&
    sameFigures(disposition.figures, finding.figures) &&
    sameDetail(disposition.detail, finding.detail)
  )
}

/** The latest disposition that holds for a finding; null without one. */
export function dispositionOf(
  finding: FindingBasis,
  dispositions: readonly Disposition[],
): Disposition | null {
  return dispositions.reduce<Disposition | null>(
    (latest, each) =>
      dispositionHolds(each, finding) && (latest === null || each.at >= latest.at) ? each : latest,
    null,
  )
}

function sameReport(a: ReportKey, b: ReportKey): boolean {
  return a.unit === b.unit && a.year === b.year && a.scope === b.scope
}

function sameFigures(a: readonly DisposedFigure[], b: readonly DisposedFigure[]): boolean {
  return (
    a.length === b.length &&
    a.every((figure, at) => {
      const other = b[at]
      return (
        other !== undefined &&
        sameReport(figure, other) &&
        figure.indicator === other.indicator &&
        sameCell(figure.cell, other.cell)
      )
    })
  )
}

function sameDetail(a: FindingBasis['detail'], b: FindingBasis['detail']): boolean {
  const known = new Map(Object.entries(b))
  const entries = Object.entries(a)
  return entries.length === known.size && entries.every(([key, value]) => known.get(key) === value)
}
