import { PUBLISHED_ON, publicationYear } from '../publication'
import { requestRows } from '../tableThree'
import { figureStates, isAbsent, isNumber, outcomeOf, type Figures } from './figures'
import type { CheckOutcome } from './evaluateIdentity'
import type { ReportRule } from './reportRule'

const ABSENT = figureStates.indexOf('absent')
const NUMBER = figureStates.indexOf('value')
const UNREADABLE = figureStates.indexOf('unreadable')

const everywhere = { units: 'all', from: null } as const

/** `smaller ≤ larger`, both in one report; 不可判 where one has no number. */
function notBelow(values: Figures, larger: number, smaller: number): CheckOutcome | null {
  if (isAbsent(values, larger) || isAbsent(values, smaller)) return null
  const [high = NaN, low = NaN] = [values.values[larger], values.values[smaller]]
  if (Number.isNaN(high) || Number.isNaN(low)) return 'undecidable'
  return outcomeOf(high >= low)
}

/** Whether the one figure of a rule is 0; 不可判 where it is printed and has no number. */
function isZero(figures: Figures): CheckOutcome | null {
  if (isAbsent(figures, 0)) return null
  const [value = NaN] = figures.values
  return Number.isNaN(value) ? 'undecidable' : outcomeOf(value === 0)
}

/** T2-VALID: a document made this year is in force at its end, but for those that lapsed at once. */
function validRule(row: string, label: string): ReportRule {
  return {
    ...everywhere,
    id: `T2-VALID:${row}`,
    rule: 'T2-VALID',
    indicators: [`${row}.inForce`, `${row}.issued`],
    label,
    judge: (figures) => notBelow(figures, 0, 1),
  }
}

/** T2-2019-PUB: what is newly published was newly made, but for a backlog. */
function publishedRule(row: string, label: string): ReportRule {
  return {
    ...everywhere,
    id: `T2-2019-PUB:${row}`,
    rule: 'T2-2019-PUB',
    indicators: [`${row}.issued`, `${row}.newlyPublished`],
    label,
    judge: (figures) => notBelow(figures, 0, 1),
  }
}

const regulationColumns = ['issued', 'repealed', 'inForce', 'newlyPublished', 'publishedTotal']

/** T2-RULES: 规章 are made by provinces and cities with districts (立法法), so a county's row is 0. */
const regulationsRule: ReportRule = {
  id: 'T2-RULES',
  rule: 'T2-RULES',
  indicators: regulationColumns.map((column) => `regulations.${column}`),
  label: '',
  units: 'ofCounty',
  from: null,
  judge: ({ values, states }) => {
    const printed = values.filter((_, at) => states[at] !== ABSENT)
    if (printed.some((value) => value > 0 || value < 0)) return 'failed'
    if (printed.some(Number.isNaN)) return 'undecidable'
    return states.includes(NUMBER) ? 'passed' : null
  },
}

/** T4-2024: 行政复议法 (2023) art. 23(4), in force from 1 January 2024. */
const reviewFirstRule: ReportRule = {
  id: 'T4-2024',
  rule: 'T4-2024',
  indicators: ['litigation.direct.total'],
  label: '',
  units: 'all',
  from: 2024,
  judge: isZero,
}

const publicationRule: ReportRule = {
  ...everywhere,
  id: 'T3-N3',
  rule: 'T3-N3',
  indicators: ['requests.rejected.publication.total'],
  label: '',
  judge: isZero,
}

const withoutFlow = requestRows.filter((row) => row.key !== 'new' && row.key !== 'carriedIn')

/** T3-ZERO: without a request there is nothing to deal with; it follows from 收支平衡 and the sums. */
const nothingReceivedRule: ReportRule = {
  ...everywhere,
  id: 'T3-ZERO',
  rule: 'T3-ZERO',
  indicators: [
    'requests.new.total',
    'requests.carriedIn.total',
    ...withoutFlow.map(({ id }) => `${id}.total`),
  ],
  label: '',
  judge: ({ values, states }) => {
    const [fresh = NaN, carriedIn = NaN, ...rest] = values
    if (states[0] === ABSENT || states[1] === ABSENT || fresh > 0 || carriedIn > 0) return null
    if (Number.isNaN(fresh + carriedIn)) return 'undecidable'
    if (rest.some((value) => value > 0)) return 'failed'
    const isOpen = rest.some((value, at) => Number.isNaN(value) && states[at + 2] !== ABSENT)
    return isOpen ? 'undecidable' : 'passed'
  },
}

/**
 * T3-FEE: where someone did not pay, section 六 speaks of the fee. Judged by the stored figure: with
 * other figures of the prose but none of the fee, it was not mentioned.
 */
const feeMentionedRule: ReportRule = {
  ...everywhere,
  id: 'T3-FEE',
  rule: 'T3-FEE',
  indicators: [
    'requests.other.feeUnpaid.total',
    'prose.informationFee.amount',
    'prose.requests.received',
  ],
  label: '',
  judge: (figures) => {
    if (!isNumber(figures, 0) || figures.values[0] === 0) return null
    if (isNumber(figures, 1)) return 'passed'
    return isNumber(figures, 2) ? 'failed' : 'undecidable'
  },
}

/**
 * D-YEAR: the report of a year is made public in the next (《政府信息公开条例》第四十九条). Many lists do
 * not know the day, so a blank one is no matter; what cannot be read is 不可判.
 */
const publicationYearRule: ReportRule = {
  ...everywhere,
  id: 'D-YEAR',
  rule: 'D-YEAR',
  indicators: [PUBLISHED_ON],
  label: '',
  judge: ({ values, states }, year) => {
    if (states[0] === UNREADABLE) return 'undecidable'
    if (states[0] !== 0) return null
    return outcomeOf(publicationYear(values[0] as number) === year + 1)
  },
}

/** Rules on tables 二, 三 and 四 beside their sums, and on the day of publication. */
export const tableRules: readonly ReportRule[] = [
  nothingReceivedRule,
  feeMentionedRule,
  publicationRule,
  regulationsRule,
  validRule('regulations', '规章'),
  validRule('normativeDocuments', '行政规范性文件'),
  publishedRule('regulations', '规章'),
  publishedRule('normativeDocuments', '规范性文件'),
  reviewFirstRule,
  publicationYearRule,
]
