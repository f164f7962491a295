import type { UnitLabel } from '@/analysis/answer'
import type { UntrustedNumber } from '@/analysis/untrusted'
import { namesText } from './answers'

/** What 只看可信 leaves out, in a sentence: how many numbers, why, and whose. */
export function untrustedText(
  numbers: readonly UntrustedNumber[],
  units: readonly UnitLabel[],
): string {
  if (numbers.length === 0) return '只看可信：没有不平或不可判的数，没有略去什么。'
  const failed = numbers.filter(({ check }) => check === 'failed').length
  const reasons = [
    failed > 0 ? `不平 ${failed} 个` : '',
    failed < numbers.length ? `不可判 ${numbers.length - failed} 个` : '',
  ]
  const counts = new Map<number, number>()
  for (const { unit } of numbers) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const names = [...counts].map(([unit, count]) => `${units[unit]?.name ?? ''} ${count} 个`)
  const why = reasons.filter((part) => part !== '').join('、')
  return `只看可信：略去 ${numbers.length} 个数（${why}），涉及 ${counts.size} 个单位：${namesText(names)}。`
}
