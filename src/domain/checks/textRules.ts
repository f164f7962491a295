import type { RuleId } from './rules'

/**
 * The rules of 勾稽 that are judged on what the running text says: it tells far more than the figures
 * that are indicators. The order is that of 数据体检.
 */
export const textRules = [
  'P-NATURAL',
  'P-OUT',
  'P-PCT',
  'P-ANSWERED',
  'P-REVIEW',
  'P-LIT',
  'P-WON',
  'P-T2',
  'P-NEG',
  'P-PARTS',
  'P-YEAR',
  'P-SEC',
] as const satisfies readonly RuleId[]

export type TextRuleId = (typeof textRules)[number]

/** Whether an id is that of a rule on what the text says. */
export function isTextRule(id: unknown): id is TextRuleId {
  return textRules.some((rule) => rule === id)
}
