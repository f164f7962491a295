import type { Indicator } from './indicator'

/** A block of table 四: the road a dispute took. */
export interface Channel {
  readonly id: string
  readonly label: string
  readonly short: string
}

/** A column of table 四: how the cases of a channel ended. */
export interface CaseResult {
  readonly id: string
  readonly label: string
  readonly short: string
}

/** The channels of table 四 in printed order. */
export const channels: readonly Channel[] = [
  { id: 'review', label: '行政复议', short: '行政复议' },
  { id: 'litigation.direct', label: '行政诉讼·未经复议直接起诉', short: '直接诉讼' },
  { id: 'litigation.afterReview', label: '行政诉讼·复议后起诉', short: '复议后诉讼' },
]

/** The results of table 四 in printed order. */
export const caseResults: readonly CaseResult[] = [
  { id: 'upheld', label: '结果维持', short: '结果维持' },
  { id: 'corrected', label: '结果纠正', short: '结果纠正' },
  { id: 'other', label: '其他结果', short: '其他结果' },
  { id: 'pending', label: '尚未审结', short: '尚未审结' },
  { id: 'total', label: '总计', short: '总计' },
]

/** Id of the indicator in a channel and a column of table 四. */
export function caseIndicator(channel: Channel, result: CaseResult): string {
  return `${channel.id}.${result.id}`
}

/** The indicators of table 四, the same in both editions, channel by channel. */
export function tableFourIndicators(): Indicator[] {
  return channels.flatMap((channel) =>
    caseResults.map((result) => ({
      id: caseIndicator(channel, result),
      editions: ['2019', '2021'] as const,
      table: '4' as const,
      group: channel.label,
      rowLabel: channel.label,
      columnLabel: result.label,
      unit: '件',
      kind: 'count' as const,
      note: '',
    })),
  )
}
