import type { BatchContent, Correction } from '@/data/batch'
import { traceCell } from '@/data/traceCell'
import { shortLabel } from '@/domain/catalogue'
import type { UnitId } from '@/domain/unit'
import { scopeWords } from '@/wording/scopes'
import { timeText } from '@/wording/timeText'
import { valueText, type SheetUnit } from './checkSheet'
import { BOM, csvRow } from './csvText'

const HEADING = [
  ...['批次', '时间', '操作人', '状态', '单位代码', '单位', '年份', '口径'],
  ...['指标', '指标编号', '原值', '新值', '理由', '来源文件'],
]

/** What the ledger says of units and of sources. */
export interface LedgerNames {
  readonly unitOf: (unit: UnitId) => SheetUnit
  /** The name of the file of a source. */
  readonly sourceOf: (source: string) => string
}

/**
 * The ledger of corrections by hand as CSV, in the order they were made: old value, new value, why,
 * by whom, when, and the file that said the old one. Those that were undone stay in it.
 */
export function correctionsLedger(contents: readonly BatchContent[], names: LedgerNames): string {
  const rows = contents
    .toSorted((a, b) => a.batch.id - b.batch.id)
    .flatMap((content) =>
      content.corrections.map((correction) => ledgerRow(contents, content, correction, names)),
    )
  return BOM + [HEADING, ...rows].map(csvRow).join('')
}

function ledgerRow(
  contents: readonly BatchContent[],
  { batch }: BatchContent,
  correction: Correction,
  { unitOf, sourceOf }: LedgerNames,
): string[] {
  const { unit, year, scope, indicator, expected, value, reason } = correction
  const { code, name } = unitOf(unit)
  const { history } = traceCell(contents, correction, indicator)
  const source = history.findLast((each) => each.place !== null && each.batch.id <= batch.id)?.place
  return [
    ...[String(batch.id), timeText(batch.at), batch.by, batch.active ? '有效' : '已撤销'],
    ...[code, name, String(year), scopeWords[scope], shortLabel(indicator), indicator],
    ...[valueText(expected, indicator), valueText(value, indicator), reason],
    source === null || source === undefined ? '' : sourceOf(source.source),
  ]
}
