import { indicatorById } from '@/domain/catalogue'
import type { IndicatorKind } from '@/domain/indicator'
import type { Cell } from '@/domain/report'
import { parseCell } from '@/intake/parseCell'
import { indicatorMeasure } from '@/intake/recognisers/figureMeasure'
import { reportCellText } from '@/wording/reportCellText'

/** What a corrected cell may become. */
export const correctedKinds = [
  { value: 'value', label: '数' },
  { value: 'blank', label: '空' },
  { value: 'notApplicable', label: '不适用' },
] as const
export type CorrectedKind = (typeof correctedKinds)[number]['value']

export interface CorrectedReading {
  /** Null where the text is no number. */
  readonly cell: Cell | null
  /** How the text is read, or why it cannot be; empty while there is none. */
  readonly note: string
  readonly isProblem: boolean
}

const warnings: ReadonlyMap<string, string> = new Map([
  ['cell-negative', '是负数'],
  ['cell-not-integer', '不是整数'],
  ['cell-converted', '换算过单位'],
  ['cell-precision', '位数超过能存的精度'],
])

/** What is said of a text that is not what the indicator holds, where that is no number. */
const misread: ReadonlyMap<IndicatorKind, string> = new Map([
  ['date', '这不是一个日期，请写成 2024-03-28。'],
  ['address', '这不是网址，请写全，以 http:// 或 https:// 开头。'],
])

const names: ReadonlyMap<IndicatorKind, string> = new Map([
  ['date', '日期'],
  ['address', '网址'],
])

/** What the value of an indicator is called: 数, 日期 or 网址. */
export function valueName(indicator: string): string {
  return names.get(indicatorMeasure(indicator).kind) ?? '数'
}

/** What a cell of an indicator may become, in words. */
export function correctedKindsOf(indicator: string) {
  return correctedKinds.map((kind) =>
    kind.value === 'value' ? { ...kind, label: valueName(indicator) } : kind,
  )
}

/** Reads what was typed as the import would read it in a file. */
export function readCorrected(
  kind: CorrectedKind,
  text: string,
  indicator: string,
): CorrectedReading {
  if (kind !== 'value') return { cell: { kind }, note: '', isProblem: false }
  if (text.trim() === '') return { cell: null, note: '', isProblem: false }
  const measure = indicatorMeasure(indicator)
  const { cell, notes } = parseCell(text.trim(), measure)
  if (cell.kind !== 'value') {
    const note = misread.get(measure.kind) ?? '这不是一个数。'
    return { cell: null, note, isProblem: true }
  }
  if (cell.text !== undefined) return { cell, note: '', isProblem: false }
  const doubts = notes.flatMap(({ code }) => warnings.get(code) ?? [])
  const unit = indicatorById(indicator)?.unit ?? ''
  const read = `读作 ${reportCellText(cell, indicator)} ${unit}`.trim()
  const note = doubts.length === 0 ? `${read}。` : `${read}，请留意：${doubts.join('、')}。`
  return { cell, note, isProblem: false }
}
