import { roundedNotToZero } from '@/analysis/decimal'
import type { MatrixAnswer } from '@/analysis/answer'
import { answerCell } from '@/analysis/answerCell'
import { notComparable } from '@/analysis/comparableChange'
import { sumFact } from '@/analysis/conclusionFacts'
import { bearingOf, type Bearing, type Circle } from '@/analysis/profile'
import { describeItem, type Item } from '@/domain/item'
import { checkReason, stateReason } from '../answers'
import { exactText } from '../numbers'
import { changeClause, yearAt } from './changeClause'
import { refer } from './cityConclusion'
import {
  amount,
  LEAST_DENOMINATOR,
  namesOf,
  quotient,
  rate,
  type Clause,
  type Conclusion,
} from './conclusion'

/**
 * What is to be said of an item of one unit (by position): its figure, its change from the year before,
 * the median of the units beside it, and its rank, or the ranks that it cannot be told apart within.
 */
export function unitConclusion(
  answer: MatrixAnswer,
  id: string,
  unit: number,
  year: number,
  circle: Circle | null,
): Conclusion {
  const item = describeItem(id)
  const cell = answerCell(answer, id, unit, year)
  const shown = yearAt(answer, year)
  const own = (text: string, years: readonly number[]): Clause => ({
    text,
    reference: refer(answer, id, [unit], years),
  })
  const lead = `${shown} 年${item.label}`
  if (cell.state !== 'value') {
    const style = {
      kind: item.isRatio ? ('percent' as const) : ('number' as const),
      measureUnit: item.unit,
    }
    const text = `${lead}没有数（${stateReason(cell.state, style)}），不作结论`
    return { key: id, clauses: [own(text, [shown])] }
  }
  const figure = item.isRatio
    ? rate(cell.numerator, cell.denominator, item)
    : amount(cell.value, item)
  const doubts = [checkReason(cell.check), cell.approximate ? '约数' : ''].filter(
    (text) => text !== '',
  )
  const doubt = doubts.length === 0 ? '' : `（存疑，${doubts.join('；')}）`
  return {
    key: id,
    clauses: [
      own(`${lead} ${figure}${doubt}`, [shown]),
      own(ownChange(answer, item, unit, year), [shown - 1, shown]),
      ...(circle === null ? [] : circleClauses(answer, item, unit, year, circle)),
    ],
  }
}

function ownChange(answer: MatrixAnswer, item: Item, unit: number, year: number): string {
  const last = yearAt(answer, year) - 1
  const before = answer.years.indexOf(last)
  if (before < 0) return `缺 ${last} 年，不作同比`
  const years = { before, now: year }
  const why = notComparable(answer, item.id, unit, years)
  const units = why === null ? [unit] : []
  return changeClause(answer, item, {
    years,
    units,
    others: why === null ? [] : [{ unit, why }],
    isBeforeReported: answer.editions[unit * answer.years.length + before] !== 0,
    before: sumFact(answer, item.id, units, before),
    now: sumFact(answer, item.id, units, year),
  })
}

function circleClauses(
  answer: MatrixAnswer,
  item: Item,
  unit: number,
  year: number,
  circle: Circle,
): readonly Clause[] {
  const bearing = bearingOf(answer, item.id, unit, year, circle)
  const years = [yearAt(answer, year)]
  const reference = refer(answer, item.id, circle.units, years)
  const counted = `${bearing.n}/${bearing.of} 个单位有数`
  if (bearing.n < 2)
    return [{ text: `${circle.name}没有别的单位有数（${counted}），不作比较`, reference }]
  const middle = item.isRatio
    ? quotient(bearing.median, item)
    : amount(roundedNotToZero(bearing.median, 2), item)
  const facts = sumFact(
    answer,
    item.id,
    circle.units.filter((other) => hasNumber(answer, item, other, year)),
    year,
  )
  const doubtful = [...facts.failed, ...facts.undecidable]
  const doubt =
    doubtful.length === 0 ? '' : `（存疑：${namesOf(answer.units, doubtful)}的数不平或不可判）`
  return [
    { text: `${circle.medianName} ${middle}（${counted}）`, reference },
    { text: rankText(answer, item, unit, year, bearing, circle) + doubt, reference },
  ]
}

function rankText(
  answer: MatrixAnswer,
  item: Item,
  unit: number,
  year: number,
  { standing, ranked }: Bearing,
  circle: Circle,
): string {
  const least = item.minimumDenominator ?? LEAST_DENOMINATOR
  if (standing.kind === 'small') return `分母不足 ${least}，不排名`
  if (standing.kind !== 'ranked' || ranked < 2) return '可排名的单位不足两个，不排名'
  const among = `${circle.name} ${ranked} 个可排名的单位`
  const lead = `在${among}中由大到小居第`
  if (standing.range) {
    const [best, worst] = standing.range
    if (best === 1 && worst === ranked) return `与${among}中的其他各家都分不出先后，不排名`
    return best === worst ? `${lead} ${best} 位` : `${lead} ${best}–${worst} 位，其间分不出先后`
  }
  const own = answerCell(answer, item.id, unit, year).value
  const alike = circle.units.filter(
    (other) => answerCell(answer, item.id, other, year).value === own,
  ).length
  if (alike === ranked) return `${among}都是这个数，不分先后`
  return alike > 1
    ? `${lead} ${standing.rank} 位（并列，${exactText(alike)} 个同数）`
    : `${lead} ${standing.rank} 位`
}

function hasNumber(answer: MatrixAnswer, item: Item, unit: number, year: number): boolean {
  return answerCell(answer, item.id, unit, year).state === 'value'
}
