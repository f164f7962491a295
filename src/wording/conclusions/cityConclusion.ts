import type { MatrixAnswer } from '@/analysis/answer'
import type { YearPair } from '@/analysis/comparableChange'
import {
  addsUp,
  changeFact,
  contributorFact,
  totalFact,
  type ContributorFact,
  type TotalFact,
} from '@/analysis/conclusionFacts'
import { directionWithout } from '@/analysis/leaveOneOut'
import { describeItem, type Item } from '@/domain/item'
import { directionWords } from '../robustness'
import { changeClause, yearAt } from './changeClause'
import { amount, doubtText, namesOf, rate, type Clause, type Conclusion } from './conclusion'

/**
 * What is to be said of an item over all units of an answer: its total with n/N, how it changed over the
 * units that compare, and who moved it most. Null for what does not add up. `before` null: no year to
 * compare with was asked for, so no change is spoken of.
 */
export function cityConclusion(
  answer: MatrixAnswer,
  id: string,
  years: Omit<YearPair, 'before'> & { readonly before: number | null },
): Conclusion | null {
  if (!addsUp(id) || answer.units.length === 0) return null
  const item = describeItem(id)
  const total = totalFact(answer, id, years.now)
  const clauses: Clause[] = [totalClause(answer, item, total)]
  if (total.sum.units.length > 0 && years.before !== null) {
    const change = changeFact(answer, id, { before: years.before, now: years.now })
    const both = [yearAt(answer, years.before), yearAt(answer, years.now)]
    const text = changeClause(answer, item, change)
    const whose = change.units.length > 0 ? change.units : everyone(answer)
    clauses.push({ text, reference: refer(answer, id, whose, both) })
    const hangs = hangingClause(answer, id, { before: years.before, now: years.now }, change.units)
    if (hangs) clauses.push(hangs)
    const most = contributorFact(answer, id, change)
    if (most) {
      const doubts = doubtText(answer.units, [
        within(change.before, most.units),
        within(change.now, most.units),
      ])
      clauses.push({
        text: contributorText(answer, item, most) + doubts,
        reference: refer(answer, id, most.units, both),
      })
    }
  }
  return { key: id, clauses }
}

/** Whose number alone decides which way the total went; null where nobody's does. */
function hangingClause(
  answer: MatrixAnswer,
  id: string,
  years: YearPair,
  units: readonly number[],
): Clause | null {
  const { conclusion, flips } = directionWithout(answer, id, years, units)
  if (flips.length === 0 || conclusion === 'none') return null
  const word = directionWords[conclusion]
  const deciding = flips.map(({ unit }) => unit)
  const any = flips.length > 1 ? '中任何一个' : ''
  return {
    text: `“${word}”不稳：去掉 ${namesOf(answer.units, deciding)}${any}，就不是${word}`,
    reference: refer(answer, id, deciding, [
      yearAt(answer, years.before),
      yearAt(answer, years.now),
    ]),
  }
}

function totalClause(answer: MatrixAnswer, item: Item, total: TotalFact): Clause {
  const { sum, missing, untrusted } = total
  const year = yearAt(answer, total.year)
  const lead = `${year} 年${item.label}`
  const of = sum.units.length + missing.length + untrusted.length
  if (sum.units.length === 0) {
    const why = untrusted.length > 0 ? '只有不平或不可判的数，按“只看可信”不计' : '都没有数'
    return {
      text: `${lead}：应有的 ${of} 个单位${why}，不作结论`,
      reference: refer(answer, item.id, everyone(answer), [year]),
    }
  }
  const lacks = missing.length > 0 ? `，缺 ${namesOf(answer.units, missing)}` : ''
  const omits = untrusted.length > 0 ? `，不平或不可判未计 ${namesOf(answer.units, untrusted)}` : ''
  const who = `${sum.units.length}/${of} 个单位有数${lacks}${omits}`
  const told = item.isRatio
    ? `${lead} ${rate(sum.numerator, sum.denominator, item, who)}`
    : `${sumLead(lead)} ${amount(sum.value, item)}（${who}）`
  return {
    text: `${told}${doubtText(answer.units, [sum])}`,
    reference: refer(answer, item.id, sum.units, [year]),
  }
}

/** Of a figure that is a total itself, one word for it is enough. */
function sumLead(lead: string): string {
  return `${lead.replace(/(?:·?总计)+$/u, '')}合计`
}

function contributorText(
  answer: MatrixAnswer,
  item: Item,
  { units, before, now, difference }: ContributorFact,
): string {
  const word = difference > 0 ? '增加' : '减少'
  const by = amount(Math.abs(difference), item)
  const names = namesOf(answer.units, units)
  const [then, today] = [before[0], now[0]]
  if (units.length > 1 || then === undefined || today === undefined)
    return `${word}最多的并列：${names}，各${word} ${by}`
  return `${word}最多的是${names}：由 ${amount(then, item)}${word === '增加' ? '增至' : '减至'} ${amount(today, item)}，${word} ${by}`
}

function within(
  fact: Parameters<typeof doubtText>[1][number],
  units: readonly number[],
): Parameters<typeof doubtText>[1][number] {
  const isIn = (unit: number) => units.includes(unit)
  return {
    failed: fact.failed.filter(isIn),
    undecidable: fact.undecidable.filter(isIn),
    approximate: fact.approximate.filter(isIn),
  }
}

function everyone({ units, leftOut }: MatrixAnswer): readonly number[] {
  return [...units.keys()].filter((unit) => !leftOut.includes(unit))
}

/** The numbers behind a clause, units by position. */
export function refer(
  answer: MatrixAnswer,
  item: string,
  units: readonly number[],
  years: readonly number[],
): Clause['reference'] {
  return { item, units: units.flatMap((unit) => answer.units[unit]?.id ?? []), years }
}
