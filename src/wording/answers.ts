import type { AnswerState, CheckMark } from '@/analysis/answer'
import type { AnswerCell, Doubt } from '@/analysis/answerCell'
import { exactText, percentText, quotientText, shortText, signedText, stateText } from './numbers'

/** How the numbers of a figure are written. */
export interface NumberStyle {
  /** As they are, as a percentage, as another quotient (每万人), as a change with its sign, or as an index of a base year. */
  readonly kind: 'number' | 'percent' | 'quotient' | 'change' | 'index'
  /** 件, 万元 …; for changes %, 百分点 or that of the figure; empty for an index. */
  readonly measureUnit: string
}

/** Names listed in a sentence at most. */
const MOST_NAMES = 12
/** Up to so many names are never cut; of more, no fewer than `LEAST_NAMES` are told. */
const UNCUT_NAMES = 6
const LEAST_NAMES = 3
/** Characters for the names of a long list: a dozen short ones, or a few of autonomous counties. */
const MOST_LETTERS = 40

/** Decimals of a percentage or a change. */
const DECIMALS = 2

const reasons: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  blank: '年报此格没有填写',
  notApplicable: '年报填“/”“—”或“无”',
  unreadable: '年报此格不是数字',
  absent: '该年报的表样没有此项',
  noReport: '没有该年度的年报',
  notComputable: '计算所需的数不全',
  zeroDenominator: '不计比率',
  smallBase: '基数不足 20，只列数，不计百分比',
  failed: '“只看可信”不计勾稽不平的数',
  undecidable: '“只看可信”不计勾稽不可判的数',
  notExisting: '这一年还没有设立，或已经撤并',
  otherExtent: '其间并入了别的区县或划出了新区，前后不是同一范围，不比',
}

/** The word that stands in the place of a number; empty for a number. */
export function stateWord(state: AnswerState, { kind }: NumberStyle): string {
  if (state === 'value') return ''
  if (kind === 'change' && state === 'zeroDenominator') return '上年为 0'
  if (kind === 'index' && state === 'zeroDenominator') return '基年为 0'
  if ((kind === 'change' || kind === 'index') && state === 'notComputable') return '不可比'
  return stateText(state)
}

/** Why there is no number, the word first; empty for a number. */
export function stateReason(state: AnswerState, style: NumberStyle): string {
  if (state === 'value') return ''
  const word = stateWord(state, style)
  const compares = style.kind === 'change' || style.kind === 'index'
  if (!compares || state === 'smallBase') return `${word}：${reasons[state]}`
  if (state === 'zeroDenominator') return `${word}，不计${style.kind === 'index' ? '指数' : '同比'}`
  if (state === 'notComputable') return `${word}：有一年没有数，或两年的表样不同`
  return `${word}：${reasons[state]}`
}

/** A cell without its unit of measure: the number with its marks, or the word in its place. */
export function cellText(cell: AnswerCell, style: NumberStyle): string {
  if (cell.state === 'smallBase') return basisText(cell, style) || stateWord(cell.state, style)
  if (cell.state !== 'value') return stateWord(cell.state, style)
  const approximate = cell.approximate ? '约 ' : ''
  return `${approximate}${numberText(cell.value, style)}${cell.corrected ? ' 更' : ''}`
}

/** 约 and 更 alone: in files the outcome of the checks stands in a column of its own. */
export function reportMarks({
  approximate,
  corrected,
}: Pick<Doubt, 'approximate' | 'corrected'>): string {
  return `${approximate ? '约' : ''}${corrected ? '更' : ''}`
}

/** Signs beside a number that is not simply as reported: 约, 更, and that of its checks. */
export function markSigns({ state, ...doubt }: Doubt & Pick<AnswerCell, 'state'>): string {
  return state === 'value' ? reportMarks(doubt) + checkSign(doubt.check) : ''
}

/** The signs of a number that is made of others, e.g. of a bar or a band; each with a space before. */
export function doubtSigns(doubt: Doubt): string {
  const signs = markSigns({ ...doubt, state: 'value' })
  return signs === '' ? '' : ` ${signs}`
}

/** ≠ where the sums that a number stands in do not agree, ? where that cannot be told; else empty. */
export function checkSign(check: CheckMark): string {
  return check === 'failed' ? '≠' : check === 'undecidable' ? '?' : ''
}

/** What the sign of a check means; empty without one. */
export function checkReason(check: CheckMark): string {
  if (check === 'failed')
    return '勾稽不平：与同一年报的其他数加不起来，或与上年、市县之间对不上，或不合规定、常理'
  return check === 'undecidable' ? '勾稽不可判：算式中有的数是空的或读不出' : ''
}

/** A cell with what it was computed from, where that is part of the number: `30.80%（81/263）`. */
export function cellWithBasis(cell: AnswerCell, style: NumberStyle): string {
  const text = cellText(cell, style)
  if (cell.state !== 'value' || !isQuotient(style) || Number.isNaN(cell.denominator)) return text
  return `${text}（${exactText(cell.numerator)}/${exactText(cell.denominator)}）`
}

