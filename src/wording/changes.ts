import { isSmallBase } from '@/analysis/smallBase'
import type { NumberStyle } from './answers'
import { numberText } from './answers'
import { exactText, signedText } from './numbers'

const DECIMALS = 2

/**
 * A change in words: `+12.50%` of a count, `−1.20 百分点` of a rate; from nothing or little, where a
 * percentage would mislead, the two numbers: `由 3 到 9（基数不足 20）`.
 */
export function changeText(before: number, now: number, style: NumberStyle): string {
  const word = changeWord(before, now, style)
  const isFair = before !== 0 && !isSmallBase(before)
  const isPlain = style.kind === 'percent' || isFair || before === now
  if (isPlain || Number.isNaN(before) || Number.isNaN(now)) return word
  return `由 ${exactText(before)} 到 ${exactText(now)}（${word}）`
}

/** The same beside its two numbers, which it does not repeat. */
export function changeWord(before: number, now: number, style: NumberStyle): string {
  if (Number.isNaN(before) || Number.isNaN(now)) return '不可比'
  if (style.kind === 'percent') return `${signedText(now - before, DECIMALS)} 百分点`
  if (before === now) return '不变'
  if (before === 0) return '基数为 0'
  if (isSmallBase(before)) return '基数不足 20'
  return `${signedText((100 * (now - before)) / before, DECIMALS)}%`
}

/** The two numbers of a change: `1,000 → 1,200`. */
export function fromToText(before: number, now: number, style: NumberStyle): string {
  const text = (value: number) => (Number.isNaN(value) ? '无' : numberText(value, style))
  return `${text(before)} → ${text(now)}`
}
