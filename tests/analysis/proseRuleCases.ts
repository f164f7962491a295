import type { RuleId } from '@/domain/checks/rules'
import {
  type Number,
  totals,
  flow,
  results,
  stock,
  prose,
  now,
  before,
  told,
  parts,
  type Cases,
} from './ruleFigures'
import type { Written } from './ruleReports'

/** Of every rule on what the text says. */
export const proseRuleCases = {
  // 宿迁市 2023: 收办 is 新收 and 结转 together.
  'P-NEW': {
    passed: [now({ ...flow(3607, 39, 3500, 146), ...prose({ 'requests.received': 3646 }) })],
    failed: [now({ ...flow(3607, 39, 3500, 146), ...prose({ 'requests.received': 3640 }) })],
    undecidable: [
      now({ ...flow(3607, 'blank', 3500, 146), ...prose({ 'requests.received': 3646 }) }),
    ],
  },
  // 汉阴县 2023: 21 + 9 = 30.
  'P-CHANNEL': {
    passed: [now(prose({ 'requests.received': 30, 'requests.online': 21, 'requests.letter': 9 }))],
    failed: [now(prose({ 'requests.received': 30, 'requests.online': 22, 'requests.letter': 9 }))],
    undecidable: [now(prose({ 'requests.received': 30, 'requests.online': 21 }))],
  },
  // 汉阴县 2023: 30 at +58 % were 19 the year before.
  'P-YOY': {
    passed: [now(prose({ 'requests.received': 30, 'requests.yearOnYear': 58 }))],
    // 宿迁市 2024: 1.05 % is told, 1.08 % computed.
    failed: [
      now(prose({ 'requests.received': 3646, 'requests.yearOnYear': 1.05 })),
      before(prose({ 'requests.received': 3607 })),
    ],
    undecidable: [now(prose({ 'requests.yearOnYear': 58 }))],
  },
  'P-FEE': {
    passed: [now(prose({ 'informationFee.amount': 2950 }))],
    failed: [now(prose({ 'informationFee.amount': 2955 }))],
    undecidable: [now(prose({ 'informationFee.amount': 'unreadable' }))],
  },
  // 宿迁市 2023: 3493 of 自然人.
  'P-NATURAL': {
    passed: told({ 'requests.new.naturalPerson': 3493 }, '收到申请3607件，其中自然人3493件。'),
    failed: told({ 'requests.new.naturalPerson': 3493 }, '收到申请3607件，其中自然人3490件。'),
    undecidable: told({ 'requests.new.naturalPerson': 'blank' }, '收到申请9件，其中自然人3件。'),
  },
  // 上海市 2019: both ways together, told as if they were one cell.
  'P-OUT': {
    passed: told(totals({ granted: 218, partial: 40 }), '申请中予以公开及部分公开258件。'),
    failed: told(totals({ granted: 258, partial: 40 }), '申请中予以公开及部分公开258件。'),
    undecidable: told(totals({ granted: 'blank', partial: 40 }), '申请中予以公开及部分公开258件。'),
  },
  // 上海市 2019: 33.9 % matches nothing.
  'P-PCT': {
    passed: told(totals({ granted: 12, processed: 30 }), '申请中予以公开12件，占40%。'),
    failed: told(totals({ granted: 12, processed: 30 }), '申请中予以公开12件，占33.9%。'),
    undecidable: told(totals({ granted: 12, processed: 'blank' }), '申请中予以公开12件，占40%。'),
  },
  // 淮安市 2024.
  'P-ANSWERED': {
    passed: told(totals({ processed: 3050 }), '全年收到申请3119件，办结3050件。'),
    failed: told(totals({ processed: 3050 }), '全年收到申请3119件，办结3051件。'),
    undecidable: told(totals({ processed: 'blank' }), '全年收到申请3119件，办结3050件。'),
  },
  // 宿迁市 2024: 134 in the text, 170 in the table; 57 and 77.
  'P-REVIEW': {
    passed: told({ 'review.total': 170 }, '因信息公开引起行政复议170件。'),
    failed: told({ 'review.total': 170 }, '因信息公开引起行政复议134件。'),
    undecidable: told({ 'review.total': 'blank' }, '因信息公开引起行政复议134件。'),
  },
  'P-LIT': {
    passed: told(lawsuits(26, 20), '因信息公开引起行政诉讼46件。'),
    failed: told(lawsuits(25, 52), '因信息公开引起行政诉讼57件。'),
    undecidable: told(lawsuits(25, 'blank'), '因信息公开引起行政诉讼57件。'),
  },
  // 上海市 2019: 均获维持, with 3 pending.
  'P-WON': {
    passed: told(results('review', 9, 0, 0, 0, 9), '信息公开行政复议均获维持。'),
    failed: told(results('review', 9, 0, 0, 3, 12), '信息公开行政复议均获维持。'),
    undecidable: told(results('review', 9, 0, 0, 'blank', 9), '信息公开行政复议均获维持。'),
  },
  // 子长市 2022.
  'P-T2': {
    passed: told(stock('normativeDocuments', 2, 0, 2), '全年制发规范性文件2件。'),
    failed: told(stock('normativeDocuments', 2, 0, 2), '全年制发规范性文件3件。'),
    undecidable: told(stock('normativeDocuments', 'blank', 0, 2), '全年制发规范性文件2件。'),
  },
  'P-NEG': {
    passed: told({ 'review.total': 0 }, '全年未发生因信息公开引起的行政复议。'),
    failed: told({ 'review.total': 2 }, '全年未发生因信息公开引起的行政复议。'),
    undecidable: told({ 'review.total': 'blank' }, '全年未发生因信息公开引起的行政复议。'),
  },
  // 子长市 2022: 3437 and 3914.
  'P-PARTS': {
    passed: told({}, '共公开信息3914条，其中网站1914条、新媒体2000条。'),
    failed: told({}, '共公开信息3437条，其中网站1914条、新媒体2000条。'),
    undecidable: '正文自己的数，写了才判',
  },
  // 衡阳县某局: a report of 2023 that tells of 2022.
  'P-YEAR': {
    passed: told({}, '2023年我单位推进政务公开。'),
    failed: told({}, '2022年我单位推进政务公开。'),
    undecidable: '入库的年报都有年份；读取时年份不明的为不可判',
  },
  'P-SEC': {
    passed: [now({}, ...parts('公开的及时性有待提高。'))],
    failed: [now({}, ...parts('无。'))],
    undecidable: '看的是六个部分的标题，不是数',
  },
} as const satisfies Partial<Record<RuleId, Cases>>

function lawsuits(direct: Number, afterReview: Number): Written {
  return { 'litigation.direct.total': direct, 'litigation.afterReview.total': afterReview }
}
