import type { MatrixAnswer } from '@/analysis/answer'
import { differenceOf, type ChangeFact, type SumFact } from '@/analysis/conclusionFacts'
import { isSmallBase } from '@/analysis/smallBase'
import type { Item } from '@/domain/item'
import { exactText, fixedText, signedText } from '../numbers'
import { unitChangesText } from '../unitChanges'
import { amount, doubtText, LEAST_DENOMINATOR, namesOf, rate } from './conclusion'

/** A change between two years in words, or why there is none to be told. */
export function changeClause(answer: MatrixAnswer, item: Item, fact: ChangeFact): string {
  const before = yearAt(answer, fact.years.before)
  const why = whyNot(answer, item, fact)
  if (why !== '') return why
  const who = scopeText(answer, fact)
  const how = item.isRatio ? quotientsText(item, fact) : amountsText(item, fact, before)
  return `${who}${how}${doubtText(answer.units, [fact.before, fact.now])}`
}

/** Why two years are not compared; empty where they are. */
function whyNot(answer: MatrixAnswer, item: Item, fact: ChangeFact) {
  const { years, units, others, isBeforeReported } = fact
  const before = yearAt(answer, years.before)
  const now = yearAt(answer, years.now)
  if (!isBeforeReported) return `缺 ${before} 年，不作同比`
  if (units.length > 0) return ''
  const one = others.length === 1
  const reasons = new Set(others.map(({ why }) => why))
  if (reasons.size === 1 && reasons.has('unlike'))
    return `${before}、${now} 年的表样不同，“${item.label}”不可比，不作同比`
  if (reasons.size === 1 && reasons.has('otherExtent'))
    return `${before}、${now} 年间有区划调整（${changesOf(answer, fact)}），不作同比`
  if (reasons.size === 1 && reasons.has('untrusted'))
    return `${before}、${now} 年的数不平或不可判，按“只看可信”不作同比`
  return one
    ? `${before}、${now} 年有一年没有数，不作同比`
    : `没有一个单位在 ${before}、${now} 两年都有可比的数，不作同比`
}

/** Over whom a change is told, where that is not everyone. */
function scopeText(answer: MatrixAnswer, fact: ChangeFact): string {
  const { years, units, others } = fact
  const lead = `比 ${yearAt(answer, years.before)} 年`
  if (others.length === 0)
    return units.length === 1 ? lead : `${lead}（${units.length}/${units.length} 个单位可比）`
  const outside = namesOf(
    answer.units,
    others.map(({ unit }) => unit),
  )
  const changed = changesOf(answer, fact)
  const why = changed === '' ? '' : `；${changed}`
  return `${lead}，只比两年可比的 ${units.length}/${units.length + others.length} 个单位（不含 ${outside}${why}）：`
}

/** Which of the units that are not compared came to be, ceased or changed their area. */
function changesOf(answer: MatrixAnswer, { years, others }: ChangeFact): string {
  const units = others.flatMap(({ unit }) => answer.units[unit] ?? [])
  return unitChangesText(units, yearAt(answer, years.before), yearAt(answer, years.now))
}

function amountsText(item: Item, { before, now }: ChangeFact, year: number): string {
  if (before.value === now.value) return `持平（都是 ${amount(now.value, item)}）`
  const fromTo = `由 ${amount(before.value, item)}${now.value > before.value ? '增至' : '减至'} ${amount(now.value, item)}`
  if (before.value === 0) return `${fromTo}（${year} 年为 0，不计百分比）`
  if (isSmallBase(before.value)) return `${fromTo}（基数不足 20，不计百分比）`
  if (before.value < 0) return fromTo
  const difference = differenceOf(before.value, now.value)
  return `${fromTo}（${percentChange((100 * difference) / before.value)}）`
}

/** What is not 0 is never rounded to it. */
function percentChange(percent: number): string {
  if (Math.abs(percent) < 0.005) return '变化不到 0.01%'
  return `${signedText(percent, 2)}%`
}

function quotientsText(item: Item, { before, now }: ChangeFact): string {
  if (!isLarge(before) || !isLarge(now)) {
    const counts = [before, now].map(
      ({ numerator, denominator }) => `${exactText(numerator)}/${exactText(denominator)}`,
    )
    return `由 ${counts.join(' 到 ')}（分母不足 20，不比较${item.unit === '%' ? '百分点' : '比值'}）`
  }
  const difference = differenceOf(before.value, now.value)
  const rates = [before, now].map(({ numerator, denominator }) =>
    rate(numerator, denominator, item),
  )
  const [then = '', today = ''] = rates
  if (difference === 0) return `由 ${then}到 ${today}，持平`
  const [to, went] = difference > 0 ? ['升至', '上升'] : ['降至', '下降']
  return `由 ${then}${to} ${today}，${went} ${pointsText(Math.abs(difference), item)}`
}

/** What is not 0 is never rounded to it. */
function pointsText(points: number, { unit }: Item): string {
  const text = points < 0.005 ? '不到 0.01' : fixedText(points, 2)
  return `${text} ${unit === '%' ? '个百分点' : unit}`.trim()
}

function isLarge({ denominator }: SumFact): boolean {
  return denominator >= LEAST_DENOMINATOR
}

/** The year at a position. */
export function yearAt({ years }: MatrixAnswer, position: number): number {
  return years[position] ?? NaN
}
