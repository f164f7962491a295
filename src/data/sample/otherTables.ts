import type { Edition } from '@/domain/indicator'
import type { Random } from './random'

/** Levels that a report hands on to the next year's. */
export interface Levels {
  readonly normsInForce: number
  readonly normsPublished: number
  readonly licensingItems: number
  readonly otherServiceItems: number
  readonly penaltyItems: number
  readonly coercionItems: number
  readonly feeItems: number
}

/** What a county is like: how much it does, and how that moves from year to year. */
export interface Character {
  /** 1 is a county of middling size. */
  readonly size: number
  /** Factor a year. */
  readonly growth: number
  /** 万元 in a middling year. */
  readonly fees: number
}

/** Levels before the first year. */
export function firstLevels(random: Random, { size }: Character): Levels {
  return {
    normsInForce: random.between(30, 160),
    normsPublished: random.between(40, 300),
    licensingItems: random.around(260 * Math.sqrt(size)),
    otherServiceItems: random.around(420 * Math.sqrt(size)),
    penaltyItems: random.around(900 * Math.sqrt(size)),
    coercionItems: random.around(110 * Math.sqrt(size)),
    feeItems: random.between(18, 45),
  }
}

/**
 * Fills table 二 of an edition. 规章 is 0: counties cannot make any. Stocks follow their flows, and
 * 上一年项目数量 is what the year before left. `activity` scales the decisions of the year.
 */
export function fillTableTwo(
  figures: Map<string, number>,
  random: Random,
  edition: Edition,
  { character, activity, levels }: { character: Character; activity: number; levels: Levels },
): Levels {
  const { size } = character
  const issued = random.around(7 + 3 * size)
  figures.set('regulations.issued', 0)
  figures.set('normativeDocuments.issued', issued)
  figures.set('licensing.decisions', random.around(16_000 * size * activity))
  figures.set('penalties.decisions', random.around(5_200 * size * activity))
  figures.set('coercion.decisions', random.around(160 * size * activity))
  if (edition === '2021') {
    const fees = character.fees * size * activity * (0.8 + 0.4 * random.next())
    const inForce = fillValidNorms(figures, random, levels.normsInForce, issued)
    figures.set('fees.amount', tenThousands(fees, random.between(2, 6)))
    return { ...levels, normsInForce: inForce, normsPublished: levels.normsPublished + issued }
  }
  return fillItems(figures, random, { size: size * activity, levels, issued })
}

/** Table 四: in each of the three groups the four results sum to 总计. */
export function fillTableFour(
  figures: Map<string, number>,
  random: Random,
  year: number,
  received: number,
): void {
  // 行政复议法 art. 23(4), in force from 2024: a refusal goes to reconsideration before it goes to court.
  const reviewFirst = year >= 2024
  const groups: readonly (readonly [string, number])[] = [
    ['review', received * (reviewFirst ? 0.16 : 0.07)],
    ['litigation.direct', received * (reviewFirst ? 0.01 : 0.04)],
    ['litigation.afterReview', received * 0.02],
  ]
  for (const [group, mean] of groups) {
    const total = random.around(mean)
    for (const [result, count] of random.share(total, results))
      figures.set(`${group}.${result}`, count)
    figures.set(`${group}.total`, total)
  }
}

/** Figures of the running text; the applications agree with table 三. */
export function fillProse(
  figures: Map<string, number>,
  random: Random,
  size: number,
  received: number,
): void {
  const wechatIssues = random.between(180, 365)
  figures.set('prose.published.website', random.around(5_000 * size))
  figures.set('prose.published.wechatIssues', wechatIssues)
  figures.set('prose.published.wechat', wechatIssues * random.between(3, 6))
  figures.set('prose.published.weibo', random.around(900 * size))
  figures.set('prose.interpretation.documents', random.between(20, 180))
  figures.set('prose.requests.received', received)
  for (const [channel, count] of random.share(received, channels)) {
    figures.set(`prose.requests.${channel}`, count)
  }
  figures.set('prose.supervision.training', random.between(1, 12))
  // 国办函〔2020〕109号: fees come in multiples of 10 元, and most counties take none.
  figures.set('prose.informationFee.amount', random.next() < 0.8 ? 0 : 10 * random.between(1, 150))
}

const results = new Map([
  ['upheld', 55],
  ['corrected', 14],
  ['other', 22],
  ['pending', 9],
])
const channels = new Map([
  ['online', 66],
  ['letter', 24],
  ['inPerson', 9],
  ['fax', 1],
])

function fillValidNorms(
  figures: Map<string, number>,
  random: Random,
  before: number,
  issued: number,
): number {
  const repealed = Math.min(random.around(6), before)
  const inForce = before + issued - repealed
  figures.set('regulations.repealed', 0)
  figures.set('regulations.inForce', 0)
  figures.set('normativeDocuments.repealed', repealed)
  figures.set('normativeDocuments.inForce', inForce)
  return inForce
}

/** The columns that only the 2019 form has. */
function fillItems(
  figures: Map<string, number>,
  random: Random,
  { size, levels, issued }: { size: number; levels: Levels; issued: number },
): Levels {
  const published = levels.normsPublished + issued
  figures.set('regulations.newlyPublished', 0)
  figures.set('regulations.publishedTotal', 0)
  figures.set('normativeDocuments.newlyPublished', issued)
  figures.set('normativeDocuments.publishedTotal', published)
  figures.set('otherServices.decisions', random.around(9_000 * size))
  figures.set('procurement.items', random.around(140 * size))
  figures.set('procurement.amount', tenThousands(21_000 * size * (0.7 + random.next()), 6))

  function move(row: string, before: number): number {
    const change = random.between(-Math.min(before, 12), 30)
    figures.set(`${row}.itemsPreviousYear`, before)
    figures.set(`${row}.itemsChange`, change)
    return before + change
  }
  return {
    normsInForce: levels.normsInForce,
    normsPublished: published,
    licensingItems: move('licensing', levels.licensingItems),
    otherServiceItems: move('otherServices', levels.otherServiceItems),
    penaltyItems: move('penalties', levels.penaltyItems),
    coercionItems: move('coercion', levels.coercionItems),
    feeItems: move('fees', levels.feeItems),
  }
}

/** 万元 with at most this many decimals, as the nearest number that prints so. */
function tenThousands(amount: number, decimals: number): number {
  return Number(amount.toFixed(decimals))
}
