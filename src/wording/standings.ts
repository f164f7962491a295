import type { Standing } from '@/analysis/standings'
import { percentText } from './numbers'

/** `3`, `3（第 3–6 名不可区分）`, or the reason why there is no rank. */
export function rankText(standing: Standing): string {
  if (standing.kind === 'small') return '分母小，不排名'
  if (standing.kind === 'apart') return '含下属县，不排名'
  if (standing.kind === 'missing') return '无数，不排名'
  if (standing.kind === 'alone') return '只有它可排，不排名'
  return String(standing.rank)
}

/** `第 3–6 名，随机波动内不可区分`, `第 1 名，与其他单位可区分`; empty without a range. */
export function rangeText(standing: Standing): string {
  if (standing.kind !== 'ranked' || !standing.range) return ''
  const [best, worst] = standing.range
  if (best === worst) return `第 ${best} 名，与其他单位可区分`
  return `第 ${best}–${worst} 名，随机波动内不可区分`
}

/** The 95 % interval, `25.53%–36.62%`; empty without one. */
export function intervalText(standing: Standing): string {
  if (standing.kind === 'missing' || standing.kind === 'apart' || !standing.interval) return ''
  const { low, high } = standing.interval
  return `${percentText(low)}–${percentText(high)}`
}
