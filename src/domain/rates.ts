import type { Measure, Sum } from './measure'
import {
  deniedRows,
  litigationTotal,
  minus,
  plus,
  processed,
  received,
  reviewTotal,
  sumOfGroup,
} from './sums'
import { outcomeGroups, type OutcomeGroup } from './tableThree'

const litigationPending = plus('litigation.direct.pending', 'litigation.afterReview.pending')
const litigationCorrected = plus('litigation.direct.corrected', 'litigation.afterReview.corrected')

function group(id: OutcomeGroup['id']): Sum {
  return outcomeGroups.filter((outcome) => outcome.id === id).flatMap(sumOfGroup)
}

/** A rate in percent; what is left out is as with all of them. */
type Ratio = Pick<Measure, 'id' | 'label' | 'formula' | 'numerator'> &
  Partial<Pick<Measure, 'variantOf' | 'note'>> & { denominator: Sum }

const courtNote = '表四含上年度结转案件；2024 年起不服不予公开决定须先申请行政复议'

/** Disputes of a year may be on requests of an earlier one, so that these may exceed 100 %. */
const acrossYears = `案件可能因以前年度的申请而起，可超过 100%；${courtNote}`

const disputeRates: readonly Ratio[] = [
  {
    id: 'rate.reviewed',
    label: '复议率',
    formula: '行政复议总计 ÷ 办理结果总计',
    numerator: reviewTotal,
    denominator: processed,
    note: acrossYears,
  },
  {
    id: 'rate.disputed',
    label: '复议诉讼率（占新收）',
    formula: '（行政复议总计 + 两类诉讼总计之和）÷ 本年新收',
    numerator: [...reviewTotal, ...litigationTotal],
    denominator: plus('requests.new.total'),
    variantOf: 'rate.reviewed',
    note: `又称“争议转化率”；${acrossYears}`,
  },
  {
    id: 'rate.suedAfterReview',
    label: '复议后起诉比',
    formula: '复议后起诉总计 ÷（行政复议结果维持 + 其他结果）',
    numerator: plus('litigation.afterReview.total'),
    denominator: plus('review.upheld', 'review.other'),
    note: acrossYears,
  },
]

/** Measures that are rates. */
export const ratios: readonly Ratio[] = [
  {
    id: 'rate.disclosed',
    label: '公开率',
    formula: '（予以公开 + 部分公开）÷ 办理结果总计',
    numerator: [...group('granted'), ...group('partial')],
    denominator: processed,
    note: '含部分公开',
  },
  ...outcomeGroups.map((outcome) => ({
    id: `rate.${outcome.id}`,
    label: `${outcome.label}率`,
    formula: `${outcome.label} ÷ 办理结果总计`,
    numerator: sumOfGroup(outcome),
    denominator: processed,
  })),
  {
    id: 'share.discretionary',
    label: '裁量不予公开占比',
    formula: '（内部事务信息 + 过程性信息 + 行政执法案卷）÷ 不予公开',
    numerator: deniedRows('d5', 'd6', 'd7'),
    denominator: group('denied'),
    note: '第十六条“可以不予公开”在全部不予公开中所占的份额；不含属于行政查询事项的，它另依他法',
  },
  {
    id: 'rate.processed',
    label: '办结率',
    formula: '办理结果总计 ÷（本年新收 + 上年结转）',
    numerator: processed,
    denominator: received,
    note: '报告正文所称“办结率”口径可能不同',
  },
  {
    id: 'rate.carriedOut',
    label: '结转率',
    formula: '结转下年 ÷（本年新收 + 上年结转）',
    numerator: plus('requests.carriedOut.total'),
    denominator: received,
  },
  {
    id: 'share.naturalPerson',
    label: '自然人占比',
    formula: '本年新收自然人 ÷ 本年新收总计',
    numerator: plus('requests.new.naturalPerson'),
    denominator: plus('requests.new.total'),
  },
  {
    id: 'rate.reviewCorrected',
    label: '复议纠错率',
    formula: '结果纠正 ÷（总计 − 尚未审结）',
    numerator: plus('review.corrected'),
    denominator: [...reviewTotal, ...minus(plus('review.pending'))],
    note: courtNote,
  },
  {
    id: 'rate.reviewCorrectedOfAll',
    label: '复议纠错率（占总计）',
    formula: '结果纠正 ÷ 总计',
    numerator: plus('review.corrected'),
    denominator: reviewTotal,
    variantOf: 'rate.reviewCorrected',
    note: courtNote,
  },
  {
    id: 'rate.litigationCorrected',
    label: '诉讼纠错率',
    formula: '两类诉讼结果纠正之和 ÷（总计之和 − 尚未审结之和）',
    numerator: litigationCorrected,
    denominator: [...litigationTotal, ...minus(litigationPending)],
    note: courtNote,
  },
  {
    id: 'rate.litigationCorrectedOfAll',
    label: '诉讼纠错率（占总计）',
    formula: '两类诉讼结果纠正之和 ÷ 总计之和',
    numerator: litigationCorrected,
    denominator: litigationTotal,
    variantOf: 'rate.litigationCorrected',
    note: courtNote,
  },
  ...disputeRates,
  {
    id: 'rate.repealed',
    label: '规范性文件废止率',
    formula: '本年废止件数 ÷（现行有效件数 + 本年废止件数）',
    numerator: plus('normativeDocuments.repealed'),
    denominator: plus('normativeDocuments.inForce', 'normativeDocuments.repealed'),
    note: '废止件数可能含自然失效',
  },
]
