import type { ReportKey } from '@/data/batch'
import type { HealthFinding, FindingKind } from '@/engine/checkProtocol'
import type { FindingFigure } from '@/analysis/checkFinding'
import { shortLabel } from '@/domain/catalogue'
import type { UnitNames } from '@/wording/checkFormula'
import { reportCellText } from '@/wording/reportCellText'
import type { HealthState } from './healthState'

/** The kinds of findings: a sign, a word, and what it means. */
export const kindWords: Readonly<
  Record<FindingKind, { readonly sign: string; readonly word: string; readonly note: string }>
> = {
  error: { sign: '≠', word: '不平', note: '表内应当相等的数不相等' },
  warning: { sign: '△', word: '不符', note: '通常应当一致，可能有正当原因' },
  undecidable: { sign: '?', word: '不可判', note: '缺数，无法判断' },
  info: { sign: '·', word: '提示', note: '值得留意，不是差错' },
}

/** How grave a finding is, as the filter has it. */
export function kindOf({
  outcome,
  severity,
}: Pick<HealthFinding, 'outcome' | 'severity'>): FindingKind {
  return outcome === 'undecidable' ? 'undecidable' : severity
}

/** The report whose blank leaves a check 不可判; null where no blank is to blame. */
export function blankReport({
  outcome,
  figures,
}: Pick<HealthFinding, 'outcome' | 'figures'>): ReportKey | null {
  const blank = figures.find(({ cell }) => cell.kind === 'blank')
  if (outcome !== 'undecidable' || blank === undefined) return null
  const { unit, year, scope } = blank
  return { unit, year, scope }
}

/** Whose findings the list shows: `全部所选单位`, `汉阴县`, `汉阴县 2023 年`. */
export function listedText(
  { unit, year }: Pick<HealthState, 'unit' | 'year'>,
  nameOf: UnitNames,
): string {
  if (unit === null) return '全部所选单位'
  return year === null ? nameOf(unit) : `${nameOf(unit)} ${year} 年`
}

/** A figure of a finding as a line: whose it is, what it is, and how much. */
export function figureLine(
  figure: FindingFigure,
  finding: Pick<HealthFinding, 'unit' | 'year'>,
  nameOf: UnitNames,
): { readonly name: string; readonly value: string } {
  const unit = figure.unit === finding.unit ? '' : `${nameOf(figure.unit)} `
  const year = figure.year === finding.year ? '' : `${figure.year} 年 `
  return {
    name: `${unit}${year}${shortLabel(figure.indicator)}`,
    value: reportCellText(figure.cell),
  }
}
