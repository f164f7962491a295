import { auxiliaryName, populations } from './auxiliary'
import type { Measure, Sum } from './measure'

/** What is counted: an indicator, or a measure that is a sum of counts. */
export interface Counted {
  readonly label: string
  readonly unit: string
  readonly numerator: Sum
}

const PER_PEOPLE = 'per10k:'

/** The id of an item per 10,000 people of a population: `per10k:常住人口:requests.new.total`. */
export function perPeopleOf(item: string, population: string): string {
  return `${PER_PEOPLE}${auxiliaryName(population)}:${item}`
}

/**
 * The measure behind such an id; `undefined` for any other id, and for items that are no counts, of
 * which `counted` gives none. The total of several units is all that is counted by all people.
 */
export function perPeopleById(
  id: string,
  counted: (item: string) => Counted | undefined,
): Measure | undefined {
  if (!id.startsWith(PER_PEOPLE)) return undefined
  const rest = id.slice(PER_PEOPLE.length)
  const end = rest.indexOf(':')
  const population = populations.find((each) => auxiliaryName(each) === rest.slice(0, end))
  const of = population === undefined ? undefined : counted(rest.slice(end + 1))
  if (population === undefined || of === undefined) return undefined
  const { label, unit, numerator } = of
  const name = auxiliaryName(population)
  return {
    id,
    label: `每万人${label}（按${name}）`,
    unit: `${unit}/万人`,
    numerator,
    denominator: [{ factor: 1, of: { kind: 'indicator', id: population } }],
    scale: 10_000,
    hasTotal: true,
    minimumDenominator: null,
    variantOf: null,
    direction: null,
    formula: `${label} ÷ ${name} × 10000`,
    note: `合计按各单位之和 ÷ ${name}之和；没有${name}的单位不可计算`,
  }
}
