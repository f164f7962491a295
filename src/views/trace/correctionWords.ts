import { indicatorById } from '@/domain/catalogue'
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

/** Reads what was typed as the import would read it in a file. */
export function readCorrected(
  kind: CorrectedKind,
  text: string,
  indicator: string,
): CorrectedReading {
  if (kind !== 'value') return { cell: { kind }, note: '', isProblem: false }
  if (text.trim() === '') return { cell: null, note: '', isProblem: false }
  const { cell, notes } = parseCell(text.trim(), indicatorMeasure(indicator))
  if (cell.kind !== 'value') return { cell: null, note: '这不是一个数。', isProblem: true }
  const doubts = notes.flatMap(({ code }) => warnings.get(code) ?? [])
  const unit = indicatorById(indicator)?.unit ?? ''
  const read = `读作 ${reportCellText(cell)} ${unit}`.trim()
  const note = doubts.length === 0 ? `${read}。` : `${read}，请留意：${doubts.join('、')}。`
  return { cell, note, isProblem: false }
}
