import type { Cell } from '@/domain/report'
import { reportCellText } from '@/wording/reportCellText'
import { correctedKinds, readCorrected, type CorrectedReading } from '../../trace/correctionWords'

/** What a cell under review may become. */
export const fixKinds = [...correctedKinds, { value: 'absent', label: '未列' }] as const
export type FixKind = (typeof fixKinds)[number]['value']

/** Reads what was typed for a cell under review. */
export function readFix(kind: FixKind, text: string, indicator: string): CorrectedReading {
  if (kind === 'absent') return { cell: { kind }, note: '文件没有这一格。', isProblem: false }
  return readCorrected(kind, text, indicator)
}

/** A fix in words: `12a（不可读）→ 12`. */
export function fixText(raw: string, read: Cell, value: Cell): string {
  const before = raw === '' ? reportCellText(read) : `“${raw}”（${reportCellText(read)}）`
  return `${before} → ${reportCellText(value)}`
}
