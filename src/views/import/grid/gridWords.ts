import { missingStates } from '@/data/segment'
import type { FindingCode, Severity } from '@/domain/finding'
import type { Cell } from '@/domain/report'
import { gridMarks, type GridRemark, type ReviewCell } from '@/engine/reviewProtocol'
import { findingMessage } from '@/wording/findings'
import { exactText, stateText } from '@/wording/numbers'
import { reportCellText } from '@/wording/reportCellText'

const kinds: ReadonlyMap<FindingCode, string> = new Map<FindingCode, string>([
  ['cell-unreadable', '不是数字'],
  ['cell-no-address', '不是网址'],
  ['cell-ambiguous-number', '多种读法'],
  ['cell-unit-suffix', '带单位'],
  ['cell-converted', '已换算单位'],
  ['cell-unit-assumed', '没写单位'],
  ['cell-numeral', '中文数字'],
  ['cell-remark', '带附注'],
  ['cell-negative', '负数'],
  ['cell-not-integer', '非整数'],
  ['cell-formula', '公式'],
  ['cell-maybe-date', '像日期'],
  ['cell-thousands', '千位逗号'],
  ['cell-precision', '位数过长'],
  ['total-mismatch', '与合计不符'],
  ['figure-duplicate', '重复的数'],
  ['form-sum-fails', '合计不平'],
  ['form-row-lost', '缺行'],
  ['form-row-width', '格数不符'],
  ['form-row-gaps', '行中有空格'],
  ['form-row-by-order', '没有行名'],
  ['form-row-unsure', '行名不明'],
  ['form-day-conflict', '日期不一'],
])

/** The kind of a finding in a word or two. */
export function kindText(code: FindingCode): string {
  return kinds.get(code) ?? '其他'
}

export const severityTexts: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '疑问',
  info: '说明',
}

/** The signs of a cell's marks, the gravest first: no mark is told by colour alone. */
const signs: readonly (readonly [number, string, string])[] = [
  [gridMarks.error, '✕', 'error'],
  [gridMarks.conflicts, '⚑', 'conflict'],
  [gridMarks.fixed, '✎', 'fixed'],
  [gridMarks.warning, '？', 'warning'],
  [gridMarks.differs, '≠', 'differs'],
]

/** The sign and the tone of a cell; empty for one without marks. */
export function markOf(marks: number): { readonly sign: string; readonly tone: string } {
  const found = signs.find(([mark]) => (marks & mark) !== 0)
  return found === undefined ? { sign: '', tone: '' } : { sign: found[1], tone: found[2] }
}

/** A number of a window as it is shown, or its state's word. */
export function numberText(value: number, state: number, marks: number): string {
  const missing = missingStates[state - 1]
  if (missing !== undefined) return missing === 'absent' ? '' : stateText(missing)
  return (marks & gridMarks.approximate) === 0 ? exactText(value) : `约 ${exactText(value)}`
}

/** Why a cell is marked, in a few lines, for the pointer. */
export function remarkText({ findings, raw, before }: GridRemark, marks: number): string {
  const lines = findings.map((finding) => findingMessage({ ...finding, raw }))
  if (before !== null) lines.push(differenceText(before, marks))
  if ((marks & gridMarks.fixed) !== 0) lines.push(`已改，原文“${raw}”。`)
  return lines.join('\n')
}

function differenceText(before: Cell, marks: number): string {
  const kept = (marks & gridMarks.takesFile) === 0 ? '保留已有的' : '用文件的值'
  const who = (marks & gridMarks.conflicts) === 0 ? '已有数据' : '手工更正'
  return `${who}为 ${reportCellText(before)}，按现在的选择${kept}。`
}

/** How a cell stands against the data, in a sentence. */
export function standingText({ standing, before, conflicts }: ReviewCell): string {
  if (standing === null) return '文件没有这一格。'
  if (standing === 'added') return '新增：已有数据里没有这一格。'
  const there = reportCellText(before)
  if (standing === 'same') return `相同：已有数据也是 ${there}。`
  const name = conflicts ? '与更正冲突' : standing === 'blanked' ? '会被清空' : '变化'
  return `${name}：已有 ${there}${conflicts ? '（手工更正）' : ''}。`
}
