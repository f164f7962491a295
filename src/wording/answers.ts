import type { AnswerState } from '@/analysis/answer'
import type { AnswerCell } from '@/analysis/answerCell'

/** How numbers of an answer are written: as they are, as a percentage, or as a change with its sign. */
export type NumberKind = 'number' | 'percent' | 'change'

const words: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  blank: '空',
  notApplicable: '—',
  unreadable: '不可读',
  absent: '未列',
  noReport: '未报',
  notComputable: '不可算',
  zeroDenominator: '分母为 0',
}

const reasons: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  blank: '空：年报此格没有填写',
  notApplicable: '—：年报填“/”“—”或“无”，表示不适用',
  unreadable: '不可读：年报此格不是数字',
  absent: '未列：该年报的表样没有此项',
  noReport: '未报：没有该年度的年报',
  notComputable: '不可算：计算所需的数不全',
  zeroDenominator: '分母为 0，不计比率',
}

/** The word that stands in a table in the place of a number. */
export function stateWord(state: AnswerState, kind: NumberKind): string {
  if (state === 'value') return ''
  if (kind === 'change' && state === 'zeroDenominator') return '上年为 0'
  if (kind === 'change' && state === 'notComputable') return '不可比'
  return words[state]
}

/** Why there is no number, in a sentence. */
export function stateReason(state: AnswerState, kind: NumberKind): string {
  if (state === 'value') return ''
  if (kind === 'change' && state === 'zeroDenominator') return '上年为 0，不计同比'
  if (kind === 'change' && state === 'notComputable') {
    return '不可比：两年中有一年没有数，或表样不同'
  }
  return reasons[state]
}

/** A cell as a table shows it: 约 before what is approximate, 更 after what was corrected by hand. */
export function cellText(cell: AnswerCell, kind: NumberKind): string {
  return cell.state === 'value' ? valueText(cell, kind) : stateWord(cell.state, kind)
}

/** The number to all its digits, with its marks but without its unit of measure; `%` is part of a percentage. */
export function valueText(cell: AnswerCell, kind: NumberKind): string {
  return `${cell.approximate ? '约 ' : ''}${plainText(cell.value, kind)}${cell.corrected ? ' 更' : ''}`
}

function plainText(value: number, kind: NumberKind): string {
  if (kind === 'percent') return `${value.toFixed(2)}%`
  if (kind === 'change') return `${value > 0 ? '+' : ''}${value.toFixed(1)}`
  return exactText(value)
}

/** The number with its unit of measure: `1,077.892534 万元`, `30.80%`, `+1.2 百分点`. */
export function amountText(cell: AnswerCell, kind: NumberKind, measureUnit: string): string {
  const text = valueText(cell, kind)
  if (kind === 'percent' || measureUnit === '') return text
  return measureUnit === '%' ? `${text}%` : `${text} ${measureUnit}`
}

/** What a rate or a change was computed from: `81 ÷ 263`, `上年 1,000，本年 1,200`; else empty. */
export function basisText(cell: AnswerCell, kind: NumberKind): string {
  if (Number.isNaN(cell.denominator) || Number.isNaN(cell.numerator)) return ''
  const [above, below] = [exactText(cell.numerator), exactText(cell.denominator)]
  return kind === 'percent' ? `${above} ÷ ${below}` : ''
}

/** The latest number of a series, short, or why there is none. */
export function latestText(cell: AnswerCell, kind: NumberKind): string {
  return cell.state === 'value' ? axisText(cell.value, kind) : stateWord(cell.state, kind)
}

/** A sum with how many are in it, unless all are: `12,345（11/12）`. */
export function totalText(
  { value, n, of }: { readonly value: number; readonly n: number; readonly of: number },
  kind: NumberKind,
): string {
  const text = Number.isNaN(value) ? '无' : plainText(value, kind)
  return n === of && n > 0 ? text : `${text}（${n}/${of}）`
}

export function exactText(value: number): string {
  return value.toLocaleString('zh-CN', { maximumFractionDigits: 12 })
}
export function percentText(value: number, decimals: number): string {
  return `${value.toFixed(decimals)}%`
}
export function axisText(value: number, kind: NumberKind): string {
  if (kind !== 'number') return `${Number(value.toFixed(1))}%`
  const size = Math.abs(value)
  if (size >= 1e8) return `${Number((value / 1e8).toPrecision(4))}亿`
  if (size >= 1e4) return `${Number((value / 1e4).toPrecision(4))}万`
  return String(Number(value.toPrecision(4)))
}

/** Names listed in a sentence at most. */
const MOST_NAMES = 12

/** The first names of a long list, and how many there are. */
export function namesText(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join('、')
  return `${names.slice(0, MOST_NAMES).join('、')} 等 ${names.length} 个`
}

/** A sum in a sentence: `2023 年合计 12,345 件（11/12，缺：示例县）`. */
export function totalSentence(
  label: string,
  total: Parameters<typeof totalText>[0] & { readonly names: readonly string[] },
  kind: NumberKind,
  measureUnit: string,
): string {
  const { value, n, of, names } = total
  const unit = kind === 'number' && measureUnit !== '' ? ` ${measureUnit}` : ''
  const number = Number.isNaN(value) ? '无' : `${plainText(value, kind)}${unit}`
  const missing = names.length > 0 ? `，缺：${namesText(names)}` : ''
  return `${label} ${number}（${n}/${of}${missing}）`
}
