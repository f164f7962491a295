import type { Edition, Indicator } from './indicator'

/** What a row of table 三 belongs to: the flow of requests, or one way of dealing with them. */
export type RequestGroup =
  'flow' | 'granted' | 'partial' | 'denied' | 'unavailable' | 'rejected' | 'other' | 'processed'

/** A printed row of table 三. */
export interface RequestRow {
  /** Key of `labels` and of the form recogniser, e.g. `d3`. */
  readonly key: string
  /** Id of the row; with an applicant's id it is an indicator: `requests.denied.stateSecret.total`. */
  readonly id: string
  /** As printed, with its number. */
  readonly label: string
  readonly short: string
  /** The printed heading above the row, empty where there is none. */
  readonly heading: string
  readonly group: RequestGroup
  readonly editions: readonly Edition[]
  readonly note: string
}

/** A column of table 三. */
export interface Applicant {
  readonly id: string
  readonly label: string
  readonly short: string
}

/** The six kinds of applicant and their 总计, in printed order; there is no subtotal of organisations. */
export const applicants: readonly Applicant[] = [
  { id: 'naturalPerson', label: '自然人', short: '自然人' },
  { id: 'company', label: '商业企业', short: '商业企业' },
  { id: 'research', label: '科研机构', short: '科研机构' },
  { id: 'publicWelfare', label: '社会公益组织', short: '社会公益组织' },
  { id: 'legalService', label: '法律服务机构', short: '法律服务机构' },
  { id: 'otherOrganisation', label: '其他', short: '其他组织' },
  { id: 'total', label: '总计', short: '总计' },
]

const outcome = '三、本年度办理结果'
const denied = '（三）不予公开'
const unavailable = '（四）无法提供'
const rejected = '（五）不予处理'
const other = '（六）其他处理'

type PrintedRow = readonly [key: string, id: string, label: string, short: string]

function rows(
  group: RequestGroup,
  heading: string,
  printed: readonly PrintedRow[],
  editions: readonly Edition[] = ['2019', '2021'],
  note = '',
): RequestRow[] {
  return printed.map(([key, id, label, short]) => ({
    key,
    id: `requests.${id}`,
    label,
    short,
    heading,
    group,
    editions,
    note,
  }))
}

/**
 * Table 三 收到和处理政府信息公开申请情况, all rows of both editions in printed order. The 2021 edition
 * prints 25 of them (three rows of （六）), the 2019 edition 23 (one row （六）其他处理, which some later
 * reports keep).
 */
export const requestRows: readonly RequestRow[] = [
  ...rows('flow', '', [
    ['new', 'new', '一、本年新收政府信息公开申请数量', '本年新收'],
    ['carriedIn', 'carriedIn', '二、上年结转政府信息公开申请数量', '上年结转'],
  ]),
  ...rows('granted', outcome, [['granted', 'granted', '（一）予以公开', '予以公开']]),
  ...rows('partial', outcome, [
    ['partial', 'partial', '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', '部分公开'],
  ]),
  ...rows('denied', denied, [
    ['d1', 'denied.stateSecret', '1.属于国家秘密', '国家秘密'],
    ['d2', 'denied.prohibitedByLaw', '2.其他法律行政法规禁止公开', '法律行政法规禁止公开'],
    ['d3', 'denied.safetyAndStability', '3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['d4', 'denied.thirdParty', '4.保护第三方合法权益', '第三方合法权益'],
    ['d5', 'denied.internalAffairs', '5.属于三类内部事务信息', '内部事务信息'],
    ['d6', 'denied.deliberative', '6.属于四类过程性信息', '过程性信息'],
    ['d7', 'denied.enforcementFile', '7.属于行政执法案卷', '行政执法案卷'],
    ['d8', 'denied.inquiry', '8.属于行政查询事项', '行政查询事项'],
  ]),
  ...rows('unavailable', unavailable, [
    ['u1', 'unavailable.notHeld', '1.本机关不掌握相关政府信息', '本机关不掌握'],
    ['u2', 'unavailable.notReady', '2.没有现成信息需要另行制作', '需要另行制作'],
    ['u3', 'unavailable.unclear', '3.补正后申请内容仍不明确', '补正后仍不明确'],
  ]),
  ...rows('rejected', rejected, [
    ['n1', 'rejected.petition', '1.信访举报投诉类申请', '信访举报投诉'],
    ['n2', 'rejected.repeated', '2.重复申请', '重复申请'],
    ['n3', 'rejected.publication', '3.要求提供公开出版物', '公开出版物'],
    ['n4', 'rejected.excessive', '4.无正当理由大量反复申请', '大量反复申请'],
    ['n5', 'rejected.confirmation', '5.要求行政机关确认或重新出具已获取信息', '确认或重新出具'],
  ]),
  ...rows(
    'other',
    other,
    [
      [
        'o1',
        'other.notCorrected',
        '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
        '逾期不补正',
      ],
      [
        'o2',
        'other.feeUnpaid',
        '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        '逾期不缴费',
      ],
      ['o3', 'other.rest', '3.其他', '其他处理其他情形'],
    ],
    ['2021'],
  ),
  ...rows(
    'other',
    outcome,
    [['otherSingle', 'other.all', '（六）其他处理', '其他处理']],
    ['2019', '2021'],
    '2019 表样和以后的部分年报只列这一行；列了三个分项的，为三项之和，两者不相加',
  ),
  ...rows(
    'processed',
    outcome,
    [['total', 'processed', '（七）总计', '办理结果总计']],
    ['2019', '2021'],
    '等于予以公开、部分公开、不予公开、无法提供、不予处理、其他处理之和',
  ),
  ...rows('flow', '', [['carriedOut', 'carriedOut', '四、结转下年度继续办理', '结转下年']]),
]

/** One way of dealing with requests, with the rows that make it up. */
export interface OutcomeGroup {
  readonly id: Exclude<RequestGroup, 'flow' | 'processed'>
  readonly label: string
  /** The detailed rows in printed order; for `other` the three rows of the 2021 edition. */
  readonly rows: readonly RequestRow[]
  /** The single row that some reports print instead of the detailed ones; never added to them. */
  readonly single: RequestRow | null
}

const outcomeLabels: readonly (readonly [OutcomeGroup['id'], string])[] = [
  ['granted', '予以公开'],
  ['partial', '部分公开'],
  ['denied', '不予公开'],
  ['unavailable', '无法提供'],
  ['rejected', '不予处理'],
  ['other', '其他处理'],
]

/** The six ways of dealing with requests, in printed order; together they are （七）总计. */
export const outcomeGroups: readonly OutcomeGroup[] = outcomeLabels.map(([id, label]) => ({
  id,
  label,
  rows: requestRows.filter((row) => row.group === id && row.key !== 'otherSingle'),
  single: requestRows.find((row) => row.group === id && row.key === 'otherSingle') ?? null,
}))

/** Id of the indicator in a row and a column of table 三. */
export function requestIndicator(row: RequestRow, applicant: Applicant): string {
  return `${row.id}.${applicant.id}`
}

/** The indicators of table 三, row by row. */
export function tableThreeIndicators(): Indicator[] {
  return requestRows.flatMap((row) =>
    applicants.map((applicant) => ({
      id: requestIndicator(row, applicant),
      editions: row.editions,
      table: '3' as const,
      group: row.heading,
      rowLabel: row.label,
      columnLabel: applicant.label,
      unit: '件',
      kind: 'count' as const,
      note: row.note,
    })),
  )
}
