import type { TableReading } from '@/domain/checks/textClaim'
import type { TextRuleId } from '@/domain/checks/textRules'
import type { OutcomeGroup } from '@/domain/tableThree'
import type { CountedPhrase } from './countedPhrases'
import { isOfOtherYear } from './figureRules'
import { applicantReadings, organisations, outcomeReadings } from './tableReadings'

/** How a counted phrase tells that it speaks of cells of the tables. */
interface ClaimRule {
  readonly rule: TextRuleId
  /** What is counted, for the finding: 行政复议. */
  readonly label: string
  /** What the words right before the number must say. */
  readonly near: RegExp
  /** What the words right behind it may say instead. */
  readonly after?: RegExp
  /** What the words since the number before must not say. */
  readonly not: RegExp
  /** What the sentence up to the number must say, outside the section that is about nothing else. */
  readonly context?: RegExp
  readonly section?: number
  readonly readings: readonly TableReading[]
}

const REQUESTS = /申请|信息公开/u
/** 被申请人 is the other side of any 复议. */
const DISPUTES = /依申请|公开申请|信息公开/u
const ENDS = /维持|纠正|纠错|撤销|审结|办结|胜诉|败诉|驳回|其他结果/u
const PUBLISHED = /公示|公开|信用|平台|网站|归集|目录|清单|事项|标准/u
const ELSEWHERE = /复议|诉讼|建议|提案|留言|信箱|热线|咨询|上年|去年/u

/** 结转下年度, 转下一年度, 顺延到2024年. */
const CARRIED =
  '结转(?:至|到|入)?(?:下|次|20\\d\\d)|(?:转|顺延)(?:至|到|入)?(?:下(?:一)?年|20\\d\\d年)'

const cell = (label: string, ...indicators: readonly string[]): TableReading => ({
  label,
  indicators,
})

const ways: readonly (readonly [RegExp, OutcomeGroup['id'], string])[] = [
  [/(?:予以|同意|全部)公开/u, 'granted', '予以公开'],
  [/部分公开/u, 'partial', '部分公开'],
  [/不予?公开/u, 'denied', '不予公开'],
  [/无法提供/u, 'unavailable', '无法提供'],
  [/不予处理/u, 'rejected', '不予处理'],
  [/其[他它]处理/u, 'other', '其他处理'],
]

const table4 = { context: DISPUTES, section: 4 } as const
const table3 = { context: REQUESTS, section: 3 } as const
const table2 = { section: 2 } as const