/** A number to all its digits, without its unit of measure; `%` is part of a percentage. */
export function numberText(value: number, { kind, measureUnit }: NumberStyle): string {
  if (kind === 'number' || kind === 'index') return exactText(value)
  if (kind === 'percent') return percentText(value, DECIMALS)
  if (kind === 'quotient') return quotientText(value)
  return `${signedText(value, DECIMALS)}${measureUnit === '%' ? '%' : ''}`
}

/** A cell with its unit of measure: `1,077.892534 万元`, `30.80%`, `+1.20 百分点`. */
export function amountOf(cell: AnswerCell, style: NumberStyle): string {
  const text = cellText(cell, style)
  return cell.state === 'value' ? text + unitText(style) : text
}

/** What a rate or a change was computed from: `81 ÷ 263`, `上年 1,000，本年 1,200`; else empty. */
export function basisText({ numerator, denominator }: AnswerCell, style: NumberStyle): string {
  const { kind } = style
  if (Number.isNaN(denominator) || Number.isNaN(numerator)) return ''
  if (isQuotient(style)) return `${exactText(numerator)} ÷ ${exactText(denominator)}`
  if (kind === 'index') return `基年 ${exactText(denominator)}，本年 ${exactText(numerator)}`
  return `上年 ${exactText(denominator)}，${numerator < 0 ? '减' : '增'} ${exactText(Math.abs(numerator))}`
}

/** Four digits at most, for an axis or a label. */
export function axisText(value: number, { kind, measureUnit }: NumberStyle): string {
  if (kind === 'number') return shortText(value, measureUnit)
  return measureUnit === '%' ? `${shortText(value)}%` : shortText(value)
}

/**
 * A number in or beside a drawing, or the word in its place: with the decimals of the table where it has
 * them fixed (rates, changes), else short.
 */
export function latestText(cell: AnswerCell, style: NumberStyle): string {
  if (cell.state !== 'value') return stateWord(cell.state, style)
  const isShort = style.kind === 'number' || style.kind === 'index'
  return isShort ? axisText(cell.value, style) : numberText(cell.value, style)
}

/** A sum over units, and what there is to say of the numbers in it; left out: nothing. */
export interface TotalFigures extends Partial<Doubt> {
  /** NaN where no unit has a number. */
  readonly value: number
  readonly n: number
  readonly of: number
}

/** The signs of a sum, with a space before; none where no number is in it. */
export function totalSigns({ n, approximate, corrected, check }: TotalFigures): string {
  if (n === 0) return ''
  return doubtSigns({
    approximate: approximate === true,
    corrected: corrected === true,
    check: check ?? 'none',
  })
}

/** A sum with how many are in it, unless all are: `12,345（11/12）`. */
export function totalText({ value, n, of }: TotalFigures, style: NumberStyle): string {
  const text = Number.isNaN(value) ? '无' : numberText(value, style)
  return n === of && n > 0 ? text : `${text}（${n}/${of}）`
}

/**
 * A sum in a sentence: `2023 年合计 12,345 件（11/12，缺：示例县）`. `untrusted`: units whose number is
 * there, but not in the sum.
 */
export function totalSentence(
  label: string,
  total: TotalFigures,
  missing: readonly string[],
  style: NumberStyle,
  untrusted: readonly string[] = [],
): string {
  const { value, n, of } = total
  const number = Number.isNaN(value) ? '无' : numberText(value, style) + unitText(style)
  const lacks = missing.length > 0 ? `，缺：${namesText(missing)}` : ''
  const omits = untrusted.length > 0 ? `，不平或不可判未计：${namesText(untrusted)}` : ''
  return `${label} ${number}${totalSigns(total)}（${n}/${of}${lacks}${omits}）`
}

/** Whom a sum leaves out, and why; empty where nobody. */
export function leftOutText(names: readonly string[]): string {
  return names.length === 0 ? '' : `合计不含 ${namesText(names)}（其年报已含所列下级单位的数）`
}

/** The first names of a long list, the fewer the longer they are, and how many there are. */
export function namesText(names: readonly string[]): string {
  const lengths = names.slice(0, MOST_NAMES).map(({ length }) => length)
  const isShort = names.length <= MOST_NAMES && sum(lengths) <= MOST_LETTERS
  if (isShort || names.length <= UNCUT_NAMES) return names.join('、')
  const fitting = lengths.filter((_, at) => sum(lengths.slice(0, at + 1)) <= MOST_LETTERS).length
  const shown = names.slice(0, Math.max(LEAST_NAMES, fitting))
  return `${shown.join('、')} 等 ${names.length} 个`
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, each) => so + each, 0)
}

function isQuotient({ kind }: NumberStyle): boolean {
  return kind === 'percent' || kind === 'quotient'
}

function unitText({ kind, measureUnit }: NumberStyle): string {
  const isWritten = kind === 'percent' || measureUnit === '' || measureUnit === '%'
  return isWritten ? '' : ` ${measureUnit}`
}
