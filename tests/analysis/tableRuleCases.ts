import type { RuleId } from '@/domain/checks/rules'
import {
  totals,
  noOutcomes,
  flow,
  others,
  row,
  results,
  stock,
  madeAndPublished,
  items,
  licences,
  fees,
  prose,
  full,
  mine,
  theirs,
  now,
  before,
  form2019,
  of,
  type Cases,
  NOT_WITHOUT,
  NO_FIGURE,
  cellsOnly,
} from './ruleFigures'

/** Of every rule on tables, years, units and alike reports. */
export const tableRuleCases = {
  'T3-ROW': {
    passed: [now(row(3, 2, 0, 0, 0, 0, 5))],
    failed: [now(row(3, 2, 0, 0, 0, 0, 6))],
    undecidable: [now(row(3, 2, 0, 0, 0, 0, 'blank'))],
  },
  'T3-SUM7': {
    passed: [now({ ...noOutcomes, ...totals({ granted: 4, processed: 4 }) })],
    failed: [now({ ...noOutcomes, ...totals({ granted: 4, processed: 5 }) })],
    undecidable: [now({ ...noOutcomes, ...totals({ granted: 'blank', processed: 5 }) })],
  },
  // 淮安市 2024: 3119 + 34 = 3050 + 103.
  'T3-IDENT': {
    passed: [now(flow(3119, 34, 3050, 103))],
    failed: [now(flow(3119, 34, 3050, 102))],
    undecidable: [now(flow(3119, 34, 3050, 'blank'))],
  },
  'T3-OTHER': {
    passed: [now(others(3, 1, 2, 0))],
    failed: [now(others(4, 1, 2, 0))],
    undecidable: [now(others(3, 1, 'blank', 0))],
  },
  // 洪泽区 2023: 10 upheld and 1 corrected, in a total of 0.
  'T4-SUM': {
    passed: [now(results('review', 10, 1, 0, 0, 11))],
    failed: [now(results('review', 10, 1, 0, 0, 0))],
    undecidable: [now(results('review', 10, 'blank', 0, 0, 11))],
  },
  'T3-ZERO': {
    passed: [now(flow(0, 0, 0, 0))],
    failed: [now(flow(0, 0, 2, 0))],
    undecidable: [now(flow(0, 'blank', 2, 0))],
  },
  'T3-FEE': {
    passed: [
      now({ ...totals({ 'other.feeUnpaid': 2 }), ...prose({ 'informationFee.amount': 0 }) }),
    ],
    failed: [now({ ...totals({ 'other.feeUnpaid': 2 }), ...prose({ 'requests.received': 9 }) })],
    undecidable: [now(totals({ 'other.feeUnpaid': 2 }))],
  },
  'T3-INT': cellsOnly('requests.new.total'),
  'T4-INT': cellsOnly('review.total'),
  'T2-INT': cellsOnly('licensing.decisions'),
  // 上海市 2025: 1.
  'T3-N3': {
    passed: [now(totals({ 'rejected.publication': 0 }))],
    failed: [now(totals({ 'rejected.publication': 1 }))],
    undecidable: [now(totals({ 'rejected.publication': 'blank' }))],
  },
  'D-YEAR': {
    passed: [now({ ...licences(1), 'custom.公开日期': 20240328 })],
    failed: [now({ ...licences(1), 'custom.公开日期': 20230328 })],
    undecidable: [now({ ...licences(1), 'custom.公开日期': 'unreadable' })],
  },
  // 天台县民政局 2019: 8 made, 8 published, 18 in all, by an organ of a county.
  'T2-RULES': {
    passed: [now(stock('regulations', 0, 0, 0))],
    failed: [{ ...form2019, code: '990104', cells: madeAndPublished('regulations', 8, 8, 18) }],
    undecidable: [now(stock('regulations', 0, 0, 'blank'))],
  },
  // 子长市 2022: two made, one in force.
  'T2-VALID': {
    passed: [now(stock('normativeDocuments', 2, 0, 2))],
    failed: [now(stock('normativeDocuments', 2, 0, 1))],
    undecidable: [now(stock('normativeDocuments', 2, 0, 'blank'))],
  },
  'T2-FEE-UNIT': {
    passed: [now(fees(1077.89))],
    failed: [now(fees(10_778_900))],
    undecidable: [now(fees('blank'))],
  },
  'T2-2019-DELTA': {
    passed: [
      { ...form2019, cells: items(15, 0) },
      { ...form2019, year: 2019, cells: items(12, 3) },
    ],
    failed: [
      { ...form2019, cells: items(16, 0) },
      { ...form2019, year: 2019, cells: items(12, 3) },
    ],
    undecidable: [
      { ...form2019, cells: items(15, 0) },
      { ...form2019, year: 2019, cells: items(12, 'blank') },
    ],
  },
  'T2-2019-PUB': {
    passed: [{ ...form2019, cells: madeAndPublished('normativeDocuments', 5, 5, 40) }],
    failed: [{ ...form2019, cells: madeAndPublished('normativeDocuments', 5, 9, 40) }],
    undecidable: [{ ...form2019, cells: madeAndPublished('normativeDocuments', 5, 'blank', 40) }],
  },
  'T4-2024': {
    passed: [{ year: 2024, cells: results('litigation.direct', 0, 0, 0, 0, 0) }],
    // 淮安市 2024: 26.
    failed: [{ year: 2024, cells: results('litigation.direct', 26, 0, 0, 0, 26) }],
    undecidable: [{ year: 2024, cells: results('litigation.direct', 26, 0, 0, 0, 'blank') }],
  },
  'T4-AFTER': {
    passed: [now({ 'litigation.afterReview.total': 5, 'review.total': 5 })],
    failed: [
      now({ 'litigation.afterReview.total': 6, 'review.total': 3 }),
      before({ 'litigation.afterReview.total': 0, 'review.total': 2 }),
    ],
    undecidable: [now({ 'litigation.afterReview.total': 'blank', 'review.total': 5 })],
  },
  // 宿迁市 2023→2024: 121; 420 + 61 − 59 = 422; 11 + 2 − 1 = 12.
  'Y-CARRY': {
    passed: [now(totals({ carriedIn: 121 })), before(totals({ carriedOut: 121, carriedIn: 0 }))],
    failed: [now(totals({ carriedIn: 120 })), before(totals({ carriedOut: 121, carriedIn: 0 }))],
    undecidable: [now(totals({ carriedIn: 121 })), before(totals({ carriedOut: 'blank' }))],
  },
  'Y-STOCK-R': {
    passed: [now(stock('regulations', 2, 1, 12)), before(stock('regulations', 0, 0, 11))],
    failed: [now(stock('regulations', 2, 1, 13)), before(stock('regulations', 0, 0, 11))],
    undecidable: [now(stock('regulations', 2, 1, 12)), before(stock('regulations', 0, 0, 'blank'))],
  },
  'Y-STOCK-N': {
    passed: [
      now(stock('normativeDocuments', 61, 59, 422)),
      before(stock('normativeDocuments', 50, 227, 420)),
    ],
    failed: [
      now(stock('normativeDocuments', 61, 59, 421)),
      before(stock('normativeDocuments', 50, 227, 420)),
    ],
    undecidable: [
      now(stock('normativeDocuments', 61, 59, 422)),
      before(stock('normativeDocuments', 50, 227, 'blank')),
    ],
  },
  // 洪泽区: 550 → 9487.
  'Y-JUMP': {
    passed: [now(licences(2700)), before(licences(550))],
    failed: [now(licences(9487)), before(licences(550))],
    undecidable: NOT_WITHOUT,
  },
  'C-FACTOR': {
    passed: [now(licences(5501)), before(licences(550))],
    failed: [now(licences(5500)), before(licences(550))],
    undecidable: NOT_WITHOUT,
  },
  'Y-FORMAT': {
    passed: [now(licences(1)), before(licences(1))],
    failed: [now(licences(1)), { ...before(licences(1)), edition: '2019' }],
    undecidable: NO_FIGURE,
  },
  'Y-GAP': {
    passed: [now(licences(1)), before(licences(1))],
    failed: [now(licences(1)), { year: 2021, cells: licences(1) }],
    undecidable: NO_FIGURE,
  },
  'Y-REPEAT': {
    passed: [now(mine), before(theirs)],
    failed: [now(mine), before(mine)],
    undecidable: NOT_WITHOUT,
  },
  'C-COUNTY': {
    passed: [now(mine), of('990102', theirs)],
    failed: [now(mine), of('990102', mine)],
    undecidable: NOT_WITHOUT,
  },
  'C-DIGIT': {
    passed: [now(mine)],
    failed: [now(full(() => 7))],
    undecidable: NOT_WITHOUT,
  },
  'S-GE': {
    passed: [of('990100', licences(35)), now(licences(20)), of('990102', licences(15))],
    failed: [of('990100', licences(34)), now(licences(20)), of('990102', licences(15))],
    undecidable: NOT_WITHOUT,
  },
  // 宿迁市 2023: 349 + 933 + … + 16 = 3607, districts, organs and zones.
  'S-SUM': {
    passed: [
      ...[of('990100', licences(40)), now(licences(20))],
      ...[of('990102', licences(15)), of('990103', licences(5))],
    ],
    failed: [
      ...[of('990100', licences(41)), now(licences(20))],
      ...[of('990102', licences(15)), of('990103', licences(5))],
    ],
    undecidable: NOT_WITHOUT,
  },
  // 安康市政府办公室 2022: 56, fewer than one county.
  'S-SCOPE': {
    passed: [of('990100', totals({ new: 90 })), now(totals({ new: 80 }))],
    failed: [of('990100', totals({ new: 56 })), now(totals({ new: 80 }))],
    undecidable: NOT_WITHOUT,
  },
} as const satisfies Partial<Record<RuleId, Cases>>
