import type { Edition } from '../indicator'
import { applicants } from '../tableThree'
import type { RuleId } from './rules'

/** A figure of this year's or last year's report, added or taken away. */
export interface LinkTerm {
  readonly indicator: string
  readonly of: 'thisYear' | 'lastYear'
  readonly sign: 1 | -1
}

/** This year's figure and what last year's report makes of it: `figure = Σ terms`. */
export interface YearLink {
  /** Rule and what it is applied to, e.g. `Y-CARRY:total`. */
  readonly id: string
  readonly rule: RuleId
  readonly figure: string
  readonly terms: readonly LinkTerm[]
  /** Both reports must be of this edition; null: any two editions chain. */
  readonly edition: Edition | null
  readonly label: string
}

const lastYear = (indicator: string): LinkTerm => ({ indicator, of: 'lastYear', sign: 1 })
const thisYear = (indicator: string, sign: 1 | -1): LinkTerm => ({
  indicator,
  of: 'thisYear',
  sign,
})

function carryLinks(): YearLink[] {
  return applicants.map(({ id, label }) => ({
    id: `Y-CARRY:${id}`,
    rule: 'Y-CARRY',
    figure: `requests.carriedIn.${id}`,
    terms: [lastYear(`requests.carriedOut.${id}`)],
    edition: null,
    label,
  }))
}

/** Only within the 2021 edition: 对外公开总数量 of the 2019 edition is no 现行有效件数. */
function stockLink(rule: 'Y-STOCK-R' | 'Y-STOCK-N', row: string, label: string): YearLink {
  return {
    id: rule,
    rule,
    figure: `${row}.inForce`,
    terms: [
      lastYear(`${row}.inForce`),
      thisYear(`${row}.issued`, 1),
      thisYear(`${row}.repealed`, -1),
    ],
    edition: '2021',
    label,
  }
}

function itemLink(row: string, label: string): YearLink {
  return {
    id: `T2-2019-DELTA:${row}`,
    rule: 'T2-2019-DELTA',
    figure: `${row}.itemsPreviousYear`,
    terms: [lastYear(`${row}.itemsPreviousYear`), lastYear(`${row}.itemsChange`)],
    edition: '2019',
    label,
  }
}

/**
 * Sums that join two consecutive reports of one unit and one scope. Table 四 is never chained: it
 * has no column for cases carried in (its note 含上年度结转数量).
 */
export const yearLinks: readonly YearLink[] = [
  ...carryLinks(),
  stockLink('Y-STOCK-R', 'regulations', '规章'),
  stockLink('Y-STOCK-N', 'normativeDocuments', '行政规范性文件'),
  itemLink('licensing', '行政许可'),
  itemLink('otherServices', '其他对外管理服务事项'),
  itemLink('penalties', '行政处罚'),
  itemLink('coercion', '行政强制'),
  itemLink('fees', '行政事业性收费'),
]

/** What a link joins, each of its year: the figure first, then the terms. */
export function linkOperands(link: YearLink): readonly Pick<LinkTerm, 'indicator' | 'of'>[] {
  return [{ indicator: link.figure, of: 'thisYear' }, ...link.terms]
}

/** Every indicator of a link, the figure first. */
export function indicatorsOf(link: YearLink): string[] {
  return linkOperands(link).map(({ indicator }) => indicator)
}