/** In order: the first rule that fits decides. Wordings are those of published reports. */
const rules: readonly ClaimRule[] = [
  {
    rule: 'P-LIT',
    label: '未经复议直接起诉',
    near: /(?:直接|未经复议).{0,8}(?:起诉|诉讼)/u,
    not: ENDS,
    readings: [cell('直接诉讼总计', 'litigation.direct.total')],
    ...table4,
  },
  {
    rule: 'P-LIT',
    label: '复议后起诉',
    near: /复议后.{0,8}(?:起诉|诉讼)/u,
    not: ENDS,
    readings: [cell('复议后诉讼总计', 'litigation.afterReview.total')],
    ...table4,
  },
  {
    rule: 'P-LIT',
    label: '行政诉讼',
    near: /(?:行政)?(?:诉讼|应诉)(?:案件?)?.{0,6}$/u,
    not: new RegExp(`${ENDS.source}|复议.{0,3}(?:诉讼|应诉)`, 'u'),
    readings: [cell('两类诉讼总计之和', 'litigation.direct.total', 'litigation.afterReview.total')],
    ...table4,
  },
  {
    rule: 'P-REVIEW',
    label: '行政复议',
    near: /行政复议(?:申请|案件?)?.{0,6}$/u,
    not: new RegExp(`${ENDS.source}|诉讼|应诉|起诉`, 'u'),
    readings: [cell('行政复议总计', 'review.total')],
    ...table4,
  },
  {
    rule: 'P-OUT',
    label: '结转下年',
    near: new RegExp(`${CARRIED}|下(?:一)?年度?继续办理`, 'u'),
    after: new RegExp(`^(?:申请)?(?:需|将|已)?(?:${CARRIED})`, 'u'),
    not: /复议|诉讼|资金/u,
    readings: [cell('结转下年', 'requests.carriedOut.total')],
    ...table3,
  },
  {
    rule: 'P-NATURAL',
    label: '自然人申请',
    near: /自然人|公民/u,
    not: /法人|组织|企业|答复|予以公开|部分公开|不予/u,
    readings: applicantReadings(['naturalPerson']),
    ...table3,
  },
  {
    rule: 'P-NATURAL',
    label: '法人或其他组织申请',
    near: /法人/u,
    not: /自然人|公民|答复|予以公开|部分公开|不予|商业|科研|公益|法律服务/u,
    readings: applicantReadings(organisations),
    ...table3,
  },
  {
    rule: 'P-ANSWERED',
    label: '答复、办结',
    near: /(?:答复|办结|办理完毕)(?:了)?(?:政府信息公开|依申请公开)?(?:申请)?(?:共|共计)?$/u,
    not: new RegExp(`${ELSEWHERE.source}|其中|结转|率`, 'u'),
    readings: [cell('办理结果总计', 'requests.processed.total')],
    ...table3,
  },
  ...tableTwoRule('制发规范性文件', /(?:制发|制定|出台|制作).{0,6}规范性文件/u, [
    cell('规范性文件本年制发', 'normativeDocuments.issued'),
  ]),
  ...tableTwoRule('废止规范性文件', /废止.{0,6}规范性文件/u, [
    cell('规范性文件本年废止', 'normativeDocuments.repealed'),
  ]),
  ...tableTwoRule('现行有效规范性文件', /现行有效.{0,6}规范性文件/u, [
    cell('规范性文件现行有效', 'normativeDocuments.inForce'),
  ]),
  ...tableTwoRule('行政许可', /行政许可(?:处理)?(?:决定)?(?:案?件)?.{0,4}$/u, [
    cell('行政许可处理决定', 'licensing.decisions'),
  ]),
  ...tableTwoRule('行政处罚', /行政处罚(?:处理)?(?:决定)?(?:案?件)?.{0,4}$/u, [
    cell('行政处罚处理决定', 'penalties.decisions'),
  ]),
  ...tableTwoRule('行政强制', /行政强制(?:处理)?(?:决定)?(?:案?件)?.{0,4}$/u, [
    cell('行政强制处理决定', 'coercion.decisions'),
  ]),
]

function tableTwoRule(label: string, near: RegExp, readings: readonly TableReading[]): ClaimRule[] {
  return [{ rule: 'P-T2', label, near, not: PUBLISHED, readings, ...table2 }]
}

/** What a counted phrase says of the tables. */
export interface TableClaim {
  readonly rule: TextRuleId
  readonly label: string
  readonly readings: readonly TableReading[]
}

const CASES = ['件', '宗', '起', '件次']

/** The cells that a phrase speaks of; null where it speaks of none, or only about how many. */
export function claimOf(phrase: CountedPhrase, year: number | null): TableClaim | null {
  if (!CASES.includes(phrase.unit) || phrase.approximate) return null
  const way = waysOf(phrase)
  if (way !== null && !isOfOtherYear(phrase, year)) return way
  const rule = rules.find((each) => fits(each, phrase))
  if (rule === undefined) return null
  return rule.label !== '结转下年' && isOfOtherYear(phrase, year) ? null : rule
}

/** 予以公开 12 件, 12 件予以公开, 予以公开及部分公开 12 件: one way or several of dealing with requests. */
function waysOf({ near, after, span }: CountedPhrase): TableClaim | null {
  if (ELSEWHERE.test(span) || /[《》]/u.test(near)) return null
  const text = ways.some(([words]) => words.test(near)) ? near : after
  if (text === after && !/^(?:申请)?(?:予以|同意|全部|部分|不予|无法|其[他它])/u.test(after))
    return null
  const told = ways.filter(([words]) => words.test(text))
  if (told.length === 0) return null
  const label = told.map(([, , name]) => name).join('、')
  return { rule: 'P-OUT', label, readings: outcomeReadings(told.map(([, id]) => id)) }
}

function fits(rule: ClaimRule, { near, after, span, before, section }: CountedPhrase): boolean {
  const isNear = rule.near.test(near) || rule.after?.test(after) === true
  if (!isNear || rule.not.test(span)) return false
  return rule.context === undefined || section === rule.section || rule.context.test(before)
}
