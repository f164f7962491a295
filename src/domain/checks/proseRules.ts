import { isAbsent, isNumber, outcomeOf, type Figures } from './figures'
import type { ReportRule } from './reportRule'

const everywhere = { units: 'all', from: null } as const

/** What a number of requests told in prose may mean. */
export type ReceivedReading = 'new' | 'newAndCarriedIn' | 'processed'

const received = 'prose.requests.received'
const tableFigures = [
  'requests.new.total',
  'requests.carriedIn.total',
  'requests.processed.total',
] as const

/**
 * P-NEW: which of the three admissible readings of 收到 N 件 the table bears out: 本年新收 (淮安市
 * 2024), 新收加结转 (宿迁市 2023), 办理结果总计. Empty when none does.
 *
 * @param figures received, 本年新收, 上年结转, 办理结果总计
 */
export function matchedReadings({ values }: Figures): readonly ReceivedReading[] {
  const [said = NaN, fresh = NaN, carriedIn = NaN, processed = NaN] = values
  const matched: ReceivedReading[] = []
  if (said === fresh) matched.push('new')
  if (said === fresh + carriedIn) matched.push('newAndCarriedIn')
  if (said === processed) matched.push('processed')
  return matched
}

/** Whether a number is one of the three readings of the table; NaN is none. */
function isReading({ values }: Figures, number: number): boolean {
  const sum = (values[1] as number) + (values[2] as number)
  return number === values[1] || number === sum || number === values[3]
}

/** Whether the table has the figures of all three readings. */
function hasAllReadings({ values }: Figures): boolean {
  return !Number.isNaN((values[1] as number) + (values[2] as number) + (values[3] as number))
}

const receivedRule: ReportRule = {
  ...everywhere,
  id: 'P-NEW',
  rule: 'P-NEW',
  indicators: [received, ...tableFigures],
  label: '',
  judge: (figures) => {
    if (!isNumber(figures, 0)) return null
    if (isReading(figures, figures.values[0] as number)) return 'passed'
    return hasAllReadings(figures) ? 'failed' : 'undecidable'
  },
}

const channels = ['online', 'letter', 'inPerson', 'fax'].map(
  (channel) => `prose.requests.${channel}`,
)

/** Sum of the channels that the prose names, and how many it names. */
function channelSum(figures: Figures): { sum: number; named: number } {
  let sum = 0
  let named = 0
  for (let at = 1 + tableFigures.length; at < figures.values.length; at++) {
    if (!isNumber(figures, at)) continue
    sum += figures.values[at] as number
    named++
  }
  return { sum, named }
}

/**
 * P-CHANNEL: the channels sum to the requests received. Prose names only the channels that were used
 * (汉阴县 2023: 21 online and 9 letters are its 30), so fewer than all with too small a sum is 不可判.
 */
const channelRule: ReportRule = {
  ...everywhere,
  id: 'P-CHANNEL',
  rule: 'P-CHANNEL',
  indicators: [received, ...tableFigures, ...channels],
  // The table is held against the number received by P-NEW.
  inDoubt: [received, ...channels],
  label: '',
  judge: (figures) => {
    const { sum, named } = channelSum(figures)
    if (named === 0) return null
    if (sum === figures.values[0] || isReading(figures, sum)) return 'passed'
    const [said = NaN, fresh = NaN, carriedIn = NaN, processed = NaN] = figures.values
    const known = [said, fresh, fresh + carriedIn, processed].filter((each) => !Number.isNaN(each))
    if (known.length === 0) return 'undecidable'
    const isShort = named < channels.length && sum < Math.max(...known)
    return isShort ? 'undecidable' : 'failed'
  },
}

/** P-FEE: by item or by page, a fee is a multiple of 10 元 (国办函〔2020〕109号). */
const feeRule: ReportRule = {
  ...everywhere,
  id: 'P-FEE',
  rule: 'P-FEE',
  indicators: ['prose.informationFee.amount'],
  label: '',
  judge: (figures) => {
    if (isAbsent(figures, 0)) return null
    const amount = figures.values[0] ?? NaN
    return Number.isNaN(amount) ? 'undecidable' : outcomeOf(amount >= 0 && amount % 10 === 0)
  },
}

/** Figures of the prose against the tables and the tariff, within one report. */
export const proseRules: readonly ReportRule[] = [receivedRule, channelRule, feeRule]
