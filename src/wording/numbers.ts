import type { AnswerState } from '@/analysis/answer'

/** What stands where a number would stand. */
const NO_NUMBER = '不可计算'

const states: Readonly<Record<Exclude<AnswerState, 'value'>, string>> = {
  blank: '空',
  notApplicable: '不适用',
  unreadable: '不可读',
  absent: '未列',
  noReport: '未报',
  notComputable: NO_NUMBER,
  zeroDenominator: '分母为 0',
  smallBase: '基数小',
  failed: '不平未计',
  undecidable: '不可判未计',
  notExisting: '无此单位',
  otherExtent: '区划调整',
}

/** Why there is no number, in one word; never a 0 and never empty. */
export function stateText(state: Exclude<AnswerState, 'value'>): string {
  return states[state]
}

/** The number to its last digit, in groups of three: `1,077.892534`. Reads back to the same number. */
export function exactText(value: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER
  const digits = plainDigits(Math.abs(value))
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  const sign = value < 0 ? '-' : ''
  return fraction === undefined ? sign + grouped : `${sign}${grouped}.${fraction}`
}

/** The shortest digits that read back to the number, without an exponent. */
function plainDigits(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  return digits.padEnd(point, '0')
}

/** The number with its unit of measure, to its last digit: `1,077.892534 万元`, `12%`, `30 件`. */
export function amountText(value: number, unit: string): string {
  const text = exactText(value)
  if (unit === '' || text === NO_NUMBER) return text
  return unit === '%' ? `${text}%` : `${text} ${unit}`
}

const SIGNIFICANT = 4

/**
 * Four significant digits for an axis or a label, large ones in 万 and 亿: `1.235亿`. Integers below
 * 10,000 are exact. A unit that counts in 万 already (万元) gets no second 万: `59,240`. The exact number
 * belongs beside it, on hover.
 */
export function shortText(value: number, unit = ''): string {
  if (!Number.isFinite(value)) return NO_NUMBER
  // Rounded first: 99,999,999 is 1亿, not 10,000万.
  const rounded = Number(value.toPrecision(SIGNIFICANT))
  const size = Math.abs(rounded)
  if (unit.startsWith('万') || size < 1e4) return exactText(rounded)
  const [step, word] = size < 1e8 ? [1e4, '万'] : [1e8, '亿']
  return exactText(Number((rounded / step).toPrecision(SIGNIFICANT))) + word
}

/**
 * A percentage (58 is 58%) with fixed decimals. What is not 0 or 100 is never rounded to it: `<0.01%`,
 * `>99.99%`.
 */
export function percentText(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return NO_NUMBER
  const text = value.toFixed(decimals)
  const step = 10 ** -decimals
  if (Number(text) === 0 && value !== 0) {
    return value > 0 ? `<${step.toFixed(decimals)}%` : `>-${step.toFixed(decimals)}%`
  }
  if (Number(text) === 100 && value < 100) return `>${(100 - step).toFixed(decimals)}%`
  return `${Number(text) === 0 ? (0).toFixed(decimals) : text}%`
}

/** A quotient that is no percentage, to two decimals, or below 1 to four digits: `12.35`, `0.01235`. */
export function quotientText(value: number): string {
  const isSmall = Math.abs(value) < 1
  return exactText(Number(isSmall ? value.toPrecision(SIGNIFICANT) : value.toFixed(2)))
}

/** A share with what it is computed from: `30.80%（81/263）`. */
export function ratioText(numerator: number, denominator: number, decimals = 2): string {
  const counts = `（${exactText(numerator)}/${exactText(denominator)}）`
  if (denominator === 0) return states.zeroDenominator + counts
  return percentText((100 * numerator) / denominator, decimals) + counts
}

/** Below it a difference of fractions is what binary numbers leave of 0. */
const NOISE = 1e-9

/**
 * A change with its sign: `+12.50`, `-3`, `0`; `decimals` absent: to the last digit. What is not 0 is never
 * rounded to it: `<+0.01`, `>-0.01`.
 */
export function signedText(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return NO_NUMBER
  const rounded = decimals === undefined ? value : Number(value.toFixed(decimals))
  if (decimals !== undefined && rounded === 0 && Math.abs(value) > NOISE) {
    const step = (10 ** -decimals).toFixed(decimals)
    return value > 0 ? `<+${step}` : `>-${step}`
  }
  const text = decimals === undefined ? exactText(value) : fixedText(rounded, decimals)
  return rounded > 0 ? `+${text}` : text
}

/** With so many decimals, thousands set apart: `1,234.50`. */
export function fixedText(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const sign = value < 0 ? '-' : ''
  const grouped = sign + exactText(Number(whole))
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
