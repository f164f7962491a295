import type { Cell } from '@/domain/report'
import type { AlikeGroup } from '@/engine/reviewProtocol'
import type { FixRule } from '@/intake/fixRule'
import { stateText } from '@/wording/numbers'
import { kindText } from './gridWords'

/** What can be made of cells alike. */
export const alikeRules = [
  { value: 'onlyNumber', label: '取其中的数' },
  { value: 'joinedDigits', label: '去掉分隔，连成一个数' },
  { value: 'numeral', label: '中文数字读作数' },
  { value: 'notApplicable', label: '不适用' },
  { value: 'blank', label: '空' },
  { value: 'absent', label: '未列' },
  { value: 'number', label: '一个数' },
] as const
export type AlikeRule = (typeof alikeRules)[number]['value']

/** The rule as the engine takes it; null while its number is not there. */
export function ruleOf(rule: AlikeRule, number: Cell | null): FixRule | null {
  switch (rule) {
    case 'onlyNumber':
    case 'joinedDigits':
    case 'numeral':
      return { kind: rule }
    case 'number':
      return number === null ? null : { kind: 'set', cell: number }
    default:
      return { kind: 'set', cell: { kind: rule } }
  }
}

/** What is most likely wanted of a group. */
export function likelyRule({ text, code }: AlikeGroup): AlikeRule {
  if (code === 'cell-ambiguous-number') return 'joinedDigits'
  if (/[\d#]/.test(text)) return 'onlyNumber'
  return /^[零〇一二两三四五六七八九十百千万]+/u.test(text) ? 'numeral' : 'notApplicable'
}

/** A group in a list: what is written, how it is read, and how often. */
export function groupText({ text, by, cells, read, code }: AlikeGroup): string {
  const written = by === 'shape' ? `“${text.replaceAll('#', '数')}”` : `“${text}”`
  const how = code !== null ? kindText(code) : read === 'value' ? '读作数' : stateText(read)
  return `${written}　${how}　${cells} 格`
}
